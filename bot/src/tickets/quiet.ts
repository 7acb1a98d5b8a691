import type { Clock } from '../clock.ts';
import type { BotId, GuildId, TicketId } from '../ids.ts';
import { createLoop } from '../loop.ts';
import { lanes } from '../outbox/delivery.ts';
import type { SettingsReader } from '../settings/read.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { closeTicket } from './close.ts';
import { say } from './notice.ts';

/** Closes tickets in which nothing has arrived for long. What is due is read from the database, so it outlives the process. */
export interface Quiet {
  /** Looks for what is due from now on. */
  start(): void;
  /** Something happened: settings that were changed from outside are seen now. */
  hear(): void;
  idle(): Promise<void>;
  stop(): Promise<void>;
}

interface Parts {
  readonly clock: Clock;
  readonly store: Store;
  readonly bot: { readonly id: BotId };
  readonly settings: Pick<SettingsReader, 'enabled' | 'watch'>;
  /** Whether what people write is heard now. */
  readonly isConnected: () => boolean;
  readonly onError: (error: unknown, what: string) => void;
}

/** Settings that were changed from outside, while nothing else happens, count after so long at the latest. */
const longestPause = 30 * 60_000;
/** After an absence, so long is waited for what was written meanwhile. */
const settling = 60_000;
/** A ticket with a message on its way, or with something still to be fetched, is looked at again then. */
const pauseForMessages = 60_000;
/** So many are looked at in a turn. */
const page = 500;

export function createQuiet(parts: Parts): Quiet {
  const { clock, settings } = parts;
  let turning: Promise<unknown> = Promise.resolve();
  const loop = createLoop({ clock, turn, onError: (error) => parts.onError(error, 'auto-close') });
  let servers: Servers = new Map();
  let started = false;
  settings.watch((read) => {
    servers = read;
    if (started) loop.wake();
  });

  let absentUntil = clock.now();

  /** What was changed from outside is read by asking. */
  async function look(now: number): Promise<number> {
    await settings.enabled();
    return lookAround(parts, servers, now);
  }

  /** Nothing is quiet as long as nobody listens. */
  async function lookOnceSettled(): Promise<number> {
    const now = clock.now();
    if (!parts.isConnected()) absentUntil = now;
    if (now < absentUntil + settling) return absentUntil + settling;
    return look(now);
  }

  function turn(): Promise<number | null> {
    const turned = lookOnceSettled();
    turning = turned.catch(() => undefined);
    return turned;
  }

  return {
    start() {
      started = true;
      loop.wake();
    },
    hear: () => void settings.enabled().catch((error: unknown) => parts.onError(error, 'settings')),
    async idle() {
      for (let last: Promise<unknown> | null = null; last !== turning;) {
        last = turning;
        await last;
      }
    },
    stop: loop.stop,
  };
}

type Servers = ReadonlyMap<GuildId, Settings>;

/** When to look again. */
async function lookAround(parts: Parts, servers: Servers, now: number): Promise<number> {
  let next = now + longestPause;
  for (const [guild, settings] of servers)
    if (settings.autoClose > 0) next = Math.min(next, await lookIn(parts, guild, settings, now));
  return next;
}

/** How long it may be quiet before something is done. */
function lead({ autoClose, autoCloseWarning }: Settings): number {
  return autoClose - autoCloseWarning;
}

async function lookIn({ store, bot }: Parts, guild: GuildId, settings: Settings, now: number): Promise<number> {
  const since = now - lead(settings);
  let next = now + lead(settings);
  for (let stayed = 0, isLast = false; !isLast;) {
    const quiet = await store.tables.activity.quiet(bot.id, guild, since, { from: stayed, limit: page });
    isLast = quiet.length < page;
    for (const ticket of quiet) {
      const due = await store.transaction((tables) => attend(tables, ticket, settings, now));
      if (due === null) continue;
      next = Math.min(next, due);
      stayed += 1;
    }
    // Somebody may have written meanwhile, so that one was passed over.
    if (!isLast) next = Math.min(next, now + pauseForMessages);
  }
  const quietest = await store.tables.activity.nextQuiet(bot.id, guild, since);
  return quietest === null ? next : Math.min(next, quietest + lead(settings));
}

/** Something may have been written after an absence that was not fetched yet. One channel that cannot be read holds up only its ticket. */
async function isUnread({ people, reading }: Tables, { bot, person, channel, memberThread }: Ticket): Promise<boolean> {
  if (!(await reading.isBehind(bot))) return false;
  const dm = (await people.get(person))?.dm ?? null;
  for (const place of [channel, dm, memberThread])
    if (place !== null && !(await reading.isWhole(bot, place))) return true;
  return false;
}

/** A message of either side is on its way, or waits because the ticket channel takes nothing at the moment. */
async function isUnderWay({ activity, outbox }: Tables, id: TicketId): Promise<boolean> {
  if (await activity.isUnderWay(id)) return true;
  for (const lane of [lanes.staff(id), lanes.member(id)]) if ((await outbox.length(lane)) > 0) return true;
  return false;
}

/** Warns or closes where it is time; the next time to look, or null when there is nothing left to do. */
async function attend(tables: Tables, id: TicketId, settings: Settings, now: number): Promise<number | null> {
  const ticket = await tables.tickets.get(id);
  const activity = await tables.activity.of(id);
  if (ticket === null || activity === null) return null;
  const { activeAt, warnedAt } = activity;
  const { autoClose, autoCloseWarning: warning } = settings;
  if (activeAt + lead(settings) > now) return activeAt + lead(settings);
  if ((await isUnderWay(tables, id)) || (await isUnread(tables, ticket))) return now + pauseForMessages;
  const isWarned = warnedAt !== null && warnedAt > activeAt;
  // Nobody who is to be warned finds a ticket closed without it: not after an absence, nor where the setting is new.
  const closeAt =
    warning === 0 ? activeAt + autoClose : isWarned ? Math.max(activeAt + autoClose, warnedAt + warning) : null;
  if (closeAt === null) {
    const notice = { text: 'notice.closes-soon', with: { at: now + warning }, to: 'both' } as const;
    await say(tables, ticket, notice, `closes-soon:${id}:${now}`, now);
    await tables.activity.warned(id, now);
    return now + warning;
  }
  if (closeAt > now) return closeAt;
  const closing = { by: null, cause: 'auto', comment: null, shareComment: false, notify: null } as const;
  await closeTicket(tables, ticket, closing, settings, now);
  return null;
}
