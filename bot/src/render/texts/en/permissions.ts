/** Permissions as Discord's own settings call them. */
export const permissions = {
  'permission.administrator': 'Administrator',
  'permission.manageChannels': 'Manage Channels',
  'permission.addReactions': 'Add Reactions',
  'permission.viewChannel': 'View Channels',
  'permission.sendMessages': 'Send Messages',
  'permission.manageMessages': 'Manage Messages',
  'permission.embedLinks': 'Embed Links',
  'permission.attachFiles': 'Attach Files',
  'permission.readMessageHistory': 'Read Message History',
  'permission.mentionEveryone': 'Mention @everyone, @here, and All Roles',
  'permission.manageWebhooks': 'Manage Webhooks',
  'permission.manageThreads': 'Manage Threads',
  'permission.createPrivateThreads': 'Create Private Threads',
  'permission.sendMessagesInThreads': 'Send Messages in Threads',
} as const;
