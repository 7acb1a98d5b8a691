import type { Clock } from '../../clock.ts';
import type { GuildId } from '../../ids.ts';
import type { DiscordEvent } from '../../incoming.ts';
import { createLoop } from '../../loop.ts';
import type { Store } from '../../store.ts';
import { complete } from '../complete.ts';
import { findProblems } from './find.ts';
import type { Finding } from './finding.ts';
import { keepFindings } from './keep.ts';
import { readServer, type ServerReader } from './server.ts';

/** Changes come in flocks: so long is waited for the next one; milliseconds. */
const flock = 5000;
/** After a failure, the same server is looked at again then. */
const pauseAfterFailure = 60_000;

interface Parts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly discord: ServerReader;
}

/** Looks at a server now and keeps what is found; null when the bot is not there or nothing was ever set. */
export async function checkServer(
  { clock, store, discord }: Omit<Parts, 'clock'> & { readonly clock: Pick<Clock, 'now'> },
  guild: GuildId,
): Promise<readonly Finding[] | null> {
  const stored = await store.tables.settings.get(guild);
  if (stored === null) return null;
  const settings = complete(stored.values);
  const server = await readServer(discord, guild, settings);
  if (server === 'not-there') return null;
  const found = findProblems(server, settings);
  await store.transaction((tables) => keepFindings(tables, { guild, found, now: clock.now() }, stored));
  return found;
}

export interface Checking {
  /** Looks at every server that was set up, one after the other. */
  all(): Promise<void>;
  /** What may take away what the bot needs in a server, or give it back: it is looked at soon. */
  hear(event: DiscordEvent): void;
  /** Resolves when nothing is being looked at. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export function createChecking(
  parts: Parts & {
    readonly onFound: (guild: GuildId, found: readonly Finding[]) => void;
    readonly onError: (error: unknown, guild: GuildId) => void;
  },
): Checking {
  const due = new Map<GuildId, number>();
  let turning: Promise<unknown> = Promise.resolve();
  const loop = createLoop({
    clock: parts.clock,
    turn: () => {
      const turned = turn();
      turning = turned.catch(() => undefined);
      return turned;
    },
    onError: () => undefined,
  });

  async function turn(): Promise<number | null> {
    for (const [guild, at] of due) {
      if (at > parts.clock.now()) continue;
      due.delete(guild);
      await look(guild);
    }
    return due.size === 0 ? null : Math.min(...due.values());
  }

  async function look(guild: GuildId): Promise<void> {
    try {
      const found = await checkServer(parts, guild);
      if (found !== null && found.length > 0) parts.onFound(guild, found);
    } catch (error) {
      parts.onError(error, guild);
      due.set(guild, parts.clock.now() + pauseAfterFailure);
    }
  }

  return {
    async all() {
      for (const { guild } of await parts.store.tables.settings.all()) due.set(guild, parts.clock.now());
      loop.wake();
    },
    hear(event) {
      if (event.is !== 'roles-changed' && event.is !== 'channels-changed' && event.is !== 'channel-gone') return;
      if (!due.has(event.guild)) due.set(event.guild, parts.clock.now() + flock);
      loop.wake();
    },
    idle: async () => void (await turning),
    stop: loop.stop,
  };
}
