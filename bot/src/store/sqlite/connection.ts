import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

import type { Schema } from '../schema.ts';
import { compile } from '../statement.ts';
import type { Compiled, Filling, Statement, Value } from '../statement.ts';
import type { Database, Prepared } from './engine.ts';

/** One connection to a SQLite file. Everything happens at once and blocks. */
export interface Connection {
  all<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values): readonly Row[];
  one<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values): Row | null;
  run<Values extends Filling>(statement: Statement<Values, unknown>, filling: Values): number;
  /** For the words around transactions; prepared once. */
  exec(sql: string): void;
  readonly isTransaction: boolean;
  /** Whether it only reads. */
  selects<Values extends Filling>(statement: Statement<Values, unknown>): boolean;
  /** Moves what is in the log into the file itself, if nobody else is at it. */
  checkpoint(): void;
  close(): void;
}

interface Ready extends Compiled {
  readonly prepared: Prepared;
  /** The names of a row's values. */
  readonly names: readonly string[];
  readonly selects: boolean;
}

export function connect(database: Database): Connection {
  const queries = sqliteQueries();
  const ready = new Map<unknown, Ready>();
  const words = new Map<string, Prepared>();

  function prepare<Values extends Filling>(statement: Statement<Values, unknown>): Ready {
    const known = ready.get(statement);
    if (known) return known;
    const compiled = compile(queries, statement);
    const prepared = database.prepare(compiled.sql);
    prepared.setReturnArrays(true);
    const names = prepared.columns().map((column) => column.name);
    const made = { ...compiled, prepared, names, selects: compiled.sql.startsWith('select ') };
    ready.set(statement, made);
    return made;
  }

  return {
    all<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values) {
      const { prepared, bind, names } = prepare(statement);
      return prepared.all(...bind(filling)).map((values) => rowOf<Row>(names, values as readonly Value[]));
    },
    one<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values) {
      const { prepared, bind, names } = prepare(statement);
      const values = prepared.get(...bind(filling));
      return values === undefined ? null : rowOf<Row>(names, values as readonly Value[]);
    },
    run(statement, filling) {
      const { prepared, bind } = prepare(statement);
      return Number(prepared.run(...bind(filling)).changes);
    },
    exec(sql) {
      let word = words.get(sql);
      if (!word) words.set(sql, (word = database.prepare(sql)));
      word.run();
    },
    get isTransaction() {
      return database.isTransaction;
    },
    selects: (statement) => prepare(statement).selects,
    checkpoint: () => database.exec('pragma wal_checkpoint(truncate)'),
    close: () => database.close(),
  };
}

/** The engines make objects that are slow to read and to copy; ours take half the time altogether. */
function rowOf<Row>(names: readonly string[], values: readonly Value[]): Row {
  const row: Record<string, Value | undefined> = {};
  for (let index = 0; index < names.length; index += 1) row[names[index] as string] = values[index];
  return row as Row;
}

/** Kysely builds and compiles; running is ours, since its own way to a connection costs more than the query. */
function sqliteQueries(): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}
