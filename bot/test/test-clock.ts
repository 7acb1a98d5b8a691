import { vi } from 'vitest';
import type { Clock } from '../src/clock.ts';

export interface TestClock extends Clock {
  /** Lets time pass, doing what is due in its order; `between` runs after each of these. */
  pass(ms: number, between: () => Promise<void>): Promise<void>;
  /** How many wait in `sleep`: they will not go on before time passes. */
  sleeping(): number;
  /** Gives `Date` back its own time. */
  release(): void;
}

/**
 * Time that stands still until a test moves it; `Date` moves along, so that the buckets of the REST client expire with it.
 * The timers of sockets are left alone.
 */
export function testClock(start = Date.parse('2026-03-02T12:00:00Z')): TestClock {
  let now = start;
  let sleeping = 0;
  let due: { readonly at: number; readonly act: () => void }[] = [];
  vi.useFakeTimers({ toFake: ['Date'], now });

  function after(ms: number, act: () => void): () => void {
    const one = { at: now + ms, act };
    due.push(one);
    return () => {
      due = due.filter((other) => other !== one);
    };
  }

  function moveTo(at: number): void {
    now = at;
    vi.setSystemTime(at);
  }

  return {
    now: () => now,
    after,
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        sleeping += 1;
        const cancel = after(ms, () => {
          signal?.removeEventListener('abort', stop);
          sleeping -= 1;
          resolve();
        });
        const stop = (): void => {
          cancel();
          sleeping -= 1;
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', stop, { once: true });
      });
    },
    async pass(ms, between) {
      const end = now + ms;
      for (;;) {
        await between();
        const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        due = due.filter((one) => one !== next);
        moveTo(Math.max(now, next.at));
        next.act();
      }
      moveTo(end);
      await between();
    },
    sleeping: () => sleeping,
    release: () => void vi.useRealTimers(),
  };
}
