import { sql } from 'kysely';
import type { Compilable, CompiledQuery, Kysely, RawBuilder } from 'kysely';

import type { Schema } from './schema.ts';

/**
 * A query that is built and compiled once and afterwards only filled in: building one costs ten times what running it does.
 * `filling` stands for the values inside `build`; they are placeholders then, so they cannot be looked at.
 */
export interface Statement<Values extends Filling, Row> {
  readonly build: (db: Kysely<Schema>, filling: Values) => Compilable<Row>;
}

/** Values by the name of their place. */
export type Filling = Readonly<Record<string, Value>>;

/** What goes into a database. */
export type Value = string | number | null;

export function statement<Values extends Filling, Row>(build: Statement<Values, Row>['build']): Statement<Values, Row> {
  return { build };
}

/**
 * A limit. SQLite looks at a bare one while it plans, and so plans anew each time one is filled in, which costs three times
 * the query itself.
 */
export function atMost(count: number): RawBuilder<number> {
  return sql<number>`cast(${count} as integer)`;
}

/**
 * Runs statements on one connection. Where the engine answers at once, so does this: a table method that is one statement
 * has then run before its caller awaits it.
 */
export interface Session {
  all<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values): Answer<readonly Row[]>;
  one<Values extends Filling, Row>(statement: Statement<Values, Row>, filling: Values): Answer<Row | null>;
  /** How many rows were made, changed or deleted. */
  run<Values extends Filling>(statement: Statement<Values, unknown>, filling: Values): Answer<number>;
}

type Answer<Result> = Result | Promise<Result>;

export interface Compiled {
  readonly sql: string;
  readonly bind: (filling: Filling) => Value[];
}

interface Placeholder {
  readonly placeholderFor: string;
}

export function compile<Values extends Filling>(db: Kysely<Schema>, { build }: Statement<Values, unknown>): Compiled {
  const placeholders = new Proxy({}, { get: (_, name): Placeholder => ({ placeholderFor: String(name) }) }) as Values;
  const query: CompiledQuery = build(db, placeholders).compile();
  const places = query.parameters.map((value) =>
    isPlaceholder(value) ? { name: value.placeholderFor, constant: null } : { name: null, constant: value as Value },
  );
  return {
    sql: query.sql,
    bind: (filling) => places.map((place) => (place.name === null ? place.constant : (filling[place.name] ?? null))),
  };
}

function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === 'object' && value !== null && 'placeholderFor' in value;
}
