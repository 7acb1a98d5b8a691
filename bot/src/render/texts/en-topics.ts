/** What admins read about topics and panels; what has to be mended is read outside of Discord too, so without markdown. */
export const topics = {
  'problem.topic': 'The setting {{field}} does not fit this server: it {{wrong}}.',
  'fix.topic': 'Change it: /topic edit in Discord, or the setting topics in a terminal.',
  'problem.topic-role-not-mentionable':
    'I may not ping the role {{role}}: nobody in it hears of new tickets of the topic {{topic}}.',
  'fix.topic-role-not-mentionable':
    'Server Settings → Roles → {{role}} → switch on "Allow anyone to @mention this role"; or give me "Mention @everyone, @here, and All Roles".',
  'problem.topic-role-blind':
    'The role {{role}} cannot see {{where}}, so it sees no ticket of the topic {{topic}} there.',
  'fix.topic-role-blind': 'Edit {{where}} → Permissions → add {{role}} → allow View Channel.',
  'problem.topic-role-not-added':
    'The role {{role}} is neither pinged by new tickets of the topic {{topic}} nor may it manage threads: it does not see them.',
  'fix.topic-role-not-added': 'Set pingStaff=true, or edit {{where}} → Permissions → {{role}} → allow Manage Threads.',
  'problem.topic-emoji': 'The emoji {{emoji}} of the topic {{topic}} is not one of this server: it is left out.',
  'fix.topic-emoji': 'Choose another one: /topic edit.',
  'settings.by-command': '{{name}} is set with `/{{command}}`.',
} as const;
