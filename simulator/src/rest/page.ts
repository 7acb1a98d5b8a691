import { readInteger, readSnowflake } from '../rules/read.ts';

/** `limit` of a query. @throws 50035 out of range */
export function readLimit(query: URLSearchParams, usual: number, most: number, fewest = 1): number {
  const text = query.get('limit');
  if (text === null) return usual;
  return readInteger(/^\d+$/.test(text) ? Number(text) : text, 'limit', fewest, most);
}

/** A snowflake of a query, for comparing; null when it is absent. @throws 50035 */
export function readPlace(query: URLSearchParams, name: string): bigint | null {
  const text = query.get(name);
  return text === null ? null : BigInt(readSnowflake(text, name));
}

export function readSwitch(query: URLSearchParams, name: string): boolean {
  return /^(true|1)$/i.test(query.get(name) ?? '');
}
