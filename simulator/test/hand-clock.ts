import type { Clock } from '../src/clock.ts';

export interface HandClock extends Clock {
  /** Lets so many milliseconds pass; what was due is done in order. */
  pass(ms: number): void;
}

/** Time that stands still until a test moves it. */
export function handClock(start = Date.parse('2026-03-01T12:00:00Z')): HandClock {
  let now = start;
  let due: { readonly at: number; readonly act: () => void }[] = [];
  return {
    now: () => now,
    after(ms, act) {
      const one = { at: now + ms, act };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((one) => one !== next);
        now = next.at;
        next.act();
      }
      now = end;
    },
  };
}
