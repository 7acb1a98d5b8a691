/** What admins read about topics and panels. */
export const topics = {
  'settings.by-command': '{{name}} is set with `/{{command}}`.',
} as const;
