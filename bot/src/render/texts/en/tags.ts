/** The tags of posts in forums, and what keeps the bot from setting them, in English. */
export const tags = {
  'tag.open': 'Open',
  'tag.closed': 'Closed',
  'tag.unanswered': 'Unanswered',
  'tag.user-responded': 'User Responded',
  'tag.awaiting-response': 'Awaiting Response',
  'tag.rating_one': '{{count}} star',
  'tag.rating_other': '{{count}} stars',

  'problem.tags-permission':
    'In {{where}} I may not make the tags that show how tickets stand: I lack Manage Channels.',
  'fix.tags-permission':
    'Edit {{where}} → Permissions → add my role → allow Manage Channels; or set forumTags=false. Everything else goes on.',
  'problem.tag-required':
    'A ticket could not be opened in {{where}}: posts there need a tag, and there is none that I may use.',
  'fix.tag-required':
    'Edit {{where}} → switch off "Require people to select tags when posting", or allow my role Manage Channels there.',
  'problem.tags-full':
    'In {{where}} is no room for my tags: Discord allows 20 in a forum, and these are missing: {{missing}}.',
  'fix.tags-full': 'Edit {{where}} → Tags → remove some that nobody needs, or set forumTags=false.',
  'problem.post-tags-full': 'A post carries so many tags that mine do not fit (Discord allows 5): {{where}}.',
  'fix.post-tags-full': 'Take a tag off that post, or set forumTags=false.',
  'problem.tags-refused': 'Discord refuses my tags in {{where}}: {{reason}}.',
  'fix.tags-refused':
    'Look at the tags of {{where}}: those for moderators only need Manage Threads, which my role must have. Or set forumTags=false.',
} as const;
