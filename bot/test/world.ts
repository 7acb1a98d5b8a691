import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Person } from '../../simulator/src/people/person.ts';
import type { Exchange, Ways } from '../../simulator/src/options.ts';
import type { Simulator } from '../../simulator/src/simulator.ts';
import type { Message, Overwrite } from '../../simulator/src/state.ts';
import { startForTests } from '../../simulator/test/start-for-tests.ts';
import { startApp, type App } from '../src/app.ts';
import { readConfig, type Config } from '../src/config.ts';
import type { GuildId } from '../src/ids.ts';
import { createLog } from '../src/log.ts';
import { parseAssignments } from '../src/settings/assignments.ts';
import { changeSettings } from '../src/settings/change.ts';
import { complete } from '../src/settings/complete.ts';
import type { Preset } from '../src/settings/schema.ts';
import { openStore } from '../src/store/open.ts';
import type { ChannelKind } from '../src/store.ts';
import { testClock, type TestClock } from './test-clock.ts';

export const channelKinds: readonly ChannelKind[] = ['private-thread', 'private-channel', 'forum-post'];

/** A server with staff, its channels by what they are for, and a bot that serves it. */
export interface World {
  readonly clock: TestClock;
  readonly simulator: Simulator;
  readonly guild: GuildId;
  /** Members of the server. */
  readonly ada: Person;
  readonly ben: Person;
  /** Staff. */
  readonly sam: Person;
  readonly tess: Person;
  /** The server's owner. */
  readonly olga: Person;
  readonly staffRole: string;
  readonly logs: string;
  readonly parent: Readonly<Record<ChannelKind, string>>;
  readonly dataDir: string;
  /** The bot's. */
  readonly token: string;
  /** Whether the bot may read what is typed in the server. */
  readonly readsContent: boolean;
  /** What the bot logged. */
  readonly logged: string[];
  readonly app: () => App;
  /** Waits until everything that happened is handled and everything due is paid. */
  settle(): Promise<void>;
  advance(ms: number): Promise<void>;
  set(...assignments: string[]): Promise<void>;
  stopBot(): Promise<void>;
  startBot(environment?: Record<string, string>): Promise<void>;
  /** Another server with modmail, shared by Ada and served by Sam; of a preset, nothing is set but that and ids. */
  addServer(name: string, preset?: Preset): Promise<GuildId>;
  /** Channels that hold tickets, as Sam sees them, oldest first. */
  ticketChannels(): readonly string[];
  /** The only ticket channel, or the newest. */
  ticketChannel(): string;
  /** Texts in a channel as Sam sees them. */
  texts(channel: string): readonly string[];
  /** Texts in the DM between this person and the bot. */
  dmTexts(person: Person): readonly string[];
}

export interface WorldOptions {
  readonly channelKind?: ChannelKind;
  /** Sets this, the parent, the staff roles, `enabled`, and the kind of channel where the preset has another one; else nothing. */
  readonly preset?: Preset;
  readonly settings?: readonly string[];
  readonly environment?: Record<string, string>;
  /** Which privileged intents the portal has switched on. */
  readonly intents?: { readonly content?: boolean; readonly members?: boolean };
  readonly enforceLimits?: boolean;
  /** In which ways this Discord behaves. */
  readonly ways?: Partial<Ways>;
  readonly startBot?: boolean;
  /** This Discord does what Discord's description does not know yet. */
  readonly invents?: boolean;
  /** Hears of every request and its answer, before the bot does. */
  readonly observe?: (world: World, exchange: Exchange) => void;
}

