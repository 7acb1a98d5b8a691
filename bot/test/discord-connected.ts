import { afterEach } from 'vitest';
import { library, type Library } from '../../simulator/test/library.ts';
import type { SimulatorOptions } from '../../simulator/src/options.ts';
import { type Connected, connectDiscord, type ConnectOptions } from '../src/discord/connect.ts';
import type { SessionKeeper } from '../src/discord/session.ts';
import type { DiscordEvent } from '../src/incoming.ts';
import type { ChannelId, GuildId } from '../src/ids.ts';
import { createLog } from '../src/log.ts';
import type { GatewaySession } from '../src/bookkeeping.ts';
import { testClock, type TestClock } from './test-clock.ts';

/** A server in the simulator, and what the bot needs to reach it. */
export interface Stage extends Library {
  readonly clock: TestClock;
  readonly guildId: GuildId;
  readonly generalId: ChannelId;
  /** What was logged. */
  readonly logged: string[];
  connect(options?: Partial<ConnectOptions>): Promise<Connected>;
}

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

export async function stage(options: SimulatorOptions = {}): Promise<Stage> {
  const clock = testClock();
  cleanUps.push(async () => clock.release());
  const made = await library({ clock, ...options });
  cleanUps.push(() => made.simulator.stop());
  const logged: string[] = [];
  const log = createLog({ level: 'debug', style: 'json', write: (line) => void logged.push(line) });
  return {
    ...made,
    clock,
    guildId: made.guild as GuildId,
    generalId: made.general as ChannelId,
    logged,
    async connect(changes = {}) {
      const connected = await connectDiscord({
        token: made.application.token,
        api: `${made.simulator.url}/api`,
        cdn: `${made.simulator.url}/cdn`,
        requestsPerSecond: 1000,
        gatewayCompression: false,
        clock,
        log,
        wants: { content: true, members: true },
        ...changes,
      });
      cleanUps.push(() => connected.gateway.stop());
      return connected;
    },
  };
}

/** What a process would find in the database that the one before it used. */
export interface StoredSession extends SessionKeeper {
  stored: GatewaySession | null;
}

export function storedSession(): StoredSession {
  const kept: StoredSession = {
    stored: null,
    load: async () => kept.stored,
    async save(session) {
      kept.stored = session;
    },
    async clear() {
      kept.stored = null;
    },
  };
  return kept;
}

/** The texts of messages, and whether each session was resumed, in the order in which they were told. */
export function told(events: readonly DiscordEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.is === 'message') return [event.message.text];
    return event.is === 'ready' ? [event.resumed ? 'resumed' : 'ready'] : [];
  });
}

/** Waits for what comes over a socket. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What a request ends with when it does not succeed. */
export async function ending(request: Promise<unknown>): Promise<unknown> {
  return request.then(
    () => 'success',
    (error: unknown) => error,
  );
}

/** Hears everything and deals with it at once. */
export function listener(): { readonly heard: DiscordEvent[]; readonly hear: (event: DiscordEvent) => Promise<void> } {
  const heard: DiscordEvent[] = [];
  return { heard, hear: async (event) => void heard.push(event) };
}
