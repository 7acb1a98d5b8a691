import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export interface Sweeping {
  /** Does nothing while one is under way. */
  begin(): void;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
  /** Begins none any more; resolves once the current one has ended. */
  stop(): Promise<void>;
}

const pauseAfterFailure = 60_000;

/** One sweep at a time; one that fails is tried again after a minute. */
export function createSweeping(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly sweep: () => Promise<void>;
  /** Ends the sweep that is under way, as if it had failed. */
  readonly stop: () => void;
}): Sweeping {
  let current: Promise<void> | null = null;
  let isStopped = false;
  let cancelTimer = (): void => undefined;

  function begin(): void {
    if (isStopped) return;
    cancelTimer();
    current ??= sweepOnce();
  }

  async function sweepOnce(): Promise<void> {
    try {
      await parts.sweep();
    } catch (error) {
      // What is not read is still marked so, for the next process.
      if (isStopped) return;
      parts.log.warn({ error }, 'catching up has to wait');
      cancelTimer = parts.clock.after(pauseAfterFailure, begin);
    } finally {
      current = null;
    }
  }

  return {
    begin,
    async idle() {
      await current;
    },
    async stop() {
      isStopped = true;
      cancelTimer();
      parts.stop();
      await current;
    },
  };
}