const viewChannel = 1n << 10n;
const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const clock = testClock();
  cleanUps.push(async () => clock.release());
  const simulator = await startForTests({
    clock,
    seed: 7,
    invents: options.invents ?? false,
    enforceLimits: options.enforceLimits ?? false,
    ...options.ways,
    observe: (exchange) => options.observe?.(world, exchange),
  });
  cleanUps.push(() => simulator.stop());
  const { seed } = simulator;
  const application = seed.application({ name: 'Backchannel', ...(options.intents && { intents: options.intents }) });
  const user = (username: string, displayName: string): string => seed.user({ username, displayName }).id;
  const [olga, sam, tess] = [user('olga', 'Olga'), user('sam', 'Sam'), user('tess', 'Tess')];
  const [ada, ben] = [user('ada', 'Ada Lovelace'), user('ben', 'Ben')];
  const made = seed.guild({ name: 'Harbour Games', owner: olga, bot: application.id });
  const guild = made.id as GuildId;
  const botRoles = [...(made.members.get(application.id)?.roles ?? [])];
  const staffRole = seed.role(guild, { name: 'Staff' }).id;
  for (const id of [ada, ben]) seed.join(guild, id);
  for (const id of [sam, tess]) seed.join(guild, id, [staffRole]);
  const hidden = hiddenFrom(guild, [staffRole, ...botRoles]);
  const channel = (name: string, type: number): string => seed.channel(guild, { name, type, overwrites: hidden }).id;
  const parent = {
    'private-thread': channel('tickets', parentTypes['private-thread']),
    'private-channel': channel('Tickets', parentTypes['private-channel']),
    'forum-post': channel('ticket-forum', parentTypes['forum-post']),
  };
  const parents = new Set(Object.values(parent));
  const logs = channel('logs', 0);
  const dataDir = await mkdtemp(join(tmpdir(), 'backchannel-'));
  cleanUps.push(() => rm(dataDir, { recursive: true, force: true }));
  const usual = complete(options.preset ? { preset: options.preset } : {}).channelKind;
  const kind = options.channelKind ?? usual;
  const logged: string[] = [];
  let app: App | null = null;

  const world: World = {
    clock,
    simulator,
    guild,
    ada: simulator.person(ada),
    ben: simulator.person(ben),
    sam: simulator.person(sam),
    tess: simulator.person(tess),
    olga: simulator.person(olga),
    staffRole,
    logs,
    parent,
    dataDir,
    token: application.token,
    readsContent: options.intents?.content !== false,
    logged,
    app: () => {
      if (app === null) throw new Error('the bot is not running');
      return app;
    },
    settle: () => settle(simulator, clock, application.id, () => app),
    advance: (ms) => clock.pass(ms, () => world.settle()),
    set: (...assignments) => setSettings(dataDir, clock, guild, assignments),
    async stopBot() {
      await app?.stop();
      app = null;
    },
    async startBot(environment = options.environment ?? {}) {
      const config = configFor(simulator, application.token, dataDir, environment);
      const log = createLog({ level: 'debug', style: 'json', write: (line) => void logged.push(line) });
      app = await startApp({ config, clock, log });
      await world.settle();
    },
    async addServer(name, preset) {
      const server = seed.guild({ name, owner: olga, bot: application.id });
      const staff = seed.role(server.id, { name: 'Staff' }).id;
      seed.join(server.id, ada);
      seed.join(server.id, sam, [staff]);
      const ours = [...(server.members.get(application.id)?.roles ?? [])];
      const overwrites = hiddenFrom(server.id, [staff, ...ours]);
      const type = parentTypes[complete(preset ? { preset } : {}).channelKind];
      const place = seed.channel(server.id, { name: 'modmail', type, overwrites }).id;
      const id = server.id as GuildId;
      const first = preset ? `preset=${preset}` : 'limits.openCooldown=0';
      await setSettings(dataDir, clock, id, [first, `parentChannel=${place}`, `staffRoles=${staff}`, 'enabled=true']);
      parents.add(place);
      return id;
    },
    ticketChannels: () =>
      [...simulator.world.state.channels.values()]
        .filter((one) => parents.has(one.parentId ?? '') && world.sam.sees(one.id))
        .map((one) => one.id),
    ticketChannel() {
      const newest = world.ticketChannels().at(-1);
      if (newest === undefined) throw new Error('there is no ticket channel');
      return newest;
    },
    texts: (id) => world.sam.reads(id).map((message) => shown(message).text),
    dmTexts: (person) => person.readsDms().map((message) => message.content),
  };

  const ours = ['limits.openCooldown=0', `logsChannel=${logs}`];
  await world.set(
    ...(options.preset ? [`preset=${options.preset}`] : ours),
    ...(kind === usual ? [] : [`channelKind=${kind}`]),
    `parentChannel=${parent[kind]}`,
    `staffRoles=${staffRole}`,
    'enabled=true',
  );
  if (options.settings) await world.set(...options.settings);
  if (options.startBot !== false) await world.startBot();
  cleanUps.push(() => world.stopBot());
  return world;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const parentTypes = { 'private-thread': 0, 'private-channel': 4, 'forum-post': 15 } as const;

