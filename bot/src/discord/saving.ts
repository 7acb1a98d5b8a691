import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

/** At most four times a second; milliseconds. */
const apart = 250;

export interface Saving {
  /** Saves now, or as soon as it has been long enough since the last time. */
  soon(): void;
  /** Saves at once, and resolves when it is done. */
  now(): Promise<void>;
  /** Does `work` after what is being saved. */
  afterwards(work: () => Promise<void>): void;
}

/** Saves one at a time and not too often. What could not be saved is saved with the next change. */
export function createSaving(clock: Clock, log: Log, save: () => Promise<void>): Saving {
  let last = -Infinity;
  let cancel: (() => void) | null = null;
  let queue: Promise<void> = Promise.resolve();

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch((error: unknown) => log.error({ error }, 'The gateway session could not be saved'));
    return queue;
  };
  const run = (): Promise<void> => {
    cancel?.();
    cancel = null;
    last = clock.now();
    return enqueue(save);
  };
  return {
    soon() {
      if (cancel) return;
      const wait = last + apart - clock.now();
      if (wait <= 0) void run();
      else cancel = clock.after(wait, () => void run());
    },
    now: run,
    afterwards: (work) => void enqueue(work),
  };
}
