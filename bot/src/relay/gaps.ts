import type { BotId, ChannelId } from '../ids.ts';
import type { Store } from '../store.ts';

type Search = () => Promise<readonly ChannelId[]>;

/** Channels in which something may have been missed, although the bot was there: Discord did not tell of them for a while. */
export interface Gaps {
  /** Notes the channels that `search` finds; whatever happens in any channel from now on waits until they are known. */
  find(search: Search): Promise<readonly ChannelId[]>;
  /** Whether this is one; it is none any more then. */
  take(channel: ChannelId): Promise<boolean>;
  putBack(channel: ChannelId): void;
  any(): boolean;
}

export function createGaps({ store, bot }: { readonly store: Store; readonly bot: BotId }): Gaps {
  const gaps = new Set<ChannelId>();
  let searching: Promise<unknown> = Promise.resolve();

  async function note(search: Search): Promise<readonly ChannelId[]> {
    const found = await search();
    if (found.length === 0) return found;
    for (const channel of found) gaps.add(channel);
    // The next process must not take them for whole because this one had read them before.
    await store.transaction(async ({ reading }) => {
      for (const channel of found) await reading.unsetWhole(bot, channel);
    });
    return found;
  }

  return {
    find(search) {
      const found = searching.then(() => note(search));
      // Whoever asked hears of a failure; who only waits goes on.
      searching = found.catch(() => undefined);
      return found;
    },
    async take(channel) {
      await searching;
      return gaps.delete(channel);
    },
    putBack: (channel) => void gaps.add(channel),
    any: () => gaps.size > 0,
  };
}
