/** Private threads for members whose direct messages are closed, and ticket channels that refuse what is to be shown, in English. */
export const fallback = {
  'problem.fallback-unreached':
    'In {{where}}, the setting fallbackChannel, members lack {{permissions}}: nobody can be given a private thread there.',
  'fix.fallback-unreached':
    'Edit {{where}} → Permissions → @everyone → allow {{permissions}}; or choose another channel in the setting fallbackChannel.',
} as const;
