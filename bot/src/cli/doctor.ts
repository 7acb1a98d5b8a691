import { statfs } from 'node:fs/promises';
import type { StoredSettings } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import { readConfig, writeConfigProblem } from '../config.ts';
import type { Config } from '../config.ts';
import type { Discord } from '../discord.ts';
import { inviteUrl } from '../discord/invite.ts';
import type { GuildId } from '../ids.ts';
import { fixText, storedText } from '../render/notices.ts';
import { check } from '../settings/check.ts';
import { findProblems } from '../settings/checks/find.ts';
import { checkPrefix, keepFindings } from '../settings/checks/keep.ts';
import { readServer } from '../settings/checks/server.ts';
import { complete } from '../settings/complete.ts';
import type { Settings } from '../settings/schema.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store.ts';
import { asLastLine } from './endings.ts';
import { marks } from './findings.ts';
import { missingIntents } from './missing-intents.ts';
import { Unusable } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface DoctorParts {
  readonly terminal: Pick<Terminal, 'say'>;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gives Discord, or throws why it is not at hand. */
  readonly connect: (config: Config) => Promise<Discord>;
}

/** Says one line and, below it, how to mend it. */
type Say = (mark: keyof typeof marks, line: string, fix?: string | null) => void;

interface Visit extends Omit<DoctorParts, 'connect'> {
  readonly config: Config;
  readonly store: Store;
  readonly discord: Discord | null;
  readonly say: Say;
}

/** Looks at everything that can be looked at, also beside a running program and offline; 1 when something does not work. */
export async function doctor(parts: DoctorParts, only: GuildId | null): Promise<number> {
  let errors = 0;
  const say: Say = (mark, line, fix = null) => {
    if (mark === 'error') errors += 1;
    parts.terminal.say(`${marks[mark]} ${line}`);
    if (fix !== null) parts.terminal.say(`    ${fix}`);
  };
  const read = readConfig(parts.environment);
  if ('problems' in read) {
    for (const problem of read.problems) say('error', writeConfigProblem(problem));
    say('warning', 'Nothing else was checked: it depends on the config.');
    return 1;
  }
  const { config } = read;
  say('fine', 'The config is complete.');
  if (config.publicUrl === null) say('fine', 'PUBLIC_URL is not set: transcripts are posted as files.');
  else say('fine', `Links to transcripts begin with ${config.publicUrl}/transcripts/; it has to lead here.`);
  const discord = await lookAtDiscord(parts, config, say);
  const store = await openData(parts, config, say);
  if (store !== null)
    try {
      await lookAtDisk(config, say);
      await lookAtServers({ ...parts, config, store, discord, say }, only);
    } finally {
      await store.close();
    }
  return errors > 0 ? 1 : 0;
}

async function lookAtDiscord(parts: DoctorParts, config: Config, say: Say): Promise<Discord | null> {
  if (config.discord.token === null) {
    say('error', 'DISCORD_TOKEN is not set: nothing at Discord was checked.', 'README.md says where to get it.');
    return null;
  }
  try {
    const discord = await parts.connect(config);
    say('fine', `Discord knows the token: it is ${discord.me.name}'s.`);
    lookAtIntents(discord, say);
    return discord;
  } catch (error) {
    const last = asLastLine(error);
    if (!(last instanceof Unusable)) throw error;
    say('error', last.message);
    say('warning', 'Intents, permissions, parents, roles and quotas were not checked: Discord is not at hand.');
    return null;
  }
}

function lookAtIntents({ me }: Discord, say: Say): void {
  const { content, members } = missingIntents;
  if (me.mayReadContent) say('fine', 'Message Content: what staff type is read.');
  else say('warning', content.what, content.fix);
  if (me.mayReadMembers) say('fine', 'Server Members: who leaves is noticed at once.');
  else say('warning', members.what, members.fix);
}

async function openData({ clock }: DoctorParts, config: Config, say: Say): Promise<Store | null> {
  try {
    const store = await openStore({ dataDir: config.dataDir, clock });
    say('fine', `The database in ${config.dataDir} can be read and written.`);
    return store;
  } catch (error) {
    const last = asLastLine(error);
    if (!(last instanceof Unusable)) throw error;
    say('error', last.message);
    return null;
  }
}

async function lookAtDisk({ dataDir, files }: Config, say: Say): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const free = bavail * bsize;
  const shown = `${Math.round(free / 1024 ** 2).toLocaleString('en')} MB free`;
  if (free >= files.diskReserveBytes) say('fine', `The disk has ${shown}.`);
  else
    say(
      'error',
      `The disk has ${shown}, less than DISK_RESERVE_MB: attachments are named with their link, not kept.`,
      'Make room, or choose another DATA_DIR.',
    );
}

async function lookAtServers(visit: Visit, only: GuildId | null): Promise<void> {
  const { store, say } = visit;
  const all = await store.tables.settings.all();
  const servers = only === null ? all : all.filter(({ guild }) => guild === only);
  if (servers.length === 0)
    say(
      only === null ? 'warning' : 'error',
      only === null ? 'No server has settings yet.' : `Server ${only} has no settings yet.`,
      `In Discord: /setup. In a terminal: npx --no backchannel settings set ${only ?? '<server id>'} parentChannel=<id> staffRoles=<id> enabled=true`,
    );
  for (const server of servers) await lookAtServer(visit, server);
}

async function lookAtServer(visit: Visit, stored: StoredSettings): Promise<void> {
  const { discord, say, terminal } = visit;
  const { guild } = stored;
  const settings = complete(stored.values);
  const server = discord === null ? null : await readServer(discord, guild, settings);
  const name = server === null || server === 'not-there' ? '' : ` ${server.guild.name}`;
  terminal.say(`\nServer${name} (${guild})`);
  if (!settings.enabled)
    say('warning', 'Modmail is not enabled here.', `npx --no backchannel settings set ${guild} enabled=true`);
  for (const { field, wrong, example } of check(settings))
    say('error', `${field} ${wrong}`, example === null ? null : `Set ${example}`);
  if (server === null) say('warning', 'Permissions, parents, roles and quotas were not checked.');
  else if (server === 'not-there')
    say('error', 'The bot is not in this server.', `Invite it: ${inviteTo(visit, settings)}`);
  else {
    const found = findProblems(server, settings, visit.config.publicUrl);
    const now = visit.clock.now();
    await visit.store.transaction((tables) => keepFindings(tables, { guild, found, now }, stored));
    if (found.length === 0) say('fine', 'Permissions, parents, roles and quotas are as they should be.');
    for (const finding of found) say(finding.severity, storedText(finding, 'en'), fixText(finding, 'en'));
  }
  await sayWhatHappened(visit, guild);
}

/** What went wrong while the program ran and is not mended yet. */
async function sayWhatHappened({ store, say }: Visit, guild: GuildId): Promise<void> {
  for (const problem of await store.tables.problems.all(guild))
    if (!problem.key.startsWith(checkPrefix)) say('warning', storedText(problem, 'en'), fixText(problem, 'en'));
}

function inviteTo({ config, discord }: Visit, { channelKind }: Settings): string {
  return discord === null ? '' : inviteUrl(config.discord.site, discord.me.bot, channelKind);
}
