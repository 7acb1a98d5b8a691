/** Tickets in which staff do not learn who the member is. */
export const anonymous = {
  'member.anonymous':
    '-# You are anonymous here: the team of **{{server}}** sees you as **{{alias}}**, and neither your name nor your picture. What you write about yourself they can read.',
  'member.goes-to-anonymous':
    '-# Your messages go to your anonymous conversation with **{{server}}** now. To write to another one, use /switch, or reply to one of its messages.',
  'copy.from-server-anonymous': '-# {{server}}, where you are anonymous',
  'ask-ticket.anonymous': '{{server}} (anonymous)',
  'card.anonymous': '{{alias}}, anonymous: nobody here can see who this is',
  'command.block.alias': 'Whom, if they are anonymous: what they are called in their tickets',
  'answer.no-such-alias': 'Nobody here is called that in an anonymous ticket.',
  'member.file-as-it-was':
    'ℹ️ The team reads your file under a neutral name. What is inside of it was not changed: if it names you, they can read that. From pictures and MP4 recordings we take out what cameras and programs write into them.',
  'notice.not-delivered.anonymous': '❌ This could not be delivered.',
} as const;
