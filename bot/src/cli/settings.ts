import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import { parseAssignments, parseJson } from '../settings/assignments.ts';
import type { Parsed, SettingChange, SettingProblem } from '../settings/assignments.ts';
import { writeSettings } from '../settings/write.ts';
import { changedValues, changeSettings } from '../settings/change.ts';
import { checkIds } from '../settings/check-ids.ts';
import { complete } from '../settings/complete.ts';
import type { Store } from '../store.ts';
import { readGuild } from './arguments.ts';
import { Unusable } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface SettingsParts {
  readonly store: Store;
  readonly clock: Pick<Clock, 'now'>;
  readonly terminal: Terminal;
  /** Gives Discord, or says in words why it is not at hand. */
  readonly discord: () => Promise<Pick<Discord, 'guild' | 'channels'> | string>;
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
  const notChecked = await lookUp(parts, wanted);
  await parts.store.transaction(async ({ settings }) => {
    for (const { guild, change } of wanted) {
      const checked = !notChecked.has(guild);
      const now = parts.clock.now();
      const result = await changeSettings(settings, guild, { change, checked, by: 'the command line', now });
      if ('problems' in result) throw refusal(guild, result.problems);
    }
  });
  for (const { guild } of wanted) {
    const enabled = complete((await parts.store.tables.settings.get(guild))?.values ?? {}).enabled;
    parts.terminal.say(`Saved. Modmail is ${enabled ? 'enabled' : 'not enabled'} in server ${guild}.`);
    const why = notChecked.get(guild);
    if (why !== undefined)
      parts.terminal.complain(`The ids of ${guild} are not checked yet: ${why}. They will be at the next start.`);
  }
}

/** Checks the ids as they would be afterwards. Gives the servers where that was not possible, and why; throws `Unusable` for a wrong id. */
async function lookUp(parts: SettingsParts, wanted: readonly Wanted[]): Promise<ReadonlyMap<GuildId, string>> {
  const discord = await parts.discord();
  const notChecked = new Map<GuildId, string>();
  for (const { guild, change } of wanted) {
    if (typeof discord === 'string') {
      notChecked.set(guild, discord);
      continue;
    }
    const before = await parts.store.tables.settings.get(guild);
    const result = await checkIds(discord, guild, complete(changedValues(before, change)));
    if (result === 'not-there') notChecked.set(guild, 'the bot is not in that server');
    else if (result.problems.length > 0) throw refusal(guild, result.problems);
  }
  return notChecked;
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
    throw new Unusable(`Server ${guild} has no settings yet. Set some: backchannel settings set ${guild} …`);
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
