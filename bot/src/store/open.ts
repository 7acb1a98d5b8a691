import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Clock } from '../clock.ts';
import { DataUnusable } from '../bookkeeping.ts';
import type { Store } from '../store.ts';
import { groupCommit } from './group-commit.ts';
import { groupsOn } from './group.ts';
import { inspect } from './inspect.ts';
import { takeLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { migrate } from './migrate.ts';
import { connect } from './sqlite/connection.ts';
import type { Connection } from './sqlite/connection.ts';
import { loadEngine } from './sqlite/engine.ts';
import type { Database, OpenDatabase } from './sqlite/engine.ts';
import type { Filling, Session, Statement } from './statement.ts';
import { tablesIn } from './tables.ts';

export interface StoreOptions {
  /** The folder that holds backchannel.db; made if missing. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** For the one program that serves this data: a second one is refused. Commands that only look or set leave it out. */
  readonly exclusive?: boolean;
}

/** How long a write waits for another program's, in milliseconds; those are short. */
const patience = 5_000;

/** Opens the data, making or updating its tables. Throws `DataUnusable`, having changed nothing, if it cannot be used. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const dataDir = resolve(options.dataDir);
  const open = await loadEngine();
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return openIn(open, dataDir, options);
  } catch (error) {
    if (error instanceof DataUnusable || !isFromOutside(error)) throw error;
    throw new DataUnusable(
      `The data in ${dataDir} cannot be opened: ${error.message}. Check the folder's permissions and the disk, or set DATA_DIR to another folder.`,
    );
  }
}

function openIn(open: OpenDatabase, dataDir: string, { clock, exclusive }: StoreOptions): Store {
  const path = join(dataDir, 'backchannel.db');
  const { outdated } = inspect(open, path);
  // Tables are never changed under a running program: whoever updates them needs the lock too.
  const lock = exclusive || outdated ? takeLock(open, dataDir) : null;
  const opened: Database[] = [];
  try {
    const writing = openToWrite(open, path);
    opened.push(writing);
    if (outdated) migrate(writing, clock.now());
    const reading = open(path, { readOnly: true, timeout: patience });
    opened.push(reading);
    return storeOn(connect(writing), connect(reading), clock, exclusive ? lock : null);
  } catch (error) {
    for (const database of opened) database.close();
    if (exclusive) lock?.release();
    throw error;
  } finally {
    if (!exclusive) lock?.release();
  }
}

function openToWrite(open: OpenDatabase, path: string): Database {
  const database = open(path, { timeout: patience });
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  database.exec('pragma foreign_keys = on');
  database.exec('pragma temp_store = memory');
  database.exec('pragma cache_size = -16000');
  return database;
}

/**
 * Reading sees only what is committed, never waits for a group and cannot write: for that it has a connection of its own. That one reads
 * its pages anew after every commit, so while no group is at work the other one is asked, which has them.
 */
function readingOn(writing: Connection, reading: Connection): Session {
  function connectionFor<Values extends Filling>(statement: Statement<Values, unknown>): Connection {
    return !writing.isTransaction && writing.selects(statement) ? writing : reading;
  }
  return {
    all: (statement, filling) => connectionFor(statement).all(statement, filling),
    one: (statement, filling) => connectionFor(statement).one(statement, filling),
    run: reading.run,
  };
}

function storeOn(writing: Connection, reading: Connection, clock: Clock, lock: Lock | null): Store {
  const commits = groupCommit(groupsOn(writing, clock));
  return {
    transaction: commits.transaction,
    tables: tablesIn(readingOn(writing, reading)),
    async close() {
      await commits.close();
      reading.close();
      // Where SQLite is a package, closing leaves the log behind, and whoever copied only the file would miss what is in it.
      if (lock) writing.checkpoint();
      writing.close();
      lock?.release();
    },
  };
}

/** Errors of the file system and of SQLite carry a code; those of our own making do not. */
function isFromOutside(error: unknown): error is Error {
  return error instanceof Error && 'code' in error;
}
