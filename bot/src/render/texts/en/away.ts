/** About what happened while the bot was away, or to a ticket channel. */
export const away = {
  'notice.downtime-changes':
    'I was away. What happened meanwhile was fetched: new messages: {{messages}}, edited: {{edits}}, deleted: {{deletions}}.',
  'notice.carries-on':
    'This goes on from ticket #{{number}}, whose channel is gone. What its member wrote and nobody here has seen yet follows.',
} as const;
