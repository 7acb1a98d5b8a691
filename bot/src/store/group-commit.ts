import type { Store } from '../store.ts';
import type { RunGroup, Unit } from './group.ts';

/** More in one commit gain nothing and keep the first of them waiting. */
const unitsPerCommit = 64;
const mostTurns = 5;
/** Callers wait for their transactions; so many in the queue mean that somebody does not. */
const longestQueue = 20_000;

/** Commits the transactions that come at the same time together, so that the disk is flushed once for all of them. */
export function groupCommit(runGroup: RunGroup): Pick<Store, 'transaction' | 'close'> {
  const queue: Unit[] = [];
  let working: Promise<void> | null = null;
  /** Why nothing is accepted any more. */
  let refusal: Error | null = null;

  /**
   * Whatever this turn of the event loop still brings joins the same commit. While every turn brings more, so does the next one, for
   * a few turns: flushing the disk costs more than they do. Whoever is alone waits for one.
   */
  async function gather(): Promise<void> {
    for (let turns = 0, seen = 0; turns < mostTurns && queue.length > seen && seen < unitsPerCommit; turns += 1) {
      seen = queue.length;
      await new Promise(setImmediate);
    }
  }

  async function work(): Promise<void> {
    try {
      while (queue.length > 0) {
        await gather();
        await runGroup(queue.splice(0, unitsPerCommit));
      }
    } catch (error) {
      refusal = error instanceof Error ? error : new Error(String(error));
      for (const unit of queue.splice(0)) unit.reject(refusal);
    }
    working = null;
  }

  return {
    transaction(wanted) {
      if (refusal) return Promise.reject(refusal);
      if (queue.length >= longestQueue) return Promise.reject(new Error('Too many transactions wait for the store.'));
      return new Promise((resolve, reject) => {
        let result: Awaited<ReturnType<typeof wanted>>;
        queue.push({
          async run(tables) {
            result = await wanted(tables);
          },
          resolve: () => resolve(result),
          reject,
        });
        working ??= work();
      });
    },
    /** Refuses what comes from now on; resolves once everything before it is committed. */
    async close() {
      refusal ??= new Error('The store is closed.');
      await working;
    },
  };
}
