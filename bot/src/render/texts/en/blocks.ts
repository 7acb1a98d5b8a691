/** Who may not open tickets, and why: what staff read about it, in English. */
export const blocks = {
  'notice.blocked-shown': '{{by}} blocked the member: they can open no new tickets. See: {{evidence}}',
  'notice.blocked-because-shown':
    '{{by}} blocked the member: they can open no new tickets. Reason: {{reason}}\nSee: {{evidence}}',
  'notice.blocked-until-shown':
    '{{by}} blocked the member: they can open no new tickets until {{until, when}}. See: {{evidence}}',
  'notice.blocked-until-because-shown':
    '{{by}} blocked the member: they can open no new tickets until {{until, when}}. Reason: {{reason}}\nSee: {{evidence}}',

  'command.block.evidence': 'Where one can see why: the link of a message, or of a page',
  'command.blacklist': 'Who may open no new tickets',
  'command.blocks': 'Shows who is blocked, by whom and why, and takes blocks back',

  'answer.evidence-no-link':
    'The evidence must be a link: right-click a message → Copy Message Link, or paste an address.',
  'answer.evidence-too-long': 'The link of the evidence is too long: at most {{most}} characters.',
  'answer.block-everyone':
    'Everybody cannot be blocked. To take no new tickets for a while use `/pause`, or switch `enabled` off.',
  'answer.block-staff': '{{who}} answers tickets here. Block them all the same?',
  'answer.block-staff-role': 'People with {{role}} answer tickets here. Block them all the same?',
  'button.block-anyway': 'Block all the same',
  'hint.block-staff': 'They answer tickets here. Type it again within five minutes to block them all the same.',

  'blocks.title': 'Who may not open tickets',
  'blocks.none': 'Nobody is blocked here.',
  'blocks.no-more': 'There are no more.',
  'blocks.since': 'by {{by}} {{since, when-relative}}',
  'blocks.until': 'until {{until, when}}',
  'blocks.for-good': 'until somebody unblocks',
  'blocks.reason': 'Reason: {{reason}}',
  'blocks.evidence': 'See: {{evidence}}',
  'blocks.unblock': 'Unblock …',
  'blocks.newest': 'Newest',
  'blocks.older': 'Older',
  'blocks.role': 'Role {{role}}',
} as const;
