import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const using = (target: string): string => `import { a } from '${target}';\nexport const b = () => a;`;
const long = Array.from({ length: 61 }, (_, line) => `  n += ${line};`).join('\n');

/** A file that breaks a rule, and the rule that must notice; null for what looks alike and is allowed. */
const plants: readonly (readonly [what: string, file: string, code: string, rule: string | null])[] = [
  ['a decision that renders', 'bot/src/relay/a.ts', using('../render/names.ts'), 'borders'],
  ['a decision that sends', 'bot/src/tickets/a.ts', using('../outbox/deliver.ts'), 'borders'],
  ['a decision that knows the channel kinds', 'bot/src/intake/a.ts', using('../channels/forum-post.ts'), 'borders'],
  ['a delivery that is owed', 'bot/src/relay/b.ts', using('../outbox/delivery.ts'), null],
  ['the inside knowing the outside', 'bot/src/outbox/a.ts', using('../discord/rest.ts'), 'borders'],
  [
    'a type from the outside',
    'bot/src/relay/c.ts',
    "import type { A } from '../store/open.ts';\nexport type B = A;",
    'borders',
  ],
  ['the outside knowing its neighbour', 'bot/src/discord/a.ts', using('../store/open.ts'), 'borders'],
  ['the outside knowing the inside', 'bot/src/discord/b.ts', using('../settings/read.ts'), null],
  ['a promise that knows its keeper', 'bot/src/store.ts', using('./store/open.ts'), 'borders'],
  ['drawing that asks the network', 'bot/src/render/a.ts', using('node:crypto'), 'borders'],
  ['deciding that reads files', 'bot/src/tickets/b.ts', using('node:fs/promises'), 'borders'],
  ["Discord's words outside of discord/", 'bot/src/relay/d.ts', using('discord-api-types/v10'), 'borders'],
  ['SQL outside of store/', 'bot/src/tickets/c.ts', using('kysely'), 'borders'],
  ['an import made late', 'bot/src/relay/e.ts', "export const a = () => import('../render/names.ts');", 'borders'],
  ['the bot knowing the simulator', 'bot/src/app.ts', using('simulator'), 'borders'],
  ['the simulator knowing the bot', 'simulator/src/a.ts', using('../../bot/src/ids.ts'), 'borders'],
  ["the simulator's tests knowing the bot", 'simulator/test/a.ts', using('backchannel'), 'borders'],
  ['the dashboard knowing more than the contract', 'dashboard/src/a.ts', using('../../bot/src/store.ts'), 'borders'],
  ['the app tying things together', 'bot/src/main.ts', using('./store/open.ts'), null],
  ['the time of day', 'bot/src/relay/f.ts', 'export const a = () => Date.now();', 'clock'],
  ['the time of day, as a date', 'bot/src/relay/g.ts', 'export const a = () => new Date();', 'clock'],
  ['a wait', 'simulator/src/b.ts', 'export const a = () => setTimeout(() => undefined, 1);', 'clock'],
  [
    'a wait under another name',
    'bot/src/outbox/b.ts',
    "import { setTimeout as nap } from 'node:timers/promises';\nexport const a = nap;",
    'clock',
  ],
  ['the clock itself', 'bot/src/clock.ts', 'export const a = () => Date.now();', null],
  ['a date of a known instant', 'bot/src/relay/h.ts', 'export const a = (ms: number) => new Date(ms);', null],
  ['a class', 'bot/src/tickets/d.ts', 'export class Ticket {\n  readonly a = 1;\n}', 'classes'],
  ['an error', 'bot/src/tickets/e.ts', 'export class Full extends Error {\n  readonly a = 1;\n}', null],
  ['a folder that says nothing', 'bot/src/utils/a.ts', 'export const a = 1;', 'names'],
  ['a file that says nothing', 'simulator/src/helpers.ts', 'export const a = 1;', 'names'],
  ['a barrel', 'bot/src/tickets/f.ts', "export * from './open.ts';", 'barrels'],
  ['a name exported from two places', 'bot/src/tickets/g.ts', "export { a } from './open.ts';", 'barrels'],
  ['code that runs on import', 'bot/src/tickets/h.ts', "console.log('imported');", 'quiet-imports'],
  [
    'what a person reads, outside of the texts',
    'bot/src/relay/i.ts',
    "export const a = 'Your ticket was closed.';",
    'texts',
  ],
  [
    'what a person reads, with something filled in',
    'bot/src/channels/a.ts',
    'export const a = (b: string) => `your message to ${b} was not sent`;',
    'texts',
  ],
  [
    'what a person reads, in the texts',
    'bot/src/render/texts/a.ts',
    "export const a = 'Your ticket was closed.';",
    null,
  ],
  [
    "an error's words",
    'bot/src/relay/j.ts',
    "export const a = () => {\n  throw new Error('There is no such ticket here.');\n};",
    null,
  ],
  [
    'a function over 60 lines',
    'bot/src/relay/k.ts',
    `export function a(): number {\n  let n = 0;\n${long}\n  return n;\n}`,
    'max-lines-per-function',
  ],
  ['a file over 300 lines', 'simulator/test/b.ts', 'export const a = 1;\n'.padEnd(400, '\n'), 'max-lines'],
  ['any', 'bot/src/relay/l.ts', 'export const a = (b: any) => b;', 'no-explicit-any'],
  ['a silenced compiler', 'bot/src/relay/m.ts', '// @ts-ignore\nexport const a = 1;', 'ban-ts-comment'],
  ['a circle of imports', 'bot/src/relay/n.ts', "import { b } from './o.ts';\nexport const a = () => b;", 'no-cycle'],
  [
    'the other half of the circle',
    'bot/src/relay/o.ts',
    "import { a } from './n.ts';\nexport const b = () => a;",
    'no-cycle',
  ],
];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

describe('the lint', () => {
  const copy = mkdtempSync(join(tmpdir(), 'house-'));
  let findings: readonly Finding[] = [];

  beforeAll(() => {
    cpSync(join(root, 'scripts/lint'), join(copy, 'scripts/lint'), { recursive: true });
    cpSync(join(root, '.oxlintrc.json'), join(copy, '.oxlintrc.json'));
    for (const [, file, code] of plants) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      writeFileSync(join(copy, file), `${code}\n`);
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const run = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: copy, encoding: 'utf8' });
    findings = (JSON.parse(run.stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics;
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  const codesFor = (file: string): string[] =>
    findings.filter(({ filename }) => filename === file).map(({ code }) => code.replace(/^.*\((.*)\)$/, '$1'));

  test.each(plants.filter(([, , , rule]) => rule !== null))('catches %s (%s)', (_, file, _code, rule) => {
    expect(codesFor(file)).toContain(rule);
  });

  test.each(plants.filter(([, , , rule]) => rule === null))('allows %s (%s)', (_, file) => {
    expect(codesFor(file)).toEqual([]);
  });
});

test('no file silences a check or skips a test', () => {
  const silencing =
    /(oxlint|eslint|prettier)-(disable|ignore)|@ts-(ignore|expect-error|nocheck)|\b(test|it|describe)\.(skip|only|todo)\b/;
  const files = sourcesIn('').filter((file) => !file.endsWith('house-rules.test.ts'));
  expect(files).toContain('bot/src/main.ts');
  expect(files.filter((file) => silencing.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

/** Everything that we wrote, as paths from the root. */
function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return /^(node_modules|dist|data|\.git)$/.test(entry.name) ? [] : sourcesIn(path);
    return /\.(tsx?|m?js)$/.test(entry.name) ? [path] : [];
  });
}
