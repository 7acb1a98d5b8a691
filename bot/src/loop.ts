import type { Clock } from './clock.ts';

export interface Loop {
  /** Takes a turn soon: there may be something to do. */
  wake(): void;
  /** Takes no more turns; resolves once the current one is over. */
  stop(): Promise<void>;
}

/**
 * Takes turns one after the other: when woken, and when the last turn said it should. A turn returns when the next one is due, in
 * epoch milliseconds, or null. One that throws is told to `onError` and taken again after a pause.
 */
export function createLoop(parts: {
  readonly clock: Clock;
  readonly turn: () => Promise<number | null>;
  readonly onError: (error: unknown) => void;
}): Loop {
  const pauseAfterError = 1000;
  let woken = false;
  let stopped = false;
  let running: Promise<void> | null = null;
  let cancelTimer = (): void => undefined;

  async function run(): Promise<void> {
    while (woken && !stopped) {
      woken = false;
      cancelTimer();
      let next: number | null;
      try {
        next = await parts.turn();
      } catch (error) {
        parts.onError(error);
        next = parts.clock.now() + pauseAfterError;
      }
      if (next !== null && !stopped) cancelTimer = parts.clock.after(Math.max(0, next - parts.clock.now()), wake);
    }
    running = null;
  }

  function wake(): void {
    woken = true;
    if (!stopped) running ??= run();
  }

  return {
    wake,
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
}
