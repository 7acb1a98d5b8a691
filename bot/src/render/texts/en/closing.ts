/** What is said around the end of a ticket, and of replies that are taken back, in English. */
export const closing = {
  // ---- taken back ----
  'answer.goes-out': 'Goes out {{when}}.',
  'answer.undo': 'Undo',
  'answer.withdrawn': 'Taken back: the member did not get it. You wrote:',
  'answer.undo-late': 'Too late: it is on its way, or was taken back before.',
  'copy.withdrawn': '-# ↩️ taken back before it was sent',
  'transcript.withdrawn': 'taken back before it was sent',

  // ---- quiet for too long ----
  'notice.closes-soon':
    'It has been quiet here. This conversation with **{{server}}** is closed {{at, when-relative}} unless somebody writes.',
  'member.closed-quiet':
    'Your conversation with **{{server}}** was closed, since nobody wrote for a while. Write here again whenever you need something.',

  // ---- open again ----
  'answer.reopened': 'This ticket is open again.',
  'answer.reopened-there': 'Open again: {{channel}}',
  'answer.reopen.no-such-ticket': 'I do not know this ticket. Give its number, its channel or a link to that.',
  'answer.reopen.not-closed': 'This ticket is open.',
  'answer.reopen.still-closing': 'This ticket is still being closed. Try again in a moment.',
  'answer.reopen.channel-gone':
    'The channel of this ticket is gone, so it cannot be opened again. To write to the member, use /contact.',
  'answer.reopen.member-left': 'The member of this ticket is not in the server any more, so it stays closed.',
  'answer.reopen.not-possible': 'This ticket cannot be opened again.',
  'hint.has-ticket': 'The member has another open ticket: {{channel}}. This one stays closed.',
  'command.reopen': 'Open a closed ticket again',
  'command.reopen.ticket': 'Its number, channel or link; without it the ticket of this channel',
  'command.reopen.notify': 'Whether the member is told',
  'problem.cannot-reopen-channel': 'A ticket was opened again, but not its channel <#{{where}}>: {{reason}}',
  'fix.cannot-reopen-channel': 'Let me manage threads (for channels: manage channels) there, and unarchive it by hand.',
  'log.reopened': '📬 Ticket {{number}} of {{member}} was opened again by {{by}}: {{channel}}',

  // ---- feedback ----
  'feedback.ask': 'How was it? Choose from one star to five; the team sees it.',
  'feedback.thanks': 'You gave {{stars}}. Thank you!',
  'feedback.add-words': 'Add a few words',
  'feedback.form': 'What do you want to add?',
  'feedback.form.words': 'Your words to the team',
  'feedback.late': 'You have said what you think of this conversation already. Thank you!',
  'feedback.open-again': 'This conversation is open again. You can rate it once it is over.',
  'notice.rated': '⭐ The member gave this ticket {{stars}}.',
  'notice.rated-words': '⭐ The member added to their stars: {{comment}}',
  'log.rated': '⭐ {{member}} gave ticket {{number}} {{stars}}.',
  'log.commented': '⭐ {{member}} gave ticket {{number}} {{stars}} and says:',
  'log.thanked': '❤️ {{member}} said after ticket {{number}}:',
  'card.rating': 'Rating',
  'transcript.rating': 'Rating',
  'transcript.rating-words': 'What the member says',
} as const;
