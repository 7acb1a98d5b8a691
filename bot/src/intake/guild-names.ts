import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';

export interface GuildNames {
  /** Empty for a server that the bot is not in any more. */
  of(guild: GuildId): Promise<string>;
  set(guild: GuildId, name: string): void;
  /** Those of `among` that are called so, however it is written, or have this id. */
  called(name: string, among: readonly GuildId[]): Promise<readonly GuildId[]>;
}

const believedFor = 10 * 60_000;

/** What servers are called, from what the gateway says; after a resumed connection it says nothing, and Discord is asked. */
export function createGuildNames(parts: {
  readonly discord: Pick<Discord, 'guild' | 'guilds'>;
  readonly clock: Clock;
}): GuildNames {
  const names = new LRUCache<GuildId, { readonly name: string; readonly at: number }>({ max: 10_000 });
  let listedAt = Number.NEGATIVE_INFINITY;
  const set = (guild: GuildId, name: string): void => void names.set(guild, { name, at: parts.clock.now() });

  /** Asked for at most every few minutes, whatever people search for. */
  async function listAll(): Promise<void> {
    if (parts.clock.now() - listedAt < believedFor) return;
    listedAt = parts.clock.now();
    for (const { id, name } of await parts.discord.guilds()) set(id, name);
  }

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
    async called(name, among) {
      if (among.some((guild) => !names.has(guild))) await listAll();
      const wanted = plain(name);
      if (wanted === '') return [];
      return among.filter((guild) => guild === wanted || plain(names.peek(guild)?.name ?? '') === wanted);
    },
  };
}

/** As it sounds: without case, accents, and what stands between words. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}
