import type { Clock } from '../clock.ts';
import { mayPass, SlowDown } from '../refusal.ts';

export interface Patience {
  /** Does `work`, again while Discord or the network fails; whatever waits behind it keeps its place. */
  of(work: () => Promise<void>): Promise<void>;
  /** Nothing is waited for any more: what failed last is thrown. */
  stop(): void;
}

const firstPause = 1000;
const longestPause = 30_000;
/** Then the gateway decides, which hands it over a few times more: in a day what still fails is no outage, and must not hold up its channel. */
const longest = 6 * 60 * 60_000;

export function createPatience({ clock }: { readonly clock: Clock }): Patience {
  const stopping = new AbortController();
  return {
    async of(work) {
      let waited = 0;
      for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
        try {
          return await work();
        } catch (error) {
          const isOver = stopping.signal.aborted || waited >= longest;
          if (isOver || !mayPass(error)) throw error;
          const wait = error instanceof SlowDown ? error.afterMs : pause;
          if (await isCutShort(clock.sleep(wait, stopping.signal))) throw error;
          waited += wait;
        }
      }
    },
    stop: () => stopping.abort(),
  };
}

function isCutShort(sleep: Promise<void>): Promise<boolean> {
  return sleep.then(
    () => false,
    () => true,
  );
}
