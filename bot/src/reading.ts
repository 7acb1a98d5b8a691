import type { BotId, ChannelId, MessageId } from './ids.ts';

/** How far each channel was read, for catching up after downtime. */
export interface Reading {
  /** The newest message of the channel that was handled; null for a channel never read. */
  upTo(bot: BotId, channel: ChannelId): Promise<MessageId | null>;
  /** Never goes back: an older message than the stored one changes nothing. */
  mark(bot: BotId, channel: ChannelId, message: MessageId): Promise<void>;
  /** A channel that was never read is read from `now` on, epoch milliseconds. */
  begin(bot: BotId, channel: ChannelId, now: number): Promise<void>;
  /** Whether messages may have been missed and not all channels were looked at since. */
  isBehind(bot: BotId): Promise<boolean>;
  /** Said again, it counts for every channel anew. */
  setBehind(bot: BotId, behind: boolean): Promise<void>;
  /** When the bot was last known to hear what happens, epoch milliseconds; null before that. */
  heardAt(bot: BotId): Promise<number | null>;
  heard(bot: BotId, now: number): Promise<void>;
  /** Whether nothing is missing in a channel, although the bot is behind. */
  isWhole(bot: BotId, channel: ChannelId): Promise<boolean>;
  setWhole(bot: BotId, channel: ChannelId): Promise<void>;
  /** Something may be missing in it after all. */
  unsetWhole(bot: BotId, channel: ChannelId): Promise<void>;
}
