/** Who is in the thread of a ticket, and the menu behind More, in English. */
export const threads = {
  'notice.member-kept-out':
    '⚠️ {{member}} is the member of this ticket and was brought into this thread, where staff talk among themselves. I have taken them out again; they may have read what stands above.',
  'log.join': 'Join',
  'command.join': 'Come into the thread of a ticket',
  'command.join.number': 'The number of the ticket',
  'command.add': 'Bring another staff member into this ticket',
  'command.add.staff': 'Whom',
  'answer.joined': 'You are in: {{channel}}',
  'answer.added': '{{who}} is in this ticket now.',
  'answer.no-such-ticket': 'There is no ticket with this number.',
  'answer.opens-in-a-moment': 'The channel of this ticket is still being made. Try again in a moment.',
  'answer.seen-by-all-staff': 'Everybody with a staff role sees this channel already.',
  'answer.only-staff-join': 'Only staff may come into a ticket: see `staffRoles` and `adminRoles`.',
  'answer.cannot-join':
    'Discord does not let me: {{reason}}. Whoever comes in must be able to see {{parent}}, and I need Send Messages in Threads there.',
  'card.more': 'More',
  'more.what': 'What else?',
  'more.reply-anonymously': 'Reply without my name',
  'more.add': 'Bring somebody in',
  'more.block': 'Block the member',
  'form.block.title': 'Block the member of ticket {{number}}',
  'form.block.reason': 'Why; staff can read it in the ticket',
  'form.block.duration': 'For how long',
  'form.block.duration-placeholder': 'Like 3 days or 2h30m; empty: until somebody unblocks',
  'form.block.evidence': 'A link as evidence',
} as const;
