import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../simulator/src/people/person.ts';
import { startSimulator, type Simulator } from '../simulator/src/simulator.ts';
import { runCommand, startBot, type BotProcess } from './bot-process.ts';
import { systemClock } from '../bot/src/clock.ts';
import type { Store } from '../bot/src/store.ts';
import { openStore } from '../bot/src/store/open.ts';
import { furnish } from './furnish.ts';
import type { BenchOptions } from './options.ts';
import { createWatch, type Watch } from './watch.ts';

export interface Scene extends Omit<Watch, 'observe'> {
  readonly simulator: Simulator;
  /** The id of the bot, and the server. */
  readonly application: string;
  readonly guild: string;
  readonly members: readonly Person[];
  readonly staff: Person;
  /** The program that is measured; another one after `restart`. */
  bot(): BotProcess;
  /** The ticket channel of a member, once there is one. */
  channelOf(member: Person): string;
  /** Stops the bot, whose session is lost, does something with its database, and starts it again; resolves once it is online. */
  restart(meanwhile: (store: Store) => Promise<void>): Promise<void>;
  /** Resolves when nothing has been asked for a while. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const unlimited = ['limits.openCooldown=0', 'limits.perSidePerMinute=0'];

/** A pretend Discord in this process with one server, and the built program in another. */
export async function createScene(
  memberCount: number,
  { program, nodeOptions }: Pick<BenchOptions, 'program' | 'nodeOptions'>,
  requestsPerSecond = 10_000,
): Promise<Scene> {
  const watch = createWatch();
  const simulator = await startSimulator({ seed: 1, observe: watch.observe });
  const { application, guild, role, parent, staff, members } = furnish(simulator, memberCount);
  const dataDir = await mkdtemp(join(tmpdir(), 'backchannel-bench-'));
  const environment = environmentFor(simulator, application.token, dataDir, requestsPerSecond);
  const run = { file: program, environment };
  const settings = [`parentChannel=${parent}`, `staffRoles=${role}`, ...unlimited];
  await runCommand({ ...run, nodeOptions: [] }, 'settings', 'set', guild, ...settings, 'enabled=true');
  const start = async (): Promise<BotProcess> => {
    const started = startBot({ ...run, nodeOptions });
    while (!simulator.isOnline(application.id)) await pause(20);
    return started;
  };
  let bot = await start();

  const quiet = (): Promise<void> => untilQuiet(simulator, watch);
  await quiet();
  return {
    ...watch,
    simulator,
    application: application.id,
    guild,
    members,
    staff,
    bot: () => bot,
    channelOf: findChannels(simulator, parent),
    async restart(meanwhile) {
      simulator.faults.dropGateway({ resumable: false });
      await bot.stop();
      const store = await openStore({ dataDir, clock: systemClock, exclusive: true });
      await meanwhile(store);
      await store.close();
      bot = await start();
    },
    quiet,
    async stop() {
      await bot.stop();
      await simulator.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function environmentFor(
  { url }: Simulator,
  token: string,
  dataDir: string,
  requestsPerSecond: number,
): Record<string, string> {
  return {
    DISCORD_TOKEN: token,
    DISCORD_API: `${url}/api`,
    DISCORD_CDN: `${url}/cdn`,
    DISCORD_REQUESTS_PER_SECOND: String(requestsPerSecond),
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
  };
}

async function untilQuiet(simulator: Simulator, watch: Watch): Promise<void> {
  for (let seen = -1; seen !== watch.calls() || simulator.inFlight() > 0;) {
    seen = watch.calls();
    await pause(300);
  }
}

function findChannels(simulator: Simulator, parent: string): Scene['channelOf'] {
  const channels = new Map<string, string>();
  return (member) => {
    const known = channels.get(member.id);
    if (known !== undefined) return known;
    for (const channel of simulator.world.state.channels.values())
      if (channel.parentId === parent && channel.name === `modmail-${member.username}`) {
        channels.set(member.id, channel.id);
        return channel.id;
      }
    throw new Error(`${member.username} has no ticket`);
  };
}
