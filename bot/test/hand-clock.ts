import type { Clock } from '../src/clock.ts';

export interface HandClock extends Clock {
  /** Moves the time on and does what falls due. */
  advance(ms: number): void;
}

/** A clock that only the test moves. */
export function handClock(start = 1_700_000_000_000): HandClock {
  const waiting = new Map<() => void, number>();
  let now = start;
  const after = (ms: number, act: () => void): (() => void) => {
    const once = (): void => act();
    waiting.set(once, now + ms);
    return () => waiting.delete(once);
  };
  return {
    now: () => now,
    after,
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    advance(ms) {
      now += ms;
      for (const [act, at] of [...waiting].sort((one, other) => one[1] - other[1]))
        if (at <= now && waiting.delete(act)) act();
    },
  };
}
