import { isSettingName } from './complete.ts';
import { settingFields } from './schema.ts';
import type { SettingName, Values } from './schema.ts';

/** What is wrong with a setting, for the person who set it: `${field} ${wrong}, for example ${example}`. */
export interface SettingProblem {
  readonly field: string;
  readonly wrong: string;
  readonly example: string | null;
}

/** What to store, and which stored values to drop so that preset and defaults count again. */
export interface SettingChange {
  readonly values: Values;
  readonly reset: readonly SettingName[];
  /** The version of the settings that it was made from: nothing is stored once there is another. */
  readonly basedOn?: number;
}

export type Parsed = { readonly change: SettingChange } | { readonly problems: readonly SettingProblem[] };

/** Reads `key=value` texts. `key=default` takes back what was set. */
export function parseAssignments(assignments: readonly string[]): Parsed {
  const pairs: [string, unknown][] = [];
  const problems: SettingProblem[] = [];
  for (const assignment of assignments) {
    const at = assignment.indexOf('=');
    if (at > 0) pairs.push([assignment.slice(0, at).trim(), assignment.slice(at + 1)]);
    else problems.push({ field: assignment, wrong: 'has no value', example: 'enabled=true' });
  }
  return parsePairs(pairs, problems);
}

/** Reads settings from JSON: names with their values, `limits` and `gates` also as objects of their own. */
export function parseJson(json: unknown): Parsed {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { problems: [{ field: 'settings', wrong: 'must be a JSON object', example: '{ "enabled": true }' }] };
  const pairs = Object.entries(json).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    (name === 'limits' || name === 'gates') && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([inner, of]) => [`${name}.${inner}`, of])
      : [[name, value]],
  );
  return parsePairs(pairs, []);
}

function parsePairs(pairs: readonly (readonly [string, unknown])[], found: readonly SettingProblem[]): Parsed {
  const problems = [...found];
  const values: Record<string, unknown> = {};
  const reset: SettingName[] = [];
  const seen = new Set<string>();
  for (const [name, given] of pairs) {
    if (!isSettingName(name)) {
      problems.push({ field: name, wrong: `is not a setting; the nearest is ${nearest(name)}`, example: null });
      continue;
    }
    if (seen.has(name)) problems.push({ field: name, wrong: 'is set twice', example: null });
    seen.add(name);
    if (given === 'default') {
      reset.push(name);
      continue;
    }
    const { schema, example } = settingFields[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) values[name] = parsed.data;
    else
      problems.push(
        ...parsed.error.issues.map(({ message, path }) => ({
          field: name + path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join(''),
          wrong: message,
          // What is wrong inside of something needs no example of the whole.
          example: path.length > 0 ? null : `${name}=${example}`,
        })),
      );
  }
  return problems.length > 0 ? { problems } : { change: { values, reset } };
}

function nearest(name: string): string {
  const known = Object.keys(settingFields);
  const distances = known.map((candidate) => distance(name.toLowerCase(), candidate.toLowerCase()));
  return known[distances.indexOf(Math.min(...distances))] ?? 'enabled';
}

/** How many letters must be added, removed or changed to make one text into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...from].entries()) {
    const next = [above + 1];
    for (const [index, other] of [...to].entries())
      next.push(
        Math.min((row[index] ?? 0) + (letter === other ? 0 : 1), (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
