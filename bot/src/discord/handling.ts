import type { Clock } from '../clock.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { Log } from '../log.ts';

/** Pauses before an event that could not be handled is handed over again; milliseconds. */
const pauses: readonly number[] = [0, 500, 5_000];

export interface Handling {
  /** Calls `done` once the event is dealt with; never when we stop before that. */
  handle(event: DiscordEvent, done: () => void): void;
  /** Hands nothing over again, and resolves when every running handler has ended, or after `longest` milliseconds. */
  stop(longest: number): Promise<void>;
}

/** Hands events over, again where that failed. An event that fails every time is given up: it must not hold up all others. */
export function createHandling(onEvent: (event: DiscordEvent) => Promise<void>, clock: Clock, log: Log): Handling {
  const stopped = new AbortController();
  const running = new Set<Promise<void>>();

  const dealWith = async (event: DiscordEvent, done: () => void): Promise<void> => {
    for (let tries = 0; !stopped.signal.aborted; tries += 1) {
      try {
        await onEvent(event);
        return done();
      } catch (error) {
        const pause = pauses[tries];
        if (pause === undefined) {
          log.error({ event: event.is, error }, 'An event could not be handled and is given up');
          return done();
        }
        log.error({ event: event.is, tries, error }, 'An event could not be handled; it is handed over again');
        if (pause > 0) await clock.sleep(pause, stopped.signal).catch(() => undefined);
      }
    }
  };

  return {
    handle(event, done) {
      const handled = dealWith(event, done).finally(() => running.delete(handled));
      running.add(handled);
    },
    async stop(longest) {
      stopped.abort();
      const patience = new AbortController();
      const tired = clock.sleep(longest, patience.signal).catch(() => undefined);
      await Promise.race([Promise.all(running), tired]);
      patience.abort();
    },
  };
}
