import { type APIGatewayBotInfo, Routes } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { BotId } from '../ids.ts';
import type { Log } from '../log.ts';
import { disallowedIntents, finalClose } from './close-codes.ts';
import { fewerIntents, intentBits, type Intents } from './intents.ts';
import { createLine, type Line } from './line.ts';
import type { Reader } from './read-message.ts';
import type { Ask } from './rest.ts';
import { createSession, type SessionKeeper } from './session.ts';
import { createShard, type Shard } from './shard.ts';

/** The connection on which Discord tells us what happens. */
export interface Gateway {
  /**
   * Connects, resuming the stored session where there is one. `onEvent` resolves once the event is written down;
   * an event whose handler has not resolved is delivered again to the next process. One that rejects is handed over
   * again a few times. Resolves when the first session is ready or resumed; rejects where that cannot be.
   */
  start(onEvent: (event: DiscordEvent) => Promise<void>, session: SessionKeeper): Promise<void>;
  /** Closes the connection, waits for the handlers that are running, and saves the session, which Discord keeps for minutes. */
  stop(): Promise<void>;
  /** The highest sequence up to which every event has been dealt with; 0 before the first. */
  sequence(): number;
  /** The highest sequence that has arrived. */
  received(): number;
  intents(): Intents;
  /** Whether there is a connection right now; a lost one comes back by itself. */
  connected(): boolean;
  /** Resolves with why the gateway stopped for good once it was started: a refused token, sharding needed, and the like. */
  readonly failed: Promise<Error>;
}

export interface GatewayOptions {
  readonly ask: Ask;
  readonly reader: Reader;
  readonly bot: BotId;
  readonly token: string;
  readonly compression: boolean;
  readonly intents: Intents;
  readonly clock: Clock;
  readonly log: Log;
  /** With more events than this on their way the connection is cut; Discord keeps what comes until half of them are done. */
  readonly mostWaiting: number;
}

export function createGateway(options: GatewayOptions): Gateway {
  const failed = defer<Error>();
  const started = defer<void>();
  const stopping = new AbortController();
  let intents = options.intents;
  let line: Line | null = null;
  let shard: Shard | null = null;
  let stopped: Promise<void> | null = null;

  const connect = (info: APIGatewayBotInfo, events: Line): void => {
    const opened = createShard({
      ...options,
      info,
      intents,
      line: events,
      onUnauthorized: failed.resolve,
      onClosed(code) {
        const fewer = code === disallowedIntents ? fewerIntents(intents) : null;
        const reason = fewer ? null : finalClose(code);
        if (reason) failed.resolve(reason);
        if (!fewer) return;
        options.log.warn(fewer, 'Discord refused a privileged intent; going on without it');
        intents = fewer;
        connect(info, events);
      },
    });
    shard = opened;
    opened.open();
  };

  return {
    async start(onEvent, keeper) {
      const info = await gatewayOf(options.ask);
      const session = createSession(options.bot, keeper, { ...options, wanted: () => intentBits(intents) });
      line = createLine({ ...options, session, onEvent, onReady: started.resolve });
      await line.load();
      if (!stopping.signal.aborted) connect(info, line);
      await Promise.race([started.promise, rejection(failed.promise), aborted(stopping.signal)]);
    },
    stop() {
      stopped ??= (async () => {
        stopping.abort(new Error('The gateway was stopped before it was ready'));
        await shard?.close();
        await line?.stop();
      })();
      return stopped;
    },
    sequence: () => line?.processed() ?? 0,
    received: () => line?.received() ?? 0,
    intents: () => intents,
    connected: () => shard?.online() ?? false,
    failed: failed.promise,
  };
}

async function gatewayOf(ask: Ask): Promise<APIGatewayBotInfo> {
  const info = await ask<APIGatewayBotInfo>('GET', Routes.gatewayBot());
  if (!/^wss?:\/\//.test(info.url) || !URL.canParse(info.url))
    throw new Error('The API does not say where its gateway is');
  return info;
}

interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
}

function defer<Value>(): Deferred<Value> {
  let resolve!: (value: Value) => void;
  const promise = new Promise<Value>((take) => (resolve = take));
  return { promise, resolve };
}

async function rejection(error: Promise<Error>): Promise<never> {
  throw await error;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
