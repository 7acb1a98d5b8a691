import type { Clock } from '../clock.ts';
import type { Tables } from '../store.ts';
import type { Connection } from './sqlite/connection.ts';
import type { Session } from './statement.ts';
import { tablesIn } from './tables.ts';

/** How long a group may take, in milliseconds. Units ask only the database: a group is done in a few. */
const patience = 10_000;

/** One caller's transaction: a savepoint within the group's. */
export interface Unit {
  run(tables: Tables): Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

/**
 * Runs units one after the other and commits them together; each learns how it ended. A unit that fails is undone alone.
 * Throws only when nothing more can be written: a unit waits for something else than the database, or it cannot be undone.
 */
export type RunGroup = (group: readonly Unit[]) => Promise<void>;

export function groupsOn(connection: Connection, clock: Clock): RunGroup {
  let current: Unit | null = null;
  const tables = tablesIn(onlyWhile(connection, () => current !== null));

  async function runUnits(group: readonly Unit[]): Promise<void> {
    for (const unit of group) {
      connection.exec('savepoint unit');
      current = unit;
      const failure = await unit.run(tables).then(nothing, (reason: unknown) => ({ reason }));
      // Given up meanwhile.
      if (current !== unit) return;
      current = null;
      if (failure) {
        connection.exec('rollback to unit');
        unit.reject(failure.reason);
      }
      connection.exec('release unit');
    }
  }

  /** Units that only ask the database are over within a turn of the event loop, however late they began. */
  function watch(): { readonly stuck: Promise<Error>; readonly stop: () => void } {
    let stop = (): void => undefined;
    const stuck = new Promise<Error>((resolve) => {
      const error = new Error('A transaction waits for something other than the store. Nothing is written any more.');
      stop = clock.after(patience, () => setImmediate(resolve, error));
    });
    return { stuck, stop };
  }

  return async (group) => {
    const { stuck, stop } = watch();
    let end: Error | void = undefined;
    try {
      connection.exec('begin immediate');
      end = await Promise.race([runUnits(group), stuck]);
      if (end) throw end;
      connection.exec('commit');
      for (const unit of group) unit.resolve();
    } catch (error) {
      current = null;
      for (const unit of group) unit.reject(error);
      if (connection.isTransaction) connection.exec('rollback');
    } finally {
      stop();
    }
    if (end) throw end;
  };
}

const nothing = (): null => null;

/** A table that somebody kept after the transaction would write into another one. */
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
