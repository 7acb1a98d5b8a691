import type { Value } from '../statement.ts';

/** What we use of SQLite; `node:sqlite` and `@photostructure/sqlite` have the same API. */
export interface Database {
  prepare(sql: string): Prepared;
  exec(sql: string): void;
  close(): void;
  readonly isTransaction: boolean;
}

export interface Prepared {
  run(...values: Value[]): { readonly changes: number | bigint };
  /** An object per row; an array of its values after `setReturnArrays(true)`. */
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
  setReturnArrays(arrays: boolean): void;
  columns(): readonly { readonly name: string }[];
}

interface Engine {
  readonly DatabaseSync: new (path: string, options: OpenFile) => Database;
}

export interface OpenFile {
  readonly readOnly?: boolean;
  /** How long to wait for another program's lock, in milliseconds. */
  readonly timeout: number;
}

/** `path` may be a `file:` URL with SQLite's own parameters. */
export type OpenDatabase = (path: string, options: OpenFile) => Database;

/**
 * Node has SQLite built in since 22.13, but before 24 it warns of an experiment and knows neither file URLs nor
 * whether a transaction runs; there the package takes its place.
 */
export async function loadEngine(): Promise<OpenDatabase> {
  const builtIn = Number(process.versions.node.split('.')[0]) >= 24;
  const { DatabaseSync } = builtIn
    ? (process.getBuiltinModule('node:sqlite') as unknown as Engine)
    : await import('@photostructure/sqlite');
  return (path, options) => new DatabaseSync(path, options);
}

/** SQLite's own number for what went wrong, without the details above its lowest byte; null for any other error. */
export function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null;
}

/** https://sqlite.org/rescode.html */
export const codes = { busy: 5, locked: 6, corrupt: 11, cantOpen: 14, notADatabase: 26 } as const;
