import type { Clock } from '../../clock.ts';
import type { GuildId } from '../../ids.ts';
import type { DiscordEvent } from '../../incoming.ts';
import { createLoop } from '../../loop.ts';
import type { Store } from '../../store.ts';
import { complete } from '../complete.ts';
import { owePanelsAgain } from '../owe-panels.ts';
import type { SettingsReader } from '../read.ts';
import type { Settings } from '../schema.ts';
import { findProblems } from './find.ts';
import type { Finding } from './finding.ts';
import { forgetFindings, keepFindings } from './keep.ts';
import { readServer, type ServerReader } from './server.ts';
import { tryRefusedAgain } from './try-again.ts';

/** Changes come in flocks: so long is waited for the next one; milliseconds. */
const flock = 5000;
/** Between two servers: looking at one takes about four requests, and all of them together may take a third of the usual 50 a second. */
const pauseBetween = 250;
/** After a failure, the same server is looked at again then. */
const pauseAfterFailure = 60_000;

interface Parts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly discord: ServerReader;
  /** The operator's. */
  readonly publicUrl: string | null;
}

/** Looks at a server now and keeps what is found; nothing in one that was never set up. */
async function checkServer(
  { clock, store, discord, publicUrl }: Omit<Parts, 'clock'> & { readonly clock: Pick<Clock, 'now'> },
  guild: GuildId,
): Promise<readonly Finding[] | 'not-there'> {
  const stored = await store.tables.settings.get(guild);
  if (stored === null) return [];
  const settings = complete(stored.values);
  const server = await readServer(discord, guild, settings);
  if (server === 'not-there') {
    await store.transaction(({ problems }) => forgetFindings(problems, guild));
    return 'not-there';
  }
  const found = findProblems(server, settings, publicUrl);
  await store.transaction(async (tables) => {
    await keepFindings(tables, { guild, found, now: clock.now() }, stored);
    await owePanelsAgain(tables, guild, clock.now());
    await tryRefusedAgain(tables, guild, clock.now());
  });
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

interface CheckingParts extends Parts {
  readonly settings: Pick<SettingsReader, 'watch'>;
  readonly onFound: (guild: GuildId, found: readonly Finding[]) => void;
  readonly onError: (error: unknown, guild: GuildId) => void;
}

export function createChecking(parts: CheckingParts): Checking {
  const due = new Map<GuildId, number>();
  /** Set up, but without the bot when they were looked at. */
  const absent = new Set<GuildId>();
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
  watchChanges(parts.settings, (guild) => {
    due.set(guild, parts.clock.now());
    loop.wake();
  });

  async function turn(): Promise<number | null> {
    const now = parts.clock.now();
    const next = [...due].find(([, at]) => at <= now)?.[0];
    if (next !== undefined) {
      due.delete(next);
      await look(next);
    }
    if (due.size === 0) return null;
    const soonest = [...due.values()].reduce((least, at) => Math.min(least, at));
    return Math.max(soonest, next === undefined ? 0 : parts.clock.now() + pauseBetween);
  }

  async function look(guild: GuildId): Promise<void> {
    try {
      const found = await checkServer(parts, guild);
      absent.delete(guild);
      if (found === 'not-there') absent.add(guild);
      else if (found.length > 0) parts.onFound(guild, found);
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
      const guild = changedBy(event, absent);
      if (guild === null) return;
      if (!due.has(guild)) due.set(guild, parts.clock.now() + flock);
      loop.wake();
    },
    idle: async () => void (await turning),
    stop: loop.stop,
  };
}

/** The server in which the bot may have less or more than before. */
function changedBy(event: DiscordEvent, absent: ReadonlySet<GuildId>): GuildId | null {
  switch (event.is) {
    case 'roles-changed':
    case 'channels-changed':
    case 'channel-gone':
    case 'guild-gone':
      return event.guild;
    case 'guild-available':
      return absent.has(event.guild) ? event.guild : null;
    default:
      return null;
  }
}

/** Calls `changed` for servers that were set up since, or otherwise; those that are there at first are nobody's change. */
function watchChanges(settings: Pick<SettingsReader, 'watch'>, changed: (guild: GuildId) => void): void {
  let before: ReadonlyMap<GuildId, Settings> | null = null;
  settings.watch((servers) => {
    const last = before;
    before = servers;
    if (last === null) return;
    for (const [guild, now] of servers) if (JSON.stringify(last.get(guild)) !== JSON.stringify(now)) changed(guild);
  });
}
