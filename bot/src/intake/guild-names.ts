import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';

export interface GuildNames {
  /** Empty for a server that the bot is not in any more. */
  of(guild: GuildId): Promise<string>;
  set(guild: GuildId, name: string): void;
}

const believedFor = 10 * 60_000;

/** What servers are called, from what the gateway says; after a resumed connection it says nothing, and Discord is asked. */
export function createGuildNames(parts: {
  readonly discord: Pick<Discord, 'guild'>;
  readonly clock: Clock;
}): GuildNames {
  const names = new LRUCache<GuildId, { readonly name: string; readonly at: number }>({ max: 10_000 });
  const set = (guild: GuildId, name: string): void => void names.set(guild, { name, at: parts.clock.now() });
  return {
    set,
    async of(guild) {
      const known = names.get(guild);
      if (known !== undefined && parts.clock.now() - known.at < believedFor) return known.name;
      try {
        const { name } = await parts.discord.guild(guild);
        set(guild, name);
        return name;
      } catch (error) {
        if (error instanceof Refused && error.reason !== 'unauthorized') return known?.name ?? '';
        throw error;
      }
    },
  };
}
