import {
  CompressionMethod,
  Encoding,
  type FetchingStrategyOptions,
  type IContextFetchingStrategy,
  type SessionInfo,
  WebSocketShard,
  WebSocketShardDestroyRecovery,
  WebSocketShardEvents as Heard,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { type APIGatewayBotInfo, type APIGatewaySessionStartLimit, Routes } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import type { Log } from '../log.ts';
import { closeEndsSession } from './close-codes.ts';
import { type Intents, intentBits } from './intents.ts';
import type { Line } from './line.ts';
import type { Ask } from './rest.ts';

export interface ShardOptions {
  readonly ask: Ask;
  readonly token: string;
  readonly compression: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly info: APIGatewayBotInfo;
  readonly intents: Intents;
  readonly line: Line;
  readonly onClosed: (code: number) => void;
  /** Discord no longer knows the token; there is nothing more to try. */
  readonly onUnauthorized: (error: Refused) => void;
}

export interface Shard {
  /** Connects, and connects again whenever the connection is lost. */
  open(): void;
  /** Discord has greeted us and the connection has not ended since. */
  online(): boolean;
  /** Goes away in a way that lets Discord keep the session. */
  close(): Promise<void>;
}

interface State {
  stopped: boolean;
  /** Between Discord's hello and the end of the connection. */
  online: boolean;
  /** The connection is being cut because too much waits. */
  full: boolean;
  closedWith: number | null;
  /** To connect, since it last worked. */
  tries: number;
  identifiedAt: number;
}

/** Only 1000 and 1001 would end the session: https://docs.discord.com/developers/events/gateway#initiating-a-disconnect */
const closing = { code: 4900, reason: 'Stopping; the session goes on later' };
/** For Discord to answer that it has closed; milliseconds. */
const closePatience = 5_000;
/** Connecting so often in a row without getting anywhere is normal while Discord restarts something. */
const freeTries = 10;
const longestPause = 30_000;
/** https://docs.discord.com/developers/events/gateway#rate-limiting: one identify in five seconds. */
const identifyApart = 5_000;

const never = new Promise<never>(() => undefined);

/**
 * One connection of @discordjs/ws, used without its manager, and with the session in our hands: the library gives it up
 * when the network fails or we stop, and with it every event that Discord would have kept for us.
 */
export function createShard(options: ShardOptions): Shard {
  const state: State = {
    stopped: false,
    online: false,
    full: false,
    closedWith: null,
    tries: 0,
    identifiedAt: -Infinity,
  };
  const { session } = options.line;
  const shard = new WebSocketShard(
    {
      options: libraryOptions(options),
      retrieveSessionInfo: () => (state.online ? session.current() : beforeConnecting(options, state)),
      updateSessionInfo(_, next) {
        if (next) session.set(next.resumeURL ? next : { ...next, resumeURL: options.info.url });
        else if (endedByDiscord(state)) session.set(null);
      },
      waitForIdentify: (_, signal) => turnToIdentify(options, state, signal),
    } satisfies IContextFetchingStrategy,
    0,
  );
  watch(shard, options, state);

  return {
    open() {
      // Rejects only with what the error event brings as well.
      shard.connect().catch(() => undefined);
    },
    online: () => state.online,
    async close() {
      state.stopped = true;
      // A socket that is still connecting cannot be closed; it is when Discord says hello.
      if (!state.online || shard.status === WebSocketShardStatus.Idle) return;
      const patience = new AbortController();
      const tired = options.clock.sleep(closePatience, patience.signal).catch(() => undefined);
      await Promise.race([shard.destroy({ ...closing }), tired]);
      patience.abort();
    },
  };
}

function libraryOptions({ token, intents, info, compression }: ShardOptions): FetchingStrategyOptions {
  return {
    token,
    intents: intentBits(intents),
    gatewayInformation: info,
    shardCount: 1,
    version: '10',
    encoding: Encoding.JSON,
    compression: compression ? CompressionMethod.ZlibNative : null,
    useIdentifyCompression: false,
    identifyProperties: { os: process.platform, browser: 'backchannel', device: 'backchannel' },
    initialPresence: null,
    largeThreshold: null,
    handshakeTimeout: 30_000,
    helloTimeout: 60_000,
    readyTimeout: 15_000,
  };
}

/** The library asks for the session right before it connects; that is the place to wait, for ever if we stop. */
async function beforeConnecting({ clock, info, line }: ShardOptions, state: State): Promise<SessionInfo | null> {
  await line.room();
  const tooMany = state.tries - freeTries;
  if (tooMany >= 0) await clock.sleep(Math.min(2 ** tooMany * 1000, longestPause));
  if (state.stopped) return never;
  state.tries += 1;
  state.closedWith = null;
  const known = line.session.current();
  // The address for resuming may be the one that is down: every other time, the common one is tried.
  return known && state.tries > 2 && state.tries % 2 === 0 ? { ...known, resumeURL: info.url } : known;
}

/** The library also gives up a session when it could not connect, or because of how a connection was closed. */
function endedByDiscord({ stopped, online, closedWith }: State): boolean {
  if (stopped) return false;
  return closedWith === null ? online : closeEndsSession(closedWith);
}

/** Too many identifies in a day, and Discord resets the bot's token: https://docs.discord.com/developers/events/gateway#session-start-limit-object */
async function turnToIdentify(options: ShardOptions, state: State, signal: AbortSignal): Promise<void> {
  const { clock, log } = options;
  if (state.stopped) return never;
  const limit = await sessionLimit(options);
  if (limit === 'unauthorized') return never;
  // Other servers than Discord may know no such limit.
  if (limit && limit.remaining <= 0) {
    log.error({ pauseMs: limit.reset_after }, 'Discord allows no new gateway session before the pause is over');
    await clock.sleep(limit.reset_after, signal);
  }
  const wait = state.identifiedAt + identifyApart - clock.now();
  if (wait > 0) await clock.sleep(wait, signal);
  state.identifiedAt = clock.now();
}

type SessionLimit = APIGatewaySessionStartLimit | undefined;

async function sessionLimit({ ask, onUnauthorized }: ShardOptions): Promise<SessionLimit | 'unauthorized'> {
  try {
    const { session_start_limit: limit } = await ask<Partial<APIGatewayBotInfo>>('GET', Routes.gatewayBot());
    return limit;
  } catch (error) {
    if (!(error instanceof Refused && error.reason === 'unauthorized')) throw error;
    onUnauthorized(error);
    return 'unauthorized';
  }
}

function watch(shard: WebSocketShard, { line, log, onClosed }: ShardOptions, state: State): void {
  shard.on(Heard.Hello, () => {
    state.online = true;
    state.full = false;
    if (state.stopped) void shard.destroy({ ...closing });
  });
  shard.on(Heard.Closed, (code) => {
    state.online = false;
    state.closedWith = code;
    if (state.stopped) return;
    log.info({ code }, 'The gateway connection was closed');
    onClosed(code);
  });
  const works = (): void => void (state.tries = 0);
  shard.on(Heard.Ready, works);
  shard.on(Heard.Resumed, works);
  shard.on(Heard.SocketError, (error) => log.warn({ error }, 'The gateway connection failed'));
  // After the end of a connection it only repeats in words what the code said.
  shard.on(Heard.Error, (error) => state.online && log.warn({ error }, 'The gateway reported an error'));
  shard.on(Heard.Dispatch, (payload) => {
    if (state.stopped || line.take(payload) || state.full) return;
    state.full = true;
    log.warn({}, 'Too many events at once; the connection is taken up again when half of them are done');
    void shard.destroy({ reason: 'Too many events at once', recover: WebSocketShardDestroyRecovery.Resume });
  });
}
