import { randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import { startSimulator, type Simulator } from '../simulator.ts';
import { createBotProcess, type BotProcess } from './bot-process.ts';
import type { Controls } from './controls.ts';
import { createFlow } from './flow.ts';
import { attachmentRoutes } from './http/attachments.ts';
import { controlRoutes } from './http/controls.ts';
import { onlyFromHere, onlySoLarge } from './http/guard.ts';
import { createLive } from './http/live.ts';
import { pageRoutes } from './http/page.ts';
import { transcriptRoutes } from './http/transcripts.ts';
import { peopleRoutes } from './http/people.ts';
import { createKeeper, format, readKept, type Kept } from './keep.ts';
import type { MakeScene } from './scene.ts';
import { createSetup } from './setup.ts';
import { currentStatus, pushStatus, type StatusParts } from './status.ts';
import { createTrouble } from './trouble.ts';
import { people } from './view/authors.ts';

export interface LifeOptions {
  /** Where everything is kept. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** What runs the bot program; `settings set …` or `start` is appended. */
  readonly command: readonly string[];
  /** The built page. */
  readonly pageFolder: string;
  readonly makeScene: MakeScene;
  /** Played once, when the sandbox is new and its bot has been started; `signal` ends it early. */
  readonly stories?: (simulator: Simulator, signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  readonly complain: (line: string) => void;
}

/** A sandbox between two resets. */
export interface Life {
  readonly url: string;
  stop(): Promise<void>;
}

const files = { state: 'discord.bin', bot: 'bot' } as const;

/** Deletes what a life has left behind. */
export async function forget(data: string): Promise<void> {
  for (const name of Object.values(files)) await rm(join(data, name), { recursive: true, force: true });
}

/** Starts simulator, page and bot with what was kept, or anew. @throws CannotRead */
export async function startLife(options: LifeOptions, onReset: () => void): Promise<Life> {
  const { data, host, port, clock } = options;
  const file = join(data, files.state);
  const before = await readKept(file);
  const app = new Hono();
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const simulator = await startSimulator({
    clock,
    host,
    port,
    seed: randomInt(2 ** 31),
    otherwise: (request, response) => void listener(request, response),
    ...(before ? { state: before.state } : {}),
  });
  const kept = before ?? firstKept(simulator, options.makeScene);
  const keeper = createKeeper(file, kept, clock, options.complain);
  const deaf = simulator.world.events.listen(() => keeper.touch());
  const bot = createBot(simulator, kept, options);
  const parts: StatusParts = {
    simulator,
    kept,
    bot,
    setup: createSetup(kept, bot, keeper.touch),
    trouble: createTrouble(simulator.faults, clock, () => [...simulator.world.state.guilds.keys()]),
    flow: createFlow({ simulator, clock, cast: () => cast(simulator) }),
    // Where stories are told, the first steps have been taken by others.
    isGuided: options.stories === undefined,
  };
  const live = createLive(simulator, clock);
  const stopTelling = pushStatus(parts, live, clock);
  addRoutes(app, options, parts, { live, keeper, onReset });
  const stopping = new AbortController();
  const started = begin(parts, stopping.signal, before === null ? options : { ...options, stories: undefined });
  return {
    url: simulator.url,
    async stop() {
      stopping.abort();
      stopTelling();
      parts.flow.stop();
      parts.trouble.end();
      await started;
      await bot.stop();
      live.close();
      deaf();
      await simulator.stop();
      await keeper.stop();
    },
  };
}

function firstKept({ seed, world }: Simulator, makeScene: MakeScene): Kept {
  return { format, state: world.state, scene: makeScene(seed), steps: new Set(), channelKinds: new Map() };
}

function createBot(simulator: Simulator, kept: Kept, { data, command, clock, complain }: LifeOptions): BotProcess {
  const application = simulator.world.state.applications.get(kept.scene.applicationId);
  return createBotProcess({
    command,
    clock,
    complain,
    env: {
      ...process.env,
      DISCORD_TOKEN: application?.token,
      DISCORD_API: `${simulator.url}/api`,
      DISCORD_CDN: `${simulator.url}/cdn`,
      DATA_DIR: join(data, files.bot),
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: process.env['PUBLIC_URL'] || simulator.url,
    },
  });
}

/** The bot is told its settings first, so that it never serves without them. */
async function begin({ setup, bot, simulator }: StatusParts, signal: AbortSignal, options: Beginning): Promise<void> {
  await setup.everywhere();
  if (signal.aborted) return;
  bot.start();
  // Whoever stops the sandbox does not wait for the end of a story.
  options.stories?.(simulator, signal).catch((error: unknown) => {
    if (!signal.aborted) options.complain(`A story could not be told: ${String(error)}`);
  });
}

function cast({ world }: Simulator): { readonly members: readonly string[]; readonly staff: readonly string[] } {
  const all = people(world);
  const ids = (part: 'member' | 'staff') => all.filter((person) => person.part === part).map(({ id }) => id);
  const servers = [...world.state.guilds.values()];
  // Whoever shares several servers with a bot may have to tell it first which one is meant; of those in none it takes nothing.
  const isPlain = (id: string) => servers.filter(({ members }) => members.has(id)).length === 1;
  return { members: ids('member').filter(isPlain), staff: ids('staff') };
}

type Beginning = Pick<LifeOptions, 'complain'> & { readonly stories?: LifeOptions['stories'] | undefined };

interface Around {
  readonly live: ReturnType<typeof createLive>;
  readonly keeper: ReturnType<typeof createKeeper>;
  readonly onReset: () => void;
}

function addRoutes(app: Hono, options: LifeOptions, parts: StatusParts, { live, keeper, onReset }: Around): void {
  const { simulator, kept, bot, setup, trouble, flow } = parts;
  const controls: Controls = {
    status: () => currentStatus(parts),
    break: trouble.begin,
    mend: trouble.end,
    cutGateway: () => simulator.faults.dropGateway(),
    killBot: bot.kill,
    flow: flow.set,
    chooseChannelKind: setup.chooseKind,
    reset: onReset,
  };
  const acted = (person: string) => {
    keeper.touch();
    live.touch(person);
  };
  const hasRead = () => {
    kept.steps.add('read');
    keeper.touch();
  };
  const opened = (channelId: string) => {
    if (kept.scene.guilds.some(({ logsChannel }) => logsChannel === channelId)) hasRead();
  };
  app.use(onlyFromHere(options.host), onlySoLarge);
  app.get('/sandbox/api/live', (context) => live.open(context.req.queries('as') ?? [], currentStatus(parts)));
  app.route('/sandbox/api/people', peopleRoutes(simulator, acted));
  app.route('/sandbox/api/attachments', attachmentRoutes(simulator.world, opened));
  app.route('/sandbox/api', controlRoutes(controls));
  app.route('/transcripts', transcriptRoutes(bot, hasRead));
  app.route('/', pageRoutes(options.pageFolder));
}
