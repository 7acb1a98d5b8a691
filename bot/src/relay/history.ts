import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { BotId, GuildId, MessageId } from '../ids.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Store } from '../store.ts';
import type { Ask } from './read-budget.ts';

/** What is done about what stands in a channel's history, as if it had just been heard of. */
export interface History {
  read(message: IncomingMessage): Promise<void>;
  /** False if it says the same as before. */
  edited(message: IncomingMessage): Promise<boolean>;
  deleted(message: MessageId, guild: GuildId | null): Promise<void>;
}

export interface HistoryParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Store;
  readonly discord: Pick<Discord, 'messages' | 'message' | 'member'>;
  readonly bot: BotId;
  readonly ask: Ask;
}

/** Discord hands out at most so many messages at a time: https://docs.discord.com/developers/resources/message#get-channel-messages */
export const historyPage = 100;
