import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { help } from '../src/cli/help.ts';
import { configVariables, readConfig } from '../src/config.ts';
import { commands } from '../src/discord/commands/all.ts';
import { permissionsFor } from '../src/discord/invite.ts';
import { typedCommands } from '../src/relay/staff-text.ts';
import { text } from '../src/render/notices.ts';
import { parseAssignments } from '../src/settings/assignments.ts';
import { check } from '../src/settings/check.ts';
import { complete } from '../src/settings/complete.ts';
import { presetNames } from '../src/settings/schema.ts';
import { writeSettings } from '../src/settings/write.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const admins = read('docs/guides/admins.md');
const operators = read('docs/guides/operators.md');
const example = read('.env.example');

type Row = Readonly<Record<string, string>>;

/** The rows of all tables that have this column first, by the names of their columns; the code in a cell without its backticks. */
function tables(page: string, first: string): readonly Row[] {
  const rows: Row[] = [];
  let columns: readonly string[] | null = null;
  for (const line of page.split('\n')) {
    const cells = line.trim().startsWith('|') ? line.trim().slice(1, -1).split('|') : null;
    const written = cells?.map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
    if (written === undefined) columns = null;
    else if (columns === null) columns = written;
    else if (columns[0] === first && !/^[-: ]+$/.test(written[0] ?? ''))
      rows.push(Object.fromEntries(columns.map((name, place) => [name, written[place] ?? ''])));
  }
  return rows;
}

const sorted = (names: readonly (string | undefined)[]): readonly (string | undefined)[] => names.toSorted();

