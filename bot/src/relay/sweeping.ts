import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export interface Sweeping {
  /** Does nothing while one is under way. */
  begin(): void;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
}

const pauseAfterFailure = 60_000;

/** One sweep at a time; one that fails is tried again after a minute. */
export function createSweeping(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly sweep: () => Promise<void>;
}): Sweeping {
  let current: Promise<void> | null = null;

  function begin(): void {
    current ??= sweepOnce();
  }

  async function sweepOnce(): Promise<void> {
    try {
      await parts.sweep();
    } catch (error) {
      parts.log.warn({ error }, 'catching up has to wait');
      parts.clock.after(pauseAfterFailure, begin);
    } finally {
      current = null;
    }
  }

  return {
    begin,
    async idle() {
      await current;
    },
  };
}
