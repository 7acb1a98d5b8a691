import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

import { DataUnusable } from '../bookkeeping.ts';
import { applicationId, applied, missing, unknown } from './migrate.ts';
import { codes, sqliteCode } from './sqlite/engine.ts';
import type { Database, OpenDatabase } from './sqlite/engine.ts';

/** The first bytes of every SQLite file: https://sqlite.org/fileformat2.html#magic_header_string */
const magic = 'SQLite format 3\0';
/** Reading every page of a larger database would hold up the start; what is damaged there shows when it is read. */
const wholeCheckUpTo = 256 * 1024 * 1024;

/**
 * Looks at a database without changing a byte of it, not even by opening it the usual way, which begins a log beside it.
 * Returns whether its tables have to be made or updated; throws `DataUnusable` if it must not be used.
 */
export function inspect(open: OpenDatabase, path: string): { readonly outdated: boolean } {
  const size = sizeOf(path);
  if (size === 0) return { outdated: true };
  if (!startsLikeSqlite(path)) throw notOurs(path, 'is not a database');
  try {
    const database = openUntouched(open, path);
    try {
      return look(database, path, size);
    } finally {
      database.close();
    }
  } catch (error) {
    const code = sqliteCode(error);
    if (code === codes.corrupt || code === codes.notADatabase) throw damaged(path);
    throw error;
  }
}

function look(database: Database, path: string, size: number): { readonly outdated: boolean } {
  const { application_id: owner } = database.prepare('pragma application_id').get() as { application_id: number };
  const { tables } = database.prepare('select count(*) as tables from sqlite_schema').get() as { tables: number };
  // The process that made it may have died before the first table was there.
  if (tables === 0 && (owner === 0 || owner === applicationId)) return { outdated: true };
  if (owner !== applicationId) throw notOurs(path, 'belongs to another program');
  if (size <= wholeCheckUpTo) {
    const { quick_check: verdict } = database.prepare('pragma quick_check(1)').get() as { quick_check: string };
    if (verdict !== 'ok') throw damaged(path);
  }
  const done = applied(database);
  const newer = unknown(done);
  if (newer.length > 0)
    throw new DataUnusable(
      `${path} was written by a newer version of Backchannel (${newer.join(', ')}). Install that version again, or put back a backup from before the update. Nothing was changed.`,
    );
  return { outdated: missing(done).length > 0 };
}

/**
 * Without a log beside it the file is complete and nobody has it open: then it is read as if it lay on a disc that
 * cannot be written. With one, only SQLite's reading mode sees what is in it.
 */
function openUntouched(open: OpenDatabase, path: string): Database {
  if (sizeOf(`${path}-wal`) > 0) return open(path, { readOnly: true, timeout: 5_000 });
  return open(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true, timeout: 0 });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function startsLikeSqlite(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(magic.length);
    readSync(file, start, 0, start.length, 0);
    return start.toString('latin1') === magic;
  } finally {
    closeSync(file);
  }
}

const damaged = (path: string): DataUnusable =>
  new DataUnusable(
    `${path} is damaged. Put a backup in its place, together with its -wal file if the backup has one, or move it away to start empty. Nothing was changed.`,
  );

const notOurs = (path: string, what: string): DataUnusable =>
  new DataUnusable(
    `${path} ${what}, or it is damaged. Put a backup in its place, move it away to start empty, or set DATA_DIR to another folder. Nothing was changed.`,
  );
