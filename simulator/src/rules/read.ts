import { formError } from '../errors.ts';

/** Readers of one value each: the value in its right type, or Discord's "Invalid Form Body" that names the field. */

export type Fields = Readonly<Record<string, unknown>>;

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function readFields(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw formError(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
}

/** Refuses fields that Discord does not know here, which it would ignore; so typos are found. */
export function refuseUnknown(fields: Fields, known: ReadonlySet<string>, path = ''): void {
  for (const key in fields) if (!known.has(key)) throw unknownField(path ? `${path}.${key}` : key);
}

export function unknownField(path: string): Error {
  return formError(path, 'UNKNOWN_FIELD', 'This field is not known here.');
}

export function required(path: string): Error {
  return formError(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

/** Lengths are counted in characters, not in UTF-16 units. */
export function readText(value: unknown, path: string, most: number, fewest = 0): string {
  if (typeof value !== 'string')
    throw formError(path, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
  const length = lengthOf(value, most);
  if (length < fewest && length === 0) throw required(path);
  if (length > most || length < fewest) {
    if (fewest > 0) throw formError(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${fewest} and ${most} in length.`);
    throw formError(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }
  return value;
}

/** Characters in a text; exact only where it could be more than `most`. */
export function lengthOf(text: string, most: number): number {
  if (text.length <= most) return text.length;
  let characters = 0;
  for (const _ of text) characters += 1;
  return characters;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw formError(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
}

export function readInteger(value: unknown, path: string, fewest: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw formError(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
  if (value < fewest)
    throw formError(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${fewest}.`);
  if (value > most) throw formError(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${most}.`);
  return value;
}

export function readChoice<T extends string | number>(value: unknown, path: string, choices: readonly T[]): T {
  if (choices.includes(value as T)) return value as T;
  throw formError(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
}

export function readList(value: unknown, path: string, most: number, fewest = 0): readonly unknown[] {
  if (!Array.isArray(value)) throw formError(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  if (value.length > most || value.length < fewest) {
    if (fewest > 0) throw formError(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${fewest} and ${most} in length.`);
    throw formError(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  }
  return value as readonly unknown[];
}

/** A Discord id; numbers are taken too, as Discord does. */
export function readSnowflake(value: unknown, path: string): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^\d{1,20}$/.test(text)) return text;
  throw formError(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
}

/** A bit set, sent as a decimal string (or a number). */
export function readBits(value: unknown, path: string): bigint {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^\d{1,20}$/.test(text)) return BigInt(text);
  throw formError(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
}

/** An absolute http(s) URL, or `attachment://name`. */
export function readUrl(value: unknown, path: string, most: number): string {
  const text = readText(value, path, most, 1);
  if (/^(https?|attachment):\/\/[^\s/]/i.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    throw formError(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${text.split(':')[0]}" is not one of ('http', 'https').`);
  throw formError(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
}
