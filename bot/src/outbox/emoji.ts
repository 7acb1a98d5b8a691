import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import { Refused } from '../refusal.ts';

/** What stands in the place of an emoji that the bot cannot write; null for those that it can. */
export type EmojiPicture = (id: string, animated: boolean) => string | null;

/** Servers rarely get new emoji. */
const keptFor = 10 * 60_000;

/**
 * The bot, and those who read it, know the emoji of the ticket's server; of any other, Discord would show the name alone.
 * Asked for only when a text holds such emoji.
 */
export function createEmojiPictures(parts: {
  readonly discord: Pick<Discord, 'guild' | 'emojiPicture'>;
  readonly clock: Clock;
}): (guild: GuildId) => Promise<EmojiPicture> {
  const { discord, clock } = parts;
  const known = new LRUCache<GuildId, ReadonlySet<string>>({
    max: 500,
    ttl: keptFor,
    perf: { now: () => clock.now() },
  });
  return async (guild) => {
    const own = known.get(guild) ?? (await emojiOf(guild));
    known.set(guild, own);
    return (id, animated) => (own.has(id) ? null : discord.emojiPicture(id, animated));
  };

  async function emojiOf(guild: GuildId): Promise<ReadonlySet<string>> {
    try {
      return (await discord.guild(guild)).emoji;
    } catch (error) {
      if (error instanceof Refused && error.reason !== 'unauthorized') return new Set();
      throw error;
    }
  }
}
