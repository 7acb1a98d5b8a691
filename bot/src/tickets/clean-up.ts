import type { Clock } from '../clock.ts';
import type { Cleaned } from '../files.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store.ts';
import { nextAtHour, type Chore } from './chores.ts';

/** When most people sleep in the places where most servers are; hours after midnight, UTC. */
const hour = 4;
/** In one transaction, so that nobody waits long behind it. */
const rowsAtOnce = 500;

/** Once a day: files that no entry needs, and what was remembered for a while and is of no use any more. */
export function cleanUp(parts: {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Pick<Store, 'transaction'>;
  readonly log: Log;
  readonly cleanFiles: (signal: AbortSignal) => Promise<Cleaned>;
}): Chore {
  return {
    next: (now) => nextAtHour(hour, now),
    async run(signal) {
      const rows = await forgetStale(parts, signal);
      const { files, bytes } = await parts.cleanFiles(signal);
      parts.log.info({ files, bytes, rows }, 'what nobody needs any more was removed');
    },
  };
}

async function forgetStale(
  { clock, store }: { readonly clock: Pick<Clock, 'now'>; readonly store: Pick<Store, 'transaction'> },
  signal: AbortSignal,
): Promise<number> {
  const stale = [
    'forgetTold',
    'forgetMemberships',
    'forgetPrompts',
    'forgetDoors',
    'forgetFileUse',
    'forgetLinks',
  ] as const;
  let rows = 0;
  for (const forget of stale)
    for (let gone = rowsAtOnce; gone === rowsAtOnce;) {
      signal.throwIfAborted();
      gone = await store.transaction(({ upkeep }) => upkeep[forget](clock.now(), rowsAtOnce));
      rows += gone;
    }
  return rows;
}
