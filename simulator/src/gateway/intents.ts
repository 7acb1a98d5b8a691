import type { Application } from '../state.ts';
import type { Happening } from '../world.ts';

/** https://docs.discord.com/developers/events/gateway#gateway-intents */
export const intents = {
  guilds: 1 << 0,
  members: 1 << 1,
  moderation: 1 << 2,
  expressions: 1 << 3,
  integrations: 1 << 4,
  webhooks: 1 << 5,
  invites: 1 << 6,
  voiceStates: 1 << 7,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  guildTyping: 1 << 11,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  directTyping: 1 << 14,
  content: 1 << 15,
  scheduledEvents: 1 << 16,
  autoModerationConfiguration: 1 << 20,
  autoModerationExecution: 1 << 21,
  guildPolls: 1 << 24,
  directPolls: 1 << 25,
} as const;

const known = Object.values(intents).reduce((all: number, bit) => all | bit, 0);

/** By the first words of an event's name: the intent in servers and, where there is one, the intent in DMs. */
const needed: readonly (readonly [prefix: string, inGuild: number, inDm: number])[] = [
  ['MESSAGE_REACTION_', intents.guildReactions, intents.directReactions],
  ['MESSAGE_POLL_', intents.guildPolls, intents.directPolls],
  ['MESSAGE_', intents.guildMessages, intents.directMessages],
  ['TYPING_', intents.guildTyping, intents.directTyping],
  ['CHANNEL_PINS_', intents.guilds, intents.directMessages],
  ['CHANNEL_', intents.guilds, 0],
  ['THREAD_', intents.guilds, 0],
  ['GUILD_MEMBER_', intents.members, 0],
  ['GUILD_BAN_', intents.moderation, 0],
  ['GUILD_EMOJIS_', intents.expressions, 0],
  ['GUILD_', intents.guilds, 0],
  ['WEBHOOKS_', intents.webhooks, 0],
];

export function isValid(wanted: unknown): wanted is number {
  return typeof wanted === 'number' && Number.isInteger(wanted) && wanted >= 0 && (wanted & ~known) === 0;
}

/** The privileged ones only if the portal has them on. */
export function isAllowed(application: Application, wanted: number): boolean {
  const { presences, members, content } = application.intents;
  if ((wanted & intents.presences) !== 0 && !presences) return false;
  if ((wanted & intents.members) !== 0 && !members) return false;
  return (wanted & intents.content) === 0 || content;
}

/** Whether someone with these intents wants to hear of it. Events without an intent are always sent. */
export function wants(held: number, happening: Happening, userId: string): boolean {
  const row = needed.find(([prefix]) => happening.name.startsWith(prefix));
  if (!row) return true;
  const [, inGuild, inDm] = row;
  if ((held & (happening.guildId === null ? inDm : inGuild)) !== 0) return concerns(held, happening, userId);
  return happening.name === 'GUILD_MEMBER_UPDATE' && isAbout(happening, userId);
}

/** Of the members of threads, one without the Members intent only hears of itself. */
function concerns(held: number, happening: Happening, userId: string): boolean {
  if (happening.name !== 'THREAD_MEMBERS_UPDATE' || (held & intents.members) !== 0) return true;
  const { added_members: added, removed_member_ids: removed } = happening.data(userId) as {
    added_members: { user_id: string }[];
    removed_member_ids: string[];
  };
  return removed.includes(userId) || added.some((member) => member.user_id === userId);
}

/** The bot's own member is told of without an intent. */
function isAbout(happening: Happening, userId: string): boolean {
  return (happening.data(userId).user as { id: string } | undefined)?.id === userId;
}
