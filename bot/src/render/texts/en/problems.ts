/**
 * What somebody has to mend, in English: under `problem.` what is wrong, under `fix.` of the same name how to mend it.
 * Read on the status page, in the terminal and in Discord, so without markdown.
 */
export const problems = {
  'problem.setting': 'The setting {{field}} does not fit this server: it {{wrong}}.',
  'fix.setting': 'Change it: /settings in Discord, or in a terminal: settings set <server id> {{example}}',
  'problem.no-permission': 'In {{where}} I lack: {{permissions}}.',
  'fix.no-permission': 'Edit {{where}} → Permissions → add my role → allow {{permissions}}.',
  'problem.permission-wanted': 'In {{where}} I lack what makes copies look right: {{permissions}}.',
  'fix.permission-wanted': 'Edit {{where}} → Permissions → add my role → allow {{permissions}}.',
  'problem.no-permission-in-server': 'For tickets as private channels I lack, in the whole server: {{permissions}}.',
  'fix.no-permission-in-server': 'Server Settings → Roles → my role → Permissions → switch on {{permissions}}.',
  'problem.role-not-mentionable': 'I may not ping the role {{role}}: nobody in it hears of new tickets.',
  'fix.role-not-mentionable':
    'Server Settings → Roles → {{role}} → switch on "Allow anyone to @mention this role"; or give me "Mention @everyone, @here, and All Roles".',
  'problem.role-blind': 'The role {{role}} cannot see {{where}}, so it sees no ticket there.',
  'fix.role-blind': 'Edit {{where}} → Permissions → add {{role}} → allow View Channel.',
  'problem.role-not-added':
    'The role {{role}} is neither pinged by new tickets nor may it manage threads: it does not see them.',
  'fix.role-not-added': 'Set pingStaff=true, or edit {{where}} → Permissions → {{role}} → allow Manage Threads.',
  'problem.category-nearly-full': 'The category {{where}} holds {{used}} of {{most}} channels.',
  'fix.category-nearly-full': 'Close tickets, or name another category in the setting overflowCategories.',
  'problem.category-full': 'The category {{where}} is full: Discord allows {{most}} channels. New tickets wait.',
  'fix.category-full': 'Close tickets, or name another category in the setting overflowCategories.',
  'problem.channels-nearly-full': 'The server has at least {{used}} of {{most}} channels.',
  'fix.channels-nearly-full': 'Delete channels, or set channelKind=private-thread or forum-post: threads do not count.',
  'problem.channels-full': 'The server has as many channels as Discord allows ({{most}}). New tickets wait.',
  'fix.channels-full': 'Delete channels, or set channelKind=private-thread or forum-post: threads do not count.',
  'problem.threads-nearly-full': 'The server has {{used}} of {{most}} active threads.',
  'fix.threads-nearly-full': 'Close tickets, or archive other threads.',
  'problem.threads-full': 'The server has as many active threads as Discord allows ({{most}}). New tickets wait.',
  'fix.threads-full': 'Close tickets, or archive other threads.',

  'problem.parent-full': 'The category is full: Discord allows 50 channels. New tickets wait for room.',
  'fix.parent-full': 'Close tickets, or name another category in the setting overflowCategories.',
  'problem.too-many-threads':
    'The server has as many active threads as Discord allows (1000). New tickets wait for room.',
  'fix.too-many-threads': 'Close tickets, or archive other threads.',
  'problem.too-many-channels': 'The server has as many channels as Discord allows (500). New tickets wait for room.',
  'fix.too-many-channels': 'Delete channels, or set channelKind=private-thread or forum-post: threads do not count.',
  'problem.parent-gone': 'The parent channel is gone, or closed to me.',
  'fix.parent-gone': 'Choose another one: the setting parentChannel.',
  'problem.cannot-ask':
    'A member could not be asked which server they mean, so their message waits: they take no direct messages ({{reason}}).',
  'fix.cannot-ask': 'Nothing to mend here: /contact-staff and panels tell such members in private what to allow.',
  'problem.cannot-open': 'A ticket could not be opened in {{where}}: {{reason}}.',
  'fix.cannot-open': 'Give me the permissions that the doctor names: npx --no backchannel doctor',
  'problem.logs-gone': 'The logs channel is gone or closed to me.',
  'fix.logs-gone':
    'Choose another one: the setting logsChannel. Or let me view it, send messages and attach files there.',
  'problem.transcript-place': 'The transcript could not be posted in {{where}}.',
  'fix.transcript-place':
    'Let me view the channel, send messages and attach files there, or change the setting transcriptChannel.',
  'problem.content-intent': 'The Message Content intent is off: typed answers are not seen. /reply works.',
  'fix.content-intent':
    'discord.com/developers/applications → the application → Bot → Message Content Intent, then start again.',
  'problem.cannot-close-channel': 'A closed ticket’s channel {{where}} could not be put away: {{reason}}.',
  'fix.cannot-close-channel': 'Archive or delete it by hand, and give me Manage Threads or Manage Channels.',
  'problem.disk-full': 'The disk has no room for attachments: they are named with their link, and not stored.',
  'fix.disk-full': 'Make room where DATA_DIR is (files clean removes what no ticket needs), or lower DISK_RESERVE_MB.',
  'problem.webhooks': 'In {{where}} is no room for a webhook (Discord allows 15): I post copies under my own name.',
  'fix.webhooks': 'Edit {{where}} → Integrations → Webhooks → delete one that nobody needs.',
  'problem.gap':
    'I heard nothing between {{from, when}} and {{to, when}}, and Discord could not go on where we had stopped. What was written in tickets and by people I know was fetched; first messages of others may be lost.',
  'fix.gap': 'Nothing to mend. This line goes away after a week.',
  'problem.refused': 'Discord refused something unexpected ({{what}}): {{reason}} ({{code}}).',
} as const;
