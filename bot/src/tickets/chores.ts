import type { Timer } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store.ts';

/** Work that comes back by itself and takes its time, outside of any transaction. Doing it twice is doing it once. */
export interface Chore {
  /** Its first time after `now`; epoch milliseconds. */
  next(now: number): number;
  run(signal: AbortSignal): Promise<void>;
}

/** One that fails, or dies with the process, is tried again after so long. */
const tryAgainAfter = 60 * 60_000;

export interface Chores {
  /** Sets the timers that are not set yet; one whose time came while the program was away is due. */
  schedule(): Promise<void>;
  /** Begins what this timer is for, and has set it anew; false when it is for no chore. */
  ring(timer: Timer): Promise<boolean>;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Chores by name. Their timers are set to a later try while they run, so that nothing has to be remembered by the process. */
export function createChores(parts: {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly chores: Readonly<Record<string, Chore>>;
  readonly onError: (error: unknown, what: string) => void;
}): Chores {
  const { clock, store, chores } = parts;
  const stopped = new AbortController();
  const running = new Map<string, Promise<void>>();

  async function run(timer: Timer, chore: Chore): Promise<void> {
    try {
      await chore.run(stopped.signal);
      const at = chore.next(clock.now());
      await store.transaction((tables) => tables.timers.set({ ...timer, at }));
    } catch (error) {
      if (!stopped.signal.aborted) parts.onError(error, timer.what);
    } finally {
      running.delete(timer.key);
    }
  }

  async function ring({ key, what }: Timer): Promise<boolean> {
    const chore = chores[what];
    if (chore === undefined) return false;
    const now = clock.now();
    const timer = await store.transaction(async ({ timers }) => {
      const taken = await timers.take(key, now);
      if (taken !== null) await timers.set({ ...taken, at: now + tryAgainAfter });
      return taken;
    });
    if (timer !== null && !running.has(key) && !stopped.signal.aborted) running.set(key, run(timer, chore));
    return true;
  }

  return {
    ring,
    async schedule() {
      const now = clock.now();
      await store.transaction(async ({ timers }) => {
        for (const [what, chore] of Object.entries(chores)) {
          const key = `chore:${what}`;
          await timers.set((await timers.withdraw(key)) ?? { key, at: chore.next(now), what, about: '' });
        }
      });
    },
    async idle() {
      await Promise.all(running.values());
    },
    async stop() {
      stopped.abort();
      await Promise.all(running.values());
    },
  };
}

/** The first time after `now` that it is so many hours after midnight, UTC. */
export function nextAtHour(hour: number, now: number): number {
  const day = 24 * 60 * 60_000;
  const today = Math.floor(now / day) * day + hour * 60 * 60_000;
  return today > now ? today : today + day;
}
