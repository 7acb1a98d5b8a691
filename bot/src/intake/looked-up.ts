import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Discord, GuildMember } from '../discord.ts';
import type { GuildId, UserId } from '../ids.ts';

type LookUp = Discord['member'];

/** So long a look-up can be used once more; milliseconds. */
const holds = 10_000;
/** So long it is known for what is looked at again anyway. */
const remembers = 60_000;

export interface LookedUp {
  /** Asks Discord. */
  readonly member: LookUp;
  /** What Discord has just said, once, or else asks: whoever writes for the first time is looked up, and a moment later stands on a card. */
  readonly again: LookUp;
  /** What Discord said lately, where nobody can wait for it; null: it was not asked, or they were no member. */
  readonly remembered: (guild: GuildId, user: UserId) => GuildMember | null;
}

export function createLookedUp({
  discord,
  clock,
}: {
  readonly discord: Pick<Discord, 'member'>;
  readonly clock: Clock;
}): LookedUp {
  const perf = { now: () => clock.now() };
  const found = new LRUCache<string, GuildMember>({ max: 200, ttl: holds, perf });
  const lately = new LRUCache<string, GuildMember>({ max: 200, ttl: remembers, perf });
  const keyOf = (guild: GuildId, user: UserId): string => `${guild}:${user}`;
  return {
    async member(guild, user) {
      const member = await discord.member(guild, user);
      const key = keyOf(guild, user);
      if (member === null) {
        lately.delete(key);
        return null;
      }
      found.set(key, member);
      lately.set(key, member);
      return member;
    },
    async again(guild, user) {
      const key = keyOf(guild, user);
      const known = found.get(key);
      found.delete(key);
      return known ?? discord.member(guild, user);
    },
    remembered: (guild, user) => lately.get(keyOf(guild, user)) ?? null,
  };
}
