import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { readConfig, writeConfigProblem } from '../config.ts';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { connectDiscord } from '../discord/connect.ts';
import type { Connected } from '../discord/connect.ts';
import type { Discord } from '../discord.ts';
import { openStore } from '../store/open.ts';
import { readArguments } from './arguments.ts';
import type { Command } from './arguments.ts';
import { cleanUp } from './clean-up.ts';
import { doctor } from './doctor.ts';
import { asLastLine } from './endings.ts';
import { help } from './help.ts';
import { printInvites } from './invite.ts';
import { missingIntents } from './missing-intents.ts';
import { runSandbox } from './run-sandbox.ts';
import { serve } from './serve.ts';
import type { Running } from './serve.ts';
import { applySettings, getSettings, setSettings } from './settings.ts';
import { Unusable } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export interface RunParts {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly version: string;
  /** This program's own file, to be started once more. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Log lines to be read by people, not by programs. */
  readonly forPeople: boolean;
  readonly startApp: (parts: { readonly config: Config; readonly clock: Clock; readonly log: Log }) => Promise<Running>;
}

/** Does what the arguments say and gives the exit code. */
export async function run(given: readonly string[], parts: RunParts): Promise<number> {
  try {
    return await obey(readArguments(given), parts);
  } catch (error) {
    const last = asLastLine(error);
    if (!(last instanceof Unusable)) throw last;
    parts.terminal.complain(last.message);
    return 1;
  }
}

async function obey(command: Command, parts: RunParts): Promise<number> {
  const { terminal } = parts;
  switch (command.is) {
    case 'help':
      terminal.say(help);
      return 0;
    case 'version':
      terminal.say(parts.version);
      return 0;
    case 'start':
      return start(command.sandboxWithoutToken, parts);
    case 'files-clean':
      await cleanUp(configOf(parts), parts);
      return 0;
    case 'invite': {
      const config = configOf(parts);
      const { discord } = await connect(config, parts.clock);
      printInvites(config.discord.site, discord.me.bot, terminal);
      return 0;
    }
    case 'doctor':
      return doctor(
        { ...parts, connect: async (config) => (await connect(config, parts.clock)).discord },
        command.guild,
      );
    default:
      await showOrChangeSettings(command, parts);
      return 0;
  }
}

async function start(sandboxWithoutToken: boolean, parts: RunParts): Promise<number> {
  const { terminal, clock } = parts;
  const config = configOf(parts);
  if (config.discord.token === null && sandboxWithoutToken) return runSandbox(config, parts.program);
  if (config.discord.token === null) throw new Unusable(noToken);
  const log = createLog({
    level: config.logLevel,
    style: parts.forPeople ? 'lines' : 'json',
    write: (line) => void process.stdout.write(line),
  });
  return serve(
    () => parts.startApp({ config, clock, log }),
    (running) => {
      if (running.url !== null) terminal.say(`Backchannel is at ${running.url}`);
      printInvites(config.discord.site, running.bot, terminal);
      for (const intent of ['content', 'members'] as const)
        if (!running.intents[intent]) terminal.complain(`${missingIntents[intent].what} ${missingIntents[intent].fix}`);
    },
    { clock, onError: (error) => log.warn({ error }, 'settings could not be looked at') },
  );
}

async function showOrChangeSettings(command: SettingsCommand, { terminal, clock, ...parts }: RunParts): Promise<void> {
  const config = configOf(parts);
  const store = await openStore({ dataDir: config.dataDir, clock });
  try {
    if (command.is === 'settings-get') return await getSettings({ store, terminal }, command.guild, command.json);
    const discord = (): Promise<Discord | string> => discordAtHand(config, clock);
    if (command.is === 'settings-apply')
      return await applySettings({ ...config, store, clock, terminal, discord }, command.file);
    await setSettings({ ...config, store, clock, terminal, discord }, command.guild, command.assignments);
  } finally {
    await store.close();
  }
}

type SettingsCommand = Extract<Command, { readonly is: `settings-${string}` }>;

const noToken =
  'DISCORD_TOKEN is not set. Put it into the environment or into .env; README.md says where to get it. To try without one: npm start';

function configOf({ environment }: Pick<RunParts, 'environment'>): Config {
  const read = readConfig(environment);
  if ('config' in read) return read.config;
  throw new Unusable(...read.problems.map(writeConfigProblem));
}

/** Discord, or in words why it cannot be asked. */
async function discordAtHand(config: Config, clock: Clock): Promise<Discord | string> {
  if (config.discord.token === null) return 'DISCORD_TOKEN is not set';
  try {
    return (await connect(config, clock)).discord;
  } catch (error) {
    const last = asLastLine(error);
    if (last instanceof Unusable) return last.message;
    throw error;
  }
}

async function connect({ discord }: Config, clock: Clock): Promise<Connected> {
  if (discord.token === null) throw new Unusable(noToken);
  const nothing = (): void => undefined;
  return connectDiscord({
    ...discord,
    token: discord.token,
    clock,
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    wants: { content: false, members: false },
  });
}
