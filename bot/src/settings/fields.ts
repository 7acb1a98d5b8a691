import * as z from 'zod';
import { isSnowflake } from '../ids.ts';
import { parseTimestring, writeTimestring } from './timestring.ts';
import { parseWeeklyHours } from './weekly-hours.ts';

/**
 * One setting: what it accepts, from the command line (text) and from JSON (its own type), and how it is shown.
 * What `schema` gives out it also takes in, since that is what is stored. Its messages continue "greeting …".
 */
export interface Field<Value> {
  readonly schema: z.ZodType<Value>;
  readonly example: string;
  /** How it is asked for in a form. */
  readonly input: FieldInput;
  /** As it is typed. */
  write(value: Value): string;
  /** As people read it, where that is something else. */
  show?(value: Value): string;
}

export type FieldInput =
  | { readonly is: 'text'; readonly long: boolean }
  | { readonly is: 'choice'; readonly among: readonly string[] }
  | { readonly is: 'ids'; readonly of: 'channel' | 'role' | 'user'; readonly most: number }
  /** Too much for a form: a command of its own asks for it. */
  | { readonly is: 'command'; readonly command: string };

/** Makes a field from a function that reads what was given, or says what is wrong with it. */
export function settingField<Value>(
  example: string,
  read: (given: unknown) => { readonly value: Value } | { readonly wrong: string },
  write: (value: Value) => string,
  input: FieldInput = { is: 'text', long: false },
): Field<Value> {
  const schema = z.unknown().transform((given, context): Value => {
    const result = read(typeof given === 'string' ? given.trim() : given);
    if ('value' in result) return result.value;
    context.issues.push({ code: 'custom', message: result.wrong, input: given });
    return z.NEVER;
  });
  return { schema, example, input, write };
}

const isNothing = (given: unknown): boolean => given === null || given === '' || given === 'none';

export function flag(): Field<boolean> {
  return settingField<boolean>(
    'true',
    (given) => {
      if (given === true || given === false) return { value: given };
      if (given === 'true' || given === 'on' || given === 'yes') return { value: true };
      if (given === 'false' || given === 'off' || given === 'no') return { value: false };
      return { wrong: 'must be true or false' };
    },
    String,
    { is: 'choice', among: ['true', 'false'] },
  );
}

export function choice<const Names extends readonly string[]>(names: Names): Field<Names[number]> {
  return settingField<Names[number]>(
    names[0] ?? '',
    (given) => {
      const value = names.find((name) => name === given);
      return value === undefined ? { wrong: `must be one of ${names.join(', ')}` } : { value };
    },
    String,
    { is: 'choice', among: names },
  );
}

const exampleId = '123456789012345678';

export function id<Id extends string>(of: 'channel' | 'role'): Field<Id | null> {
  return settingField<Id | null>(
    exampleId,
    (given) => {
      if (isNothing(given)) return { value: null };
      if (typeof given === 'string' && isSnowflake(given)) return { value: given as Id };
      return { wrong: `must be a ${of} id (17 to 20 digits) or none` };
    },
    (value) => value ?? 'none',
    { is: 'ids', of, most: 1 },
  );
}

export function ids<Id extends string>(of: 'role' | 'user' | 'channel', most: number): Field<readonly Id[]> {
  return settingField<readonly Id[]>(
    `${exampleId},234567890123456789`,
    (given) => {
      if (isNothing(given)) return { value: [] };
      const parts: readonly unknown[] = Array.isArray(given) ? given : String(given).split(',');
      const each = [...new Set(parts.map((part) => String(part).trim()))];
      const malformed = each.find((part) => !isSnowflake(part));
      if (malformed !== undefined)
        return { wrong: `must be ${of} ids (17 to 20 digits) with commas between; "${malformed}" is not one` };
      if (each.length > most) return { wrong: `takes at most ${most} ${of}s` };
      return { value: each as readonly string[] as readonly Id[] };
    },
    (value) => (value.length === 0 ? 'none' : value.join(',')),
    { is: 'ids', of, most },
  );
}

/** A text that may be missing. */
export function text(longest: number, example: string): Field<string | null> {
  return settingField<string | null>(
    `"${example}"`,
    (given) => {
      if (isNothing(given)) return { value: null };
      if (typeof given !== 'string') return { wrong: 'must be a text or none' };
      if (given.length > longest) return { wrong: `may have at most ${longest} characters, has ${given.length}` };
      return { value: given };
    },
    (value) => (value === null ? 'none' : JSON.stringify(value)),
    { is: 'text', long: true },
  );
}

/** A few characters without spaces. */
export function mark(example: string): Field<string> {
  return settingField<string>(example, readMark, String);
}

