import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Discord, GuildMember } from '../discord.ts';
import type { GuildId, UserId } from '../ids.ts';

type LookUp = Discord['member'];

/** So long a look-up can be used once more; milliseconds. */
const holds = 10_000;

export interface LookedUp {
  /** Asks Discord. */
  readonly member: LookUp;
  /** What Discord has just said, once, or else asks: whoever writes for the first time is looked up, and a moment later stands on a card. */
  readonly again: LookUp;
}

export function createLookedUp({
  discord,
  clock,
}: {
  readonly discord: Pick<Discord, 'member'>;
  readonly clock: Clock;
}): LookedUp {
  const found = new LRUCache<string, GuildMember>({ max: 200, ttl: holds, perf: { now: () => clock.now() } });
  const keyOf = (guild: GuildId, user: UserId): string => `${guild}:${user}`;
  return {
    async member(guild, user) {
      const member = await discord.member(guild, user);
      if (member !== null) found.set(keyOf(guild, user), member);
      return member;
    },
    async again(guild, user) {
      const key = keyOf(guild, user);
      const known = found.get(key);
      found.delete(key);
      return known ?? discord.member(guild, user);
    },
  };
}
