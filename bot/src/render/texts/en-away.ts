/** About what happened while the bot was away. */
export const away = {
  'notice.downtime-changes':
    'I was away. What happened meanwhile was fetched: new messages: {{messages}}, edited: {{edits}}, deleted: {{deletions}}.',
} as const;