export function optionalMark(example: string): Field<string | null> {
  return settingField<string | null>(
    example,
    (given) => (isNothing(given) ? { value: null } : readMark(given)),
    (value) => value ?? 'none',
  );
}

function readMark(given: unknown): { readonly value: string } | { readonly wrong: string } {
  if (typeof given === 'string' && /^\S{1,5}$/u.test(given)) return { value: given };
  return { wrong: 'must be 1 to 5 characters without spaces' };
}

/** Stored in milliseconds. */
export function duration(example: string, most = Number.MAX_SAFE_INTEGER): Field<number> {
  const upTo = (ms: number): { readonly value: number } | { readonly wrong: string } =>
    ms <= most ? { value: ms } : { wrong: `may be at most ${writeTimestring(most)}` };
  return settingField<number>(
    example,
    (given) => {
      if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0) return upTo(given);
      if (isNothing(given) || given === 'off') return { value: 0 };
      if (typeof given !== 'string') return { wrong: 'must be a length of time or 0' };
      const parsed = parseTimestring(given);
      return 'wrong' in parsed ? parsed : upTo(parsed.ms);
    },
    writeTimestring,
  );
}

/** The same; `on` is the usual length. */
export function durationOrOn(usual: string): Field<number> {
  const { schema, ...rest } = duration(usual);
  const isOn = (given: unknown): boolean => given === true || given === 'true' || given === 'on' || given === 'yes';
  const isOff = (given: unknown): boolean => given === false || given === 'false' || given === 'no';
  const read = (given: unknown): unknown => (isOn(given) ? usual : isOff(given) ? 0 : given);
  return { ...rest, schema: z.preprocess(read, schema) };
}

/** A time until which it holds, in epoch milliseconds; or until it is taken back. */
export function pause(): Field<boolean | number> {
  return settingField<boolean | number>(
    '2027-01-02T09:00Z',
    (given) => {
      if (typeof given === 'number' && Number.isSafeInteger(given) && given >= 0) return { value: given };
      if (given === true || given === 'true' || given === 'on' || given === 'yes') return { value: true };
      if (given === false || given === 'false' || given === 'off' || given === 'no' || isNothing(given))
        return { value: false };
      const until = typeof given === 'string' && /^\d{4}-\d\d-\d\d/.test(given) ? Date.parse(given) : NaN;
      return Number.isNaN(until) ? { wrong: 'must be yes, no or the time until which it holds' } : { value: until };
    },
    (value) => (typeof value === 'number' ? new Date(value).toISOString() : String(value)),
  );
}

export function weeklyHours(): Field<string | null> {
  return settingField<string | null>(
    '"mon-fri 9:00-17:00, sat 10:00-14:00"',
    (given) => {
      if (isNothing(given)) return { value: null };
      if (typeof given !== 'string') return { wrong: 'must be days and hours or none' };
      const parsed = parseWeeklyHours(given);
      return 'wrong' in parsed ? parsed : { value: parsed.hours };
    },
    (value) => (value === null ? 'none' : JSON.stringify(value)),
  );
}

export function count(most: number, example: number): Field<number> {
  return settingField<number>(
    String(example),
    (given) => {
      const value = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return { value };
      return { wrong: `must be a whole number from 0 to ${most}` };
    },
    String,
  );
}

const placeholders: readonly string[] = ['{username}', '{number}', '{alias}', '{topic}'];

export function nameTemplate(): Field<string> {
  return settingField<string>(
    'modmail-{username}',
    (given) => {
      if (typeof given !== 'string' || given === '' || given.length > 60)
        return { wrong: 'must be a text of 1 to 60 characters' };
      const unknown = given.match(/\{[^}]*\}?/g)?.find((part) => !placeholders.includes(part));
      if (unknown === undefined) return { value: given };
      return { wrong: `has ${unknown}, which means nothing here; known are ${placeholders.join(' and ')}` };
    },
    String,
  );
}

export function timezone(): Field<string> {
  return settingField<string>(
    'Europe/Berlin',
    (given) => {
      const name = typeof given === 'string' ? timezoneName(given) : null;
      return name === null ? { wrong: 'is not a time zone' } : { value: name };
    },
    String,
  );
}

/** As the world's list writes it, or null when it is not there. */
function timezoneName(given: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return null;
  }
}

/** 0xRRGGBB */
export function colour(): Field<number> {
  return settingField<number>(
    '#5865f2',
    (given) => {
      if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= 0xffffff)
        return { value: given };
      if (typeof given === 'string' && /^#?[0-9a-f]{6}$/i.test(given))
        return { value: parseInt(given.replace('#', ''), 16) };
      return { wrong: 'must be a colour of six hex digits' };
    },
    (value) => `#${value.toString(16).padStart(6, '0')}`,
  );
}
