import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { GuildId } from '../ids.ts';
import { parseAssignments, parseJson } from '../settings/assignments.ts';
import type { Parsed, SettingChange, SettingProblem } from '../settings/assignments.ts';
import { writeSettings } from '../settings/write.ts';
import { changedValues, changeSettings } from '../settings/change.ts';
import { findProblems } from '../settings/checks/find.ts';
import type { Finding } from '../settings/checks/finding.ts';
import { keepFindings } from '../settings/checks/keep.ts';
import { readServer, type ServerReader } from '../settings/checks/server.ts';
import { complete } from '../settings/complete.ts';
import type { Store } from '../store.ts';
import { readGuild } from './arguments.ts';
import { findingLines } from './findings.ts';
import { Unusable } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface SettingsParts {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly terminal: Terminal;
  /** Gives Discord, or says in words why it is not at hand. */
  readonly discord: () => Promise<ServerReader | string>;
  /** The operator's. */
  readonly publicUrl: string | null;
}

interface Wanted {
  readonly guild: GuildId;
  readonly change: SettingChange;
}

export async function setSettings(parts: SettingsParts, guild: GuildId, assignments: readonly string[]): Promise<void> {
  await changeAll(parts, [{ guild, change: accepted(guild, parseAssignments(assignments)) }]);
}

/** All servers of the file, or none. */
export async function applySettings(parts: SettingsParts, file: string): Promise<void> {
  const servers = Object.entries(await readJson(file));
  if (servers.length === 0) throw new Unusable(`${file} names no server: { "<server id>": { "enabled": true } }`);
  await changeAll(
    parts,
    servers.map(([id, json]) => {
      const guild = readGuild(id);
      return { guild, change: accepted(guild, parseJson(json)) };
    }),
  );
}

async function changeAll(parts: SettingsParts, wanted: readonly Wanted[]): Promise<void> {
  const looked = await lookUp(parts, wanted);
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    for (const { guild, change } of wanted) {
      const found = looked.found.get(guild);
      const how = { change, checked: found !== undefined, by: 'the command line', now };
      const result = await changeSettings(tables, guild, how);
      if ('problems' in result) throw refusal(guild, result.problems);
      const stored = await tables.settings.get(guild);
      if (found !== undefined && stored !== null) await keepFindings(tables, { guild, found, now }, stored);
    }
  });
  for (const { guild } of wanted) {
    const enabled = complete((await parts.store.tables.settings.get(guild))?.values ?? {}).enabled;
    parts.terminal.say(`Saved. Modmail is ${enabled ? 'enabled' : 'not enabled'} in server ${guild}.`);
    const why = looked.notChecked.get(guild);
    if (why !== undefined)
      parts.terminal.complain(`The ids of ${guild} are not checked yet, but will be at the next start: ${why}`);
    for (const finding of looked.found.get(guild) ?? [])
      for (const line of findingLines(finding)) parts.terminal.complain(line);
  }
}

interface Looked {
  /** Why nothing could be looked up. */
  readonly notChecked: ReadonlyMap<GuildId, string>;
  /** What has to be mended in the servers, as they would be afterwards. */
  readonly found: ReadonlyMap<GuildId, readonly Finding[]>;
}

/** Looks at the servers as they would be afterwards. Throws `Unusable` for a wrong id. */
async function lookUp(parts: SettingsParts, wanted: readonly Wanted[]): Promise<Looked> {
  const discord = await parts.discord();
  const notChecked = new Map<GuildId, string>();
  const found = new Map<GuildId, readonly Finding[]>();
  for (const { guild, change } of wanted) {
    if (typeof discord === 'string') {
      notChecked.set(guild, discord);
      continue;
    }
    const before = await parts.store.tables.settings.get(guild);
    const settings = complete(changedValues(before, change));
    const server = await readServer(discord, guild, settings);
    if (server === 'not-there') {
      notChecked.set(guild, 'the bot is not in that server');
      continue;
    }
    const findings = findProblems(server, settings, parts.publicUrl);
    const wrong = findings.flatMap(({ setting }) => setting ?? []);
    if (wrong.length > 0) throw refusal(guild, wrong);
    found.set(guild, findings);
  }
  return { notChecked, found };
}

/** Prints one server's settings as they count, or the servers that have any. */
export async function getSettings(
  { store, terminal }: Pick<SettingsParts, 'store' | 'terminal'>,
  guild: GuildId | null,
  json: boolean,
): Promise<void> {
  const all = await store.tables.settings.all();
  const servers = guild === null ? all : all.filter((server) => server.guild === guild);
  if (guild !== null && servers.length === 0)
    throw new Unusable(`Server ${guild} has no settings yet. Set some: npx --no backchannel settings set ${guild} …`);
  if (json) {
    const values = servers.map(({ guild, values }) => [guild, values]);
    terminal.say(JSON.stringify(Object.fromEntries(values), null, 2));
  } else if (guild === null) {
    if (servers.length === 0) terminal.complain('No server has settings yet.');
    for (const { guild, values } of servers)
      terminal.say(`${guild} ${complete(values).enabled ? 'enabled' : 'not enabled'}`);
  } else {
    for (const server of servers) for (const line of listed(server.values)) terminal.say(line);
    if (servers[0]?.checked === false) terminal.complain('The ids were not checked against Discord yet.');
  }
}

/** What was set is marked, so that one sees what a preset or default decided. */
function listed(values: Readonly<Record<string, unknown>>): readonly string[] {
  return writeSettings(values).map(({ name, written, isSet }) =>
    isSet ? `${name}=${written}` : `${`${name}=${written}`.padEnd(40)} (default)`,
  );
}

function accepted(guild: GuildId, parsed: Parsed): SettingChange {
  if ('problems' in parsed) throw refusal(guild, parsed.problems);
  return parsed.change;
}

function refusal(guild: GuildId, problems: readonly SettingProblem[]): Unusable {
  return new Unusable(
    `Nothing was changed in server ${guild}:`,
    ...problems.map(
      ({ field, wrong, example }) => `  ${field} ${wrong}${example === null ? '' : `, for example ${example}`}`,
    ),
  );
}

async function readJson(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Unusable(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
  } catch {
    // Not JSON at all: the same answer as for JSON of another form.
  }
  throw new Unusable(`${file} must hold a JSON object: { "<server id>": { "enabled": true } }`);
}
