import { LRUCache } from 'lru-cache';
import type { BotId, ChannelId } from '../ids.ts';
import type { Store } from '../store.ts';

/** Whether something may have been missed, and which channels were read since. */
export interface Whole {
  /** Something may have been missed, in every channel. */
  lose(): Promise<void>;
  /** An earlier process may have missed something and not read it. */
  load(): Promise<void>;
  /** Whether something may have been missed anywhere. */
  isBehind(): boolean;
  /** Counts how often something may have been missed; what was read before the last time does not count. */
  losses(): number;
  /** False while it is not sure. */
  has(channel: ChannelId): Promise<boolean>;
  /** A channel was read, beginning after so many losses. Where it is worth remembering, the next process knows as well. */
  add(channel: ChannelId, since: number, isLasting: boolean): Promise<void>;
  /** Every channel was read, beginning after so many losses. */
  all(since: number): Promise<void>;
}

export function createWhole({ store, bot }: { readonly store: Store; readonly bot: BotId }): Whole {
  let isBehind = false;
  let losses = 0;
  /** The table still says what was true before the last loss. */
  let isClearing = false;
  /** What the table says of the channels that were asked for last. */
  const known = new LRUCache<ChannelId, true>({ max: 20_000 });
  return {
    async lose() {
      losses += 1;
      isBehind = isClearing = true;
      known.clear();
      await store.transaction((tables) => tables.reading.setBehind(bot, true));
      isClearing = false;
    },
    async load() {
      isBehind ||= await store.tables.reading.isBehind(bot);
    },
    isBehind: () => isBehind,
    losses: () => losses,
    async has(channel) {
      if (!isBehind || known.has(channel)) return true;
      const since = losses;
      if (isClearing || !(await store.tables.reading.isWhole(bot, channel)) || since !== losses) return false;
      known.set(channel, true);
      return true;
    },
    async add(channel, since, isLasting) {
      if (since !== losses) return;
      if (isLasting) await store.transaction((tables) => tables.reading.setWhole(bot, channel));
      if (since === losses) known.set(channel, true);
    },
    async all(since) {
      if (since !== losses) return;
      isBehind = false;
      known.clear();
      await store.transaction((tables) => tables.reading.setBehind(bot, false));
    },
  };
}
