/** What stands in the two sides of a ticket, in English. */
export const conversation = {
  // ---- to the member ----
  'member.greeting': 'Thanks for writing! The team of **{{server}}** can read your messages here and will answer soon.',
  'member.message-sent': 'Message sent to **{{server}}**.',
  'member.files-refused': '**{{server}}** does not take such files, so they were not passed on: {{names}}',
  'member.closed': 'Your conversation with **{{server}}** was closed. Write here again whenever you need something.',
  'member.closed-with-comment': 'Your conversation with **{{server}}** was closed:',
  'member.closed-again': 'Write here again whenever you need something.',
  'member.no-server': 'I could not find a server that we share and that takes messages here.',
  'member.cannot-open.permission':
    'Your message could not be passed on to **{{server}}**: I lack a permission there. The team can see this; please try again later.',
  'member.cannot-open.parent-gone':
    'Your message could not be passed on to **{{server}}**: the place for it is gone. The team can see this; please try again later.',
  'member.waits-for-room':
    'Your message to **{{server}}** is kept: there is no room for another conversation right now. It goes on by itself as soon as there is.',
  'member.cannot-open.other': 'Your message could not be passed on to **{{server}}**. Please try again later.',
  'member.cooldown':
    'You opened a conversation with **{{server}}** a moment ago. You can open the next one {{at, when-relative}}.',
  'member.blocked': 'You cannot open conversations with **{{server}}** at the moment.',
  'member.paused': '**{{server}}** takes no new conversations at the moment. Please write again later.',
  'member.paused-until': '**{{server}}** takes no new conversations until {{until, when}}. Please write again then.',
  'member.own-words': '{{words}}',
  'member.account-too-young':
    'Your Discord account is too new to write to **{{server}}**. You can do so from {{from, when}} on.',
  'member.too-new-here':
    'You are too new in **{{server}}** to write to its team. You can do so from {{from, when}} on.',
  'member.role-missing': '**{{server}}** takes messages only from members with a certain role, which you do not have.',
  'member.away':
    'The team of **{{server}}** is away at this hour. Your messages are here for them, and they will answer later.',
  'member.reopened': 'Your conversation with **{{server}}** is open again.',
  'member.too-many':
    'That was a lot at once: what has a ❌ was not passed on. Please wait a minute before you write more.',

  // ---- which server? ----
  'ask-server.prompt': 'Which server is your message for?',
  'ask-server.placeholder': 'Choose a server',
  'ask-server.more': 'More servers',
  'ask-server.back': 'Back',
  'ask-server.page': 'Page {{page}} of {{pages}}',
  'ask-server.kept_one': 'Your message is kept until you choose.',
  'ask-server.kept_other': 'Your {{count}} messages are kept until you choose.',
  'ask-server.prompt-by-name':
    'Which server is your message for? I am in too many to list them: tell me its name, or use /contact-staff there.',
  'ask-server.which': 'Which server do you want to write to?',
  'ask-server.by-name': 'Enter a name',
  'ask-server.other': 'Another server',
  'ask-server.form': 'Which server?',
  'ask-server.form.name': 'The name of the server',
  'ask-server.not-found': 'I could not find a server of this name that we share and that takes messages here.',
  'ask-server.write-now': 'Write here now: your next message goes to **{{server}}**.',
  'ask-ticket.prompt': 'You have several conversations open, and another one has news. Which one is your message for?',
  'panel.text': 'Press the button to write to the team of this server. I will send you a direct message.',
  'panel.label': 'Contact the team',
  'member.contacted': 'The team of **{{server}}** wants to talk with you. What you write here goes to them.',
  'member.goes-to': '-# Your messages go to **{{server}}** now. To write to another server, use /switch.',
  'ask-server.chosen': 'Your message goes to **{{server}}**.',
  'ask-server.expired':
    'This question has expired. Write again, and I will ask once more; what you wrote before is kept.',
  'ask-server.not-any-more': 'You cannot write to that server any more. Please choose another one.',

  // ---- in the ticket channel: what happened ----
  'notice.contacted': '{{by}} opened this ticket to talk with the member.',
  'notice.claimed': '{{by}} took this ticket.',
  'notice.unclaimed': '{{by}} gave this ticket back.',
  'notice.blocked': '{{by}} blocked the member: they can open no new tickets.',
  'notice.blocked-because': '{{by}} blocked the member: they can open no new tickets. Reason: {{reason}}',
  'notice.blocked-until': '{{by}} blocked the member: they can open no new tickets until {{until, when}}.',
  'notice.blocked-until-because':
    '{{by}} blocked the member: they can open no new tickets until {{until, when}}. Reason: {{reason}}',
  'notice.block-ended': 'The time of the block is over: the member can open tickets again.',
  'notice.unblocked': '{{by}} unblocked the member.',
  'notice.claim-dropped': '{{by}} is no longer on the team; this ticket is free again.',
  'notice.closed': '{{by}} closed this ticket.',
  'notice.closed-with-comment': '{{by}} closed this ticket: {{comment}}',
  'notice.closed-auto': 'This ticket was closed, since nobody wrote for a while.',
  'notice.reopened': '{{by}} opened this ticket again.',
  'notice.member-left': 'The member left the server.',
  'notice.member-came': 'The member is back in the server.',
  'notice.not-delivered.cannot-dm':
    '❌ Not delivered: the member takes no direct messages from this server, or has blocked the bot.',
  'notice.not-delivered.gone': '❌ Not delivered: this account no longer exists.',
  'notice.not-delivered.text-blocked': '❌ Not delivered: Discord refused the text.',
  'notice.not-delivered.too-large': '❌ Not delivered: it is larger than Discord allows.',
  'notice.not-delivered.quarantined':
    '❌ Not delivered: Discord does not let this bot write direct messages at the moment.',
  'notice.not-delivered.other': '❌ Not delivered: Discord refused it.',
  'notice.greeting-not-delivered': '⚠️ The member takes no direct messages: your answers may not arrive.',
  'notice.copy-refused':
    '⚠️ A message of the member could not be shown here: Discord refused it. It stands in the transcript.',
  'notice.downtime_one': 'I was away. {{count}} message between {{from, when}} and {{to, when}} was fetched.',
  'notice.downtime_other': 'I was away. {{count}} messages between {{from, when}} and {{to, when}} were fetched.',
  'notice.gap':
    'I was away between {{from, when}} and {{to, when}}. First messages of people I did not know may not have reached me then.',
  'notice.gap-short':
    'I was away for a moment: {{to, when}}. First messages of people I did not know may not have reached me then.',
  'notice.unknown': 'Something happened here that this version cannot describe ({{key}}).',

  // ---- in copies ----
  'copy.reply-to': '-# ↪ {{name}}: {{excerpt}}',
  'copy.reply-to-linked': '-# ↪ [{{name}}: {{excerpt}}]({{link}})',
  'copy.reply-to-gone': '-# ↪ a message that is no longer here',
  'copy.quoted-message': 'a message',
  'copy.quoted-file': 'a file',
  'copy.quoted-sticker': 'a sticker',
  'copy.quoted-poll': 'a poll',
  'copy.quoted-forward': 'a forwarded message',
  'copy.edited': '-# ✏️ edited {{at, when}}',
  'copy.deleted': '-# 🗑️ deleted by its author {{at, when}}',
  'copy.signed': '**{{name}}:**',
  'copy.from-server': '-# {{server}}',
  'copy.sticker': 'Sticker: {{name}}',
  'copy.sticker-linked': '[Sticker: {{name}}]({{url}})',
  'copy.voice': '🎤 Voice message ({{length}})',
  'copy.poll': '📊 Poll: **{{question}}**',
  'copy.activity': '🎮 An invitation to an activity',
  'copy.activity-named': '🎮 An invitation to {{name}}',
  'copy.sound': '🔊 A sound',
  'copy.sound-named': '🔊 Sound: {{name}}',
  'copy.theme': '🎨 A colour theme for Discord',
  'copy.forwarded': '-# ↪ forwarded',
  'copy.unknown': '❔ This message also holds something that I cannot show: {{kind}}',
  'copy.empty': '-# an empty message',
  'copy.file-linked':
    '📎 [{{name}}]({{url}}) ({{size}}) is too large to be sent along. The link works for about a day.',
  'copy.file-kept': '📎 {{name}} ({{size}}) is too large to be sent along. It is kept with the ticket.',
  'copy.file-lost-linked': '📎 [{{name}}]({{url}}) ({{size}}) could not be copied. The link works for about a day.',
  'copy.file-lost': '📎 {{name}} ({{size}}) could not be copied.',
  'copy.file-refused': '-# 📎 {{name}}: left out, since this server does not take such files from members',
  'copy.internal': '-# internal: the member does not see this',
  'copy.not-delivered': '-# ❌ not delivered',
  'copy.held': '-# ⏱️ waits: too many messages in a minute',

  // ---- names ----
  'name.member': 'Member',
  'name.staff': 'Staff',
  'name.neutral': 'Somebody',
  'name.the-team': 'The team',
  'name.server': 'the server',
  'name.with-role': '{{name}} ({{role}})',
} as const;
