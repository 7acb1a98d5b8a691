import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** The privileged ones: https://docs.discord.com/developers/events/gateway#privileged-intents */
export interface Intents {
  readonly content: boolean;
  readonly members: boolean;
}

const always =
  Intent.Guilds |
  Intent.GuildMessages |
  Intent.GuildMessageReactions |
  Intent.GuildMessageTyping |
  Intent.DirectMessages |
  Intent.DirectMessageReactions |
  Intent.DirectMessageTyping;

export function intentBits({ content, members }: Intents): number {
  return always | (content ? Intent.MessageContent : 0) | (members ? Intent.GuildMembers : 0);
}

/** What to ask for after Discord refused `refused`; null when there is nothing left to leave out. */
export function fewerIntents(refused: Intents): Intents | null {
  if (refused.members) return { ...refused, members: false };
  return refused.content ? { content: false, members: false } : null;
}
