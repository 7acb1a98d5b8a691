import type { Clock } from '../clock.ts';
import type { Tables } from '../store.ts';
import type { Connection } from './sqlite/connection.ts';
import type { Session } from './statement.ts';
import { tablesIn } from './tables.ts';

/** More in one commit gain nothing and keep the first of them waiting. */
const unitsPerCommit = 64;
/** Callers wait for their transactions; so many in the queue mean that somebody does not. */
const longestQueue = 20_000;
/** How long a group may take, in milliseconds. Units ask only the database: a group is done in a few. */
const patience = 10_000;

export interface GroupCommit {
  transaction<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>;
  /** Refuses what comes from now on; resolves once everything before it is committed. */
  close(): Promise<void>;
}

/** One caller's transaction: a savepoint within the group's. */
interface Unit {
  run(tables: Tables): Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Commits the transactions that wait at the same time together, so that the disk is flushed once for all of them. */
export function groupCommit(connection: Connection, clock: Clock): GroupCommit {
  const queue: Unit[] = [];
  let current: Unit | null = null;
  let working: Promise<void> | null = null;
  /** Why nothing is accepted any more. */
  let refusal: Error | null = null;
  const tables = tablesIn(onlyWhile(connection, () => current !== null));

  async function work(): Promise<void> {
    while (queue.length > 0) {
      // Whatever this turn of the event loop still brings joins the same commit.
      await new Promise(setImmediate);
      await commitGroup();
    }
    working = null;
  }

  async function commitGroup(): Promise<void> {
    const group = queue.splice(0, unitsPerCommit);
    const stopWatching = clock.after(patience, () => suspect(group));
    try {
      connection.exec('begin immediate');
      for (const unit of group) await runUnit(unit);
      connection.exec('commit');
      for (const unit of group) unit.resolve();
    } catch (error) {
      if (connection.isTransaction) connection.exec('rollback');
      for (const unit of group) unit.reject(error);
    } finally {
      stopWatching();
      current = null;
    }
  }

  /** Throws only what loses the whole group. */
  async function runUnit(unit: Unit): Promise<void> {
    connection.exec('savepoint unit');
    current = unit;
    const failure = await unit.run(tables).then(nothing, (reason: unknown) => ({ reason }));
    if (refusal && current !== unit) throw refusal;
    current = null;
    if (failure) {
      connection.exec('rollback to unit');
      unit.reject(failure.reason);
    }
    connection.exec('release unit');
  }

  /** A unit that only asks the database is over within a turn of the event loop; one that is not waits for something else. */
  function suspect(group: readonly Unit[]): void {
    const unit = current;
    setImmediate(() => {
      if (unit === null || unit !== current) return;
      refusal = new Error('A transaction waits for something other than the store. Nothing can be written any more.');
      current = null;
      working = null;
      connection.exec('rollback');
      for (const lost of [...group, ...queue.splice(0)]) lost.reject(refusal);
    });
  }

  return {
    transaction(wanted) {
      if (refusal) return Promise.reject(refusal);
      if (queue.length >= longestQueue) return Promise.reject(new Error('Too many transactions wait for the store.'));
      return new Promise((resolve, reject) => {
        let result: Awaited<ReturnType<typeof wanted>>;
        queue.push({
          async run(given) {
            result = await wanted(given);
          },
          resolve: () => resolve(result),
          reject,
        });
        working ??= work();
      });
    },
    async close() {
      refusal ??= new Error('The store is closed.');
      await working;
    },
  };
}

const nothing = (): null => null;

/** A table that was kept after its transaction would write into somebody else's. */
function onlyWhile(session: Session, allowed: () => boolean): Session {
  const check = (): void => {
    if (!allowed()) throw new Error('A table was used after its transaction had ended.');
  };
  return {
    all(statement, filling) {
      check();
      return session.all(statement, filling);
    },
    one(statement, filling) {
      check();
      return session.one(statement, filling);
    },
    run(statement, filling) {
      check();
      return session.run(statement, filling);
    },
  };
}
