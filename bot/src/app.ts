import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { DiscordEvent } from './incoming.ts';
import { inviteUrl } from './discord/invite.ts';
import { createRegistering, type Registering } from './discord/commands/keep-registered.ts';
import { connectDiscord, type Connected } from './discord/connect.ts';
import { keepSession } from './discord/session.ts';
import { openUnasked } from './intake/unasked.ts';
import { routeKept } from './intake/route-kept.ts';
import { openFiles } from './files/disk.ts';
import { type HttpServer, serveHttp } from './http/serve-http.ts';
import { statusOf } from './http/status.ts';
import { createTranscriptPages } from './http/transcript-pages.ts';
import type { BotId } from './ids.ts';
import type { Log } from './log.ts';
import { createCatchUp, type CatchUp } from './relay/catch-up.ts';
import type { Relay } from './relay/relay.ts';
import { createSweeping, type Sweeping } from './relay/sweeping.ts';
import type { Status } from './render/status-page.ts';
import { type Checking, createChecking } from './settings/checks/watch.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store.ts';
import { layGround, type Ground } from './ground.ts';
import { createPaying } from './paying.ts';
import { createTaking } from './taking.ts';
import { createWaiting } from './waiting.ts';
import { wakingOnTimers } from './tickets/timers.ts';

export interface App {
  readonly bot: BotId;
  /** The privileged intents that it has. */
  readonly intents: Connected['intents'];
  /** Where its own pages are; null when it serves none. */
  readonly url: string | null;
  /** The exit code, once the program cannot go on. */
  readonly ended: Promise<number>;
  /** The highest gateway sequence up to which everything is written down. */
  sequence(): number;
  /** Looks whether another process has changed settings. */
  lookAtSettings(): Promise<void>;
  /** Resolves when everything that came in is written down and everything due is paid. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface AppParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}

/** Builds everything and ties it together; the only file that knows all of it. */
export async function startApp(parts: AppParts): Promise<App> {
  const { config, clock, log } = parts;
  const opened = await openStore({ dataDir: config.dataDir, clock, exclusive: true });
  try {
    const connected = await connectDiscord({
      ...config.discord,
      token: config.discord.token ?? '',
      clock,
      log,
      wants: { content: true, members: true },
    });
    return await run(parts, opened, connected);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function run(parts: AppParts, opened: Store, connected: Connected): Promise<App> {
  const { log } = parts;
  const { gateway } = connected;
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => (end = resolve));

  // Whatever was written down may owe Discord something.
  const waking = wakingOnTimers(opened, () => timers.wake());
  const store: Store = { ...waking, transaction: (work) => deliverer.transaction(work) };
  const ground = layGround(parts, store, connected);
  const deliverer = createPaying(ground, waking, {
    channelOpened: (channel, mayHaveMissed) => relay.opened(channel, mayHaveMissed),
    routeKept: (person) => relay.inLane(person.id, () => routeKept(ground.intake, person)),
    openUnasked: (person) => relay.inLane(person.id, () => openUnasked(ground.intake, person)),
    onUnauthorized: () => end(1),
  });
  const catchUp = catchingUp(ground);
  const relay = createTaking(ground, catchUp);
  const sweeping = createSweeping({ ...ground, sweep: () => catchUp.sweep(relay.look), stop: catchUp.stop });
  const checking = createWatch(ground);
  const registering = createRegistering(ground);
  const timers = createWaiting(ground, gateway.connected);

  await prepare(ground, catchUp, registering);
  const http = await servePages(ground, connected);
  void endsWith(gateway, log).then(end);
  const hear = hearing(ground, relay, sweeping, [checking, registering, timers]);
  await gateway.start(hear, keepSession(opened, ground.bot.id, ground.clock)).catch(async (error: unknown) => {
    await http.stop();
    throw error;
  });
  // Another process that changes settings may owe something because of it.
  ground.settings.watch(() => deliverer.wake());
  deliverer.wake();
  await timers.start();
  log.info({ bot: ground.bot.id, ...connected.intents }, 'connected');
  void checking.all();

  return {
    bot: ground.bot.id,
    intents: connected.intents,
    url: http.url,
    ended,
    sequence: gateway.sequence,
    lookAtSettings: async () => void (await ground.settings.enabled()),
    async idle() {
      for (const part of [relay, sweeping, checking, registering, timers, deliverer]) await part.idle();
    },
    async stop() {
      for (const part of [relay, sweeping, http, gateway, checking, registering, timers, deliverer]) await part.stop();
      await opened.close();
    },
  };
}

/** Live messages keep two thirds of what Discord grants. Requests arrive less evenly than they leave, so not all of the third is used. */
function catchingUp(ground: Ground): CatchUp {
  return createCatchUp({
    ...ground,
    bot: ground.bot.id,
    enabled: ground.settings.enabled,
    requestsPerSecond: Math.max(1, Math.floor(ground.config.discord.requestsPerSecond * 0.3)),
  });
}

/** What has to be so before the first event. */
async function prepare(ground: Ground, catchUp: CatchUp, registering: Registering): Promise<void> {
  const { clock, store } = ground;
  await store.transaction((tables) => tables.outbox.releaseAll(clock.now()));
  await catchUp.resume();
  await registering.start();
}

function servePages(ground: Ground, connected: Connected): Promise<HttpServer> {
  const { config, clock, log, bot, names } = ground;
  const transcripts = createTranscriptPages({
    ...ground,
    files: openFiles({ clock, dataDir: config.dataDir }),
    readsContent: bot.readsContent,
    // A page does not wait for Discord to be there again.
    guildName: (guild) => names.of(guild).catch(() => ''),
  });
  return serveHttp({ ...config, log, transcripts, status: () => readStatus(ground, connected) });
}

function readStatus(ground: Ground, { discord, gateway, intents }: Connected): Promise<Status> {
  return statusOf({
    ...ground,
    me: discord.me,
    connected: gateway.connected(),
    readsContent: intents.content,
    invite: (kind) => inviteUrl(ground.config.discord.site, ground.bot.id, kind),
  });
}

/** What is done about an event, by everybody whom it concerns. */
function hearing(ground: Ground, relay: Relay, sweeping: Sweeping, others: readonly Pick<Checking, 'hear'>[]) {
  return async (event: DiscordEvent): Promise<void> => {
    if (event.is === 'guild-available') ground.names.set(event.guild, event.name);
    await relay.handle(event);
    if (event.is === 'ready') sweeping.begin();
    for (const other of others) other.hear(event);
  };
}

/** The exit code, once the connection cannot go on. */
async function endsWith({ failed }: Connected['gateway'], log: Log): Promise<number> {
  log.error({ error: await failed }, 'the connection to Discord cannot go on');
  return 1;
}

/** Keeps an eye on what servers let the bot do. */
function createWatch(ground: Ground): Checking {
  const { log } = ground;
  return createChecking({
    ...ground,
    ...ground.sharing,
    onFound: (guild, found) =>
      log.warn({ guild, found: found.map(({ key }) => key) }, 'a server has something to mend'),
    onError: (error, guild) => log.warn({ guild, error }, 'a server could not be looked at; it will be in a minute'),
  });
}