/** Only these roles see the channel. */
function hiddenFrom(guild: string, roles: readonly string[]): Overwrite[] {
  return [
    { id: guild, type: 'role', allow: 0n, deny: viewChannel },
    ...roles.map((id): Overwrite => ({ id, type: 'role', allow: viewChannel, deny: 0n })),
  ];
}

function configFor(simulator: Simulator, token: string, dataDir: string, environment: Record<string, string>): Config {
  const read = readConfig({
    DISCORD_TOKEN: token,
    DISCORD_API: `${simulator.url}/api`,
    DISCORD_CDN: `${simulator.url}/cdn`,
    DATA_DIR: dataDir,
    PORT: '0',
    DISCORD_REQUESTS_PER_SECOND: '10000',
    ...environment,
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

/** What `backchannel settings set` does. */
async function setSettings(
  dataDir: string,
  clock: TestClock,
  guild: GuildId,
  assignments: readonly string[],
): Promise<void> {
  const parsed = parseAssignments(assignments);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const store = await openStore({ dataDir, clock });
  try {
    const changed = await store.transaction((tables) =>
      changeSettings(tables, guild, { change: parsed.change, checked: false, by: 'test', now: clock.now() }),
    );
    if ('problems' in changed) throw new Error(JSON.stringify(changed.problems));
  } finally {
    await store.close();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function settle(
  simulator: Simulator,
  clock: TestClock,
  application: string,
  app: () => App | null,
): Promise<void> {
  const isHeard = (): boolean => (app()?.sequence() ?? Infinity) >= simulator.sequenceOf(application);
  for (let calm = 0; calm < 3;) {
    const rested =
      app()
        ?.idle()
        .then(() => false) ?? false;
    const isStuck = (await Promise.race([rested, stuck(simulator, clock, () => false)])) || false;
    await turn();
    if (!isStuck && !isHeard() && (await stuck(simulator, clock, isHeard))) return;
    calm = simulator.inFlight() === 0 && (isStuck || isHeard()) ? calm + 1 : 0;
  }
}

/**
 * True when something waits for time to pass and nothing has been asked of Discord for a while of real time;
 * false as soon as `until` holds.
 */
async function stuck(simulator: Simulator, clock: TestClock, until: () => boolean): Promise<boolean> {
  let last = simulator.exchanges.at(-1);
  for (let quiet = 0; quiet < 30;) {
    if (until()) return false;
    await new Promise((resolve) => setTimeout(resolve, 2));
    const newest = simulator.exchanges.at(-1);
    const isQuiet = clock.sleeping() > 0 && simulator.inFlight() === 0 && newest === last;
    quiet = isQuiet ? quiet + 1 : 0;
    last = newest;
  }
  return true;
}

/** What a copy says and under whose name: a webhook's message, or one of the bot's that shows both in an embed. */
export function shown(message: Message): { readonly name: string | null; readonly text: string } {
  const [embed] = message.embeds;
  const author = embed?.['author'] as { readonly name: string } | undefined;
  const isCopy = message.content === '' && author !== undefined && embed?.['title'] === undefined;
  if (!isCopy) return { name: message.face?.name ?? null, text: message.content };
  return { name: author.name, text: String(embed?.['description'] ?? '') };
}

/** The reactions on a message, as `emoji` by the bot or others. */
export function reactions(message: Message): readonly string[] {
  return message.reactions.map(({ emoji }) => emoji.name);
}