describe('what operators are told', () => {
  test('names every variable that counts, and no other', () => {
    const inExample = [...example.matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(sorted(inExample)).toEqual(sorted(configVariables));
    expect(sorted(tables(operators, 'variable').map((row) => row['variable']))).toEqual(sorted(configVariables));
  });

  test('shows the values that variables have when they are left out', () => {
    const shown = [...example.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);
    expect(readConfig(Object.fromEntries(shown))).toEqual(readConfig({}));
    for (const { variable = '', default: usual } of tables(operators, 'variable'))
      expect(usual, variable).toBe(Object.fromEntries(shown)[variable] || 'none');
  });

  test('lists the commands of the program', () => {
    const listed = [...help.matchAll(/^ {2}(backchannel (?:settings )?[a-z]+)/gm)].map(([, command]) => command);
    expect(new Set(tables(operators, 'command').map((row) => row['command']))).toEqual(new Set(listed));
  });
});

describe('what admins are told', () => {
  const written = (preset: string): Row =>
    Object.fromEntries(writeSettings({ preset }).map(({ name, written: value }) => [name, value]));
  const usual = written('custom');

  test('names every setting with its default', () => {
    const shown = tables(admins, 'setting').filter((row) => 'default' in row);
    expect(Object.fromEntries(shown.map((row) => [row['setting'], row['default']]))).toEqual(usual);
  });

  test('says what each preset changes', () => {
    const shown = tables(admins, 'setting').filter((row) => !('default' in row));
    const known = presetNames.filter((preset) => preset !== 'custom');
    const changes = (preset: string) =>
      Object.entries(written(preset)).filter(([name, value]) => name !== 'preset' && value !== usual[name]);
    expect(shown.length).toBeGreaterThan(0);
    for (const preset of known)
      expect(Object.fromEntries(shown.flatMap((row) => (row[preset] ? [[row['setting'], row[preset]]] : [])))).toEqual(
        Object.fromEntries(changes(preset)),
      );
  });

  const inDiscord = commands.flatMap((command) => {
    const spec = command.spec();
    if (spec.type === 'message') return [spec.name];
    const inside = 'subcommands' in spec ? (spec.subcommands ?? []) : [];
    return inside.length === 0 ? [`/${spec.name}`] : inside.map(({ name }) => `/${spec.name} ${name}`);
  });

  const typed = [...typedCommands, 'r', 'reply', 'ar'].map((name) => `!${name}`);

  test('lists every command that the bot registers or reads, and no other', () => {
    const shown = tables(admins, 'command').flatMap((row) => row['command']?.replaceAll('`', '').split(', ') ?? []);
    expect(sorted(shown)).toEqual(sorted([...inDiscord, ...typed]));
  });

  test('newcomers read of buttons and commands that are there', () => {
    for (const key of ['card.claim', 'card.unclaim', 'card.close', 'card.reply'] as const)
      for (const page of [readme, admins]) expect(page).toContain(`**${text(key, {}, 'en')}**`);
    const named = tables(readme, 'what').flatMap((row) => [...(row['how'] ?? '').matchAll(/`([/!][a-z][a-z -]*)/g)]);
    expect(named.length).toBeGreaterThan(10);
    for (const [, name = ''] of named)
      expect(
        [...inDiscord, ...typed].some((command) => name.trim() === command || name.startsWith(`${command} `)),
        name,
      ).toBe(true);
  });

  test('the permissions of the invite links are explained, each of them', () => {
    const explained = tables(admins, 'permission').map((row) => row['permission'] ?? '');
    const links = tables(readme, 'tickets as');
    const threads = links[0]?.[columnOfNames]?.split(', ') ?? [];
    expect(sorted(explained)).toEqual(sorted([...threads, 'Manage Channels', 'Manage Roles']));
    expect(links[1]?.[columnOfNames]).toBe('all of these and Manage Channels, for the tags');
    expect(links[2]?.[columnOfNames]).toBe('all of these, Manage Channels and Manage Roles');
    expect(links.map((row) => row['number'])).toEqual([
      String(permissionsFor('private-thread')),
      String(permissionsFor('forum-post')),
      String(permissionsFor('private-channel')),
    ]);
    expect(threads).toHaveLength(bitsOf(permissionsFor('private-thread')));
    expect(explained).toHaveLength(bitsOf(permissionsFor('private-channel')));
  });
});

const columnOfNames = 'permissions that the link asks for';
const bitsOf = (permissions: bigint): number => permissions.toString(2).replaceAll('0', '').length;

test('every line of settings in the README can be pasted', () => {
  const lines = [...readme.matchAll(/^npx --no backchannel settings set <server id> (.*)$/gm)].map(
    ([, given = '']) => given,
  );
  expect(lines.length).toBeGreaterThanOrEqual(6);
  const kinds = lines.map((line) => {
    const parsed = parseAssignments(line.replaceAll(/<[^>]* id>/g, '123456789012345678').split(' '));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const settings = complete({ ...parsed.change.values });
    expect(check(settings), line).toEqual([]);
    expect(settings.enabled, line).toBe(true);
    const parent = { 'private-thread': 'text channel', 'private-channel': 'category', 'forum-post': 'forum' };
    expect(line).toContain(`parentChannel=<${parent[settings.channelKind]} id>`);
    return settings.channelKind;
  });
  expect(new Set(kinds).size).toBe(3);
});

test('links between the pages lead somewhere', () => {
  const pages = {
    'README.md': readme,
    'docs/guides/admins.md': admins,
    'docs/guides/operators.md': operators,
    'ARCHITECTURE.md': read('ARCHITECTURE.md'),
    'CONTRIBUTING.md': read('CONTRIBUTING.md'),
  };
  for (const [path, page] of Object.entries(pages))
    for (const [, link = ''] of page.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [file = '', heading] = link.split('#');
      const target = new URL(file, `file:///${path}`).pathname.slice(1);
      expect(existsSync(new URL(`../../${target}`, import.meta.url)), link).toBe(true);
      if (heading === undefined) continue;
      const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(headings, link).toContain(heading);
    }
});

test('the file of tests that contributors are told to run is there', () => {
  const [, file = ''] = /`npx vitest run ([^`]+)`/.exec(read('CONTRIBUTING.md')) ?? [];
  expect(file).toMatch(/\.test\.ts$/);
  expect(existsSync(new URL(`../../${file}`, import.meta.url))).toBe(true);
});
