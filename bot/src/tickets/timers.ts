import type { Timer } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import { createLoop } from '../loop.ts';
import type { Store, Tables } from '../store.ts';
import { endBlock } from './block-ended.ts';
import type { Chores } from './chores.ts';

/** What is done when a timer goes off, by what it was set for; in the transaction that takes the timer away, so that it goes off once. */
const rings: Readonly<Record<string, (tables: Tables, about: string, now: number) => Promise<void>>> = {
  'block-ended': endBlock,
  'gap-told': async (tables) => tables.problems.solve(null, 'gap'),
  /** Nobody said that somebody is to be blocked all the same. */
  'block-asked': async () => undefined,
};

export interface Timers {
  /** A timer was set. */
  wake(): void;
  /** Resolves when none is due. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** So many are looked up at a time. */
const page = 100;
const pauseAfterError = 60_000;

interface Parts {
  readonly clock: Clock;
  readonly store: Store;
  /** What is no transaction's work. */
  readonly chores: Pick<Chores, 'ring' | 'idle' | 'stop'>;
  readonly onError: (error: unknown, what: string) => void;
}

/** Timers live in the database, so they survive the process; this only waits for the next one. */
export function createTimers(parts: Parts): Timers {
  const { clock, store } = parts;
  let turning: Promise<unknown> = Promise.resolve();
  const loop = createLoop({ clock, turn, onError: (error) => parts.onError(error, 'timers') });

  function turn(): Promise<number | null> {
    const next = ringAll();
    turning = next.catch(() => undefined);
    return next;
  }

  async function ringAll(): Promise<number | null> {
    let failed = false;
    for (let due: readonly Timer[] = []; !failed;) {
      due = await store.tables.timers.due(clock.now(), page);
      if (due.length === 0) return store.tables.timers.nextAt();
      for (const timer of due) if (!(await ring(parts, timer))) failed = true;
    }
    return clock.now() + pauseAfterError;
  }

  return {
    wake: loop.wake,
    async idle() {
      for (let last: Promise<unknown> | null = null; last !== turning;) {
        last = turning;
        await last;
        await parts.chores.idle();
      }
    },
    async stop() {
      await loop.stop();
      await parts.chores.stop();
    },
  };
}

/** False when it went wrong: then everything is as it was, and it is tried again. */
async function ring({ clock, store, chores, onError }: Parts, due: Timer): Promise<boolean> {
  const { key, what } = due;
  try {
    if (await chores.ring(due)) return true;
    await store.transaction(async (tables) => {
      const now = clock.now();
      const timer = await tables.timers.take(key, now);
      if (timer !== null) await rings[timer.what]?.(tables, timer.about, now);
    });
    return true;
  } catch (error) {
    onError(error, what);
    return false;
  }
}

/** The same store; whoever sets a timer in it wakes those who wait for timers. */
export function wakingOnTimers(store: Store, wake: () => void): Store {
  return {
    ...store,
    async transaction(work) {
      let isSet = false;
      const result = await store.transaction((tables) => {
        const set: Tables['timers']['set'] = (timer) => {
          isSet = true;
          return tables.timers.set(timer);
        };
        return work({ ...tables, timers: { ...tables.timers, set } });
      });
      if (isSet) wake();
      return result;
    },
  };
}
