/** Private threads for members whose direct messages are closed, and ticket channels that refuse what is to be shown, in English. */
export const fallback = {
  'member.kept':
    'The team of **{{server}}** cannot see what has a ❌ yet: something is wrong with their channel. It is kept, and goes to them by itself once that is mended.',
  'problem.ticket-channel':
    'The channel of ticket {{number}} takes nothing from me: there I lack {{permissions}}. What is written waits.',
  'fix.ticket-channel': 'Edit the channel → Permissions → add my role → allow {{permissions}}. It goes on by itself.',
  'problem.ticket-thread':
    'Ticket {{number}} takes nothing from me: in {{where}} I lack {{permissions}}. What is written waits.',
  'fix.ticket-thread': 'Edit {{where}} → Permissions → add my role → allow {{permissions}}. It goes on by itself.',
  'problem.ticket-locked':
    'The thread of ticket {{number}} is locked, and I may not write in locked ones. What is written waits.',
  'fix.ticket-locked':
    'Unlock the thread; or edit {{where}} → Permissions → add my role → allow Manage Threads. It goes on by itself.',
  'button.member-thread': 'Open a private thread with the member',
  'thread.name': 'Conversation {{number}} with the team',
  'member.thread':
    '{{member}} The team of **{{server}}** would like to answer you, but you take no direct messages from me. This private thread is for that: the team reads what you write here and answers here.',
  'member.thread-how':
    'I can read only messages that mention me ({{bot}}) or reply to one of mine, so please write that way.',
  'member.thread-unseen':
    'I could not read that, so nobody got it. Please mention me ({{bot}}) in your message, or reply to one of mine.',
  'member.closed-in-thread':
    'Your conversation with **{{server}}** was closed, and so is this thread. Whenever you need something, write me a direct message.',
  'member.closed-again-in-thread': 'Whenever you need something, write me a direct message.',
  'notice.member-thread':
    '{{by}} opened a private thread with the member: {{link}}. What you answer goes there from now on.',
  'notice.not-delivered.left-server': '❌ Not delivered: the member has left the server.',
  'answer.thread-opened':
    'There it is: {{link}}. What was not delivered stands there now, and what you answer goes there from now on.',
  'answer.thread-already': 'There is a private thread with the member already: {{link}}',
  'answer.thread-anonymous': 'This member is anonymous; a thread in the server would show who they are.',
  'answer.thread-not-set': 'There is no channel for it any more. An admin can choose one: the setting fallbackChannel.',
  'answer.thread-member-left': 'The member is not in this server any more.',
  'answer.thread-bot-lacks':
    'In {{where}} I lack: {{permissions}}. Somebody who may edit the channel can mend it: Permissions → add my role → allow {{permissions}}.',
  'answer.thread-member-lacks':
    'The member could not use a thread in {{where}}: there they lack {{permissions}}. Somebody who may edit the channel can mend it, or choose another one in the setting fallbackChannel.',
  'answer.thread-no-room':
    'The server has as many active threads as Discord allows (1000). Close tickets or archive other threads, then try again.',
  'answer.thread-channel-gone':
    'The channel for it, {{where}}, is gone or hidden from me. An admin can choose another one: the setting fallbackChannel.',
  'answer.thread-refused':
    'Discord refused a private thread in {{where}} ({{code}}). An admin can choose another channel: the setting fallbackChannel.',
  'problem.fallback-unreached':
    'In {{where}}, the setting fallbackChannel, members lack {{permissions}}: nobody can be given a private thread there.',
  'fix.fallback-unreached':
    'Edit {{where}} → Permissions → @everyone → allow {{permissions}}; or choose another channel in the setting fallbackChannel.',
} as const;
