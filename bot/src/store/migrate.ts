import { migrations } from './migrations/list.ts';
import type { Dialect, Migration } from './migrations/list.ts';
import type { Database } from './sqlite/engine.ts';

/** Marks a SQLite file as ours: "Bchn" in ASCII, where https://sqlite.org/fileformat2.html#application_id keeps it. */
export const applicationId = 0x4263686e;

const sqlite: Dialect = { counter: 'integer primary key autoincrement', clustered: 'without rowid' };

/** Brings the tables up to date, all of it or nothing. */
export function migrate(database: Database, now: number): void {
  database.exec('begin immediate');
  try {
    database.exec('create table if not exists migrations (name text not null primary key, at bigint not null)');
    database.exec(`pragma application_id = ${applicationId}`);
    const remember = database.prepare('insert into migrations (name, at) values (?, ?)');
    for (const migration of missing(applied(database))) {
      for (const step of migration.steps(sqlite)) database.exec(step);
      remember.run(migration.name, now);
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

/** The names of the migrations that a database of ours went through. */
export function applied(database: Database): readonly string[] {
  return (database.prepare('select name from migrations').all() as { readonly name: string }[]).map((row) => row.name);
}

export function missing(done: readonly string[]): readonly Migration[] {
  return migrations.filter(({ name }) => !done.includes(name));
}

/** Migrations that only a newer version of this program can have made. */
export function unknown(done: readonly string[]): readonly string[] {
  return done.filter((name) => !migrations.some((migration) => migration.name === name));
}
