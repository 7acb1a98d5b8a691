import type { Clock } from '../clock.ts';
import type { GuildId, TicketId } from '../ids.ts';
import type { Log } from '../log.ts';
import { complete } from '../settings/complete.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store } from '../store.ts';
import type { OldTicket } from '../upkeep.ts';
import { nextAtHour, type Chore } from './chores.ts';
import { note } from './notice.ts';

const day = 24 * 60 * 60_000;
/** An hour after the files, which are removed a day later, once nothing needs them; hours after midnight, UTC. */
const hour = 5;
/** In one transaction, so that nobody waits long behind it. */
const entriesAtOnce = 200;
const ticketsAtOnce = 50;

interface Parts {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Pick<Store, 'tables' | 'transaction'>;
  readonly log: Log;
}

/**
 * Once a day: what was said in tickets that were closed longer ago than the server wants to keep it. The ticket itself stays, with its
 * number, times and how it was closed. It goes on where it stopped, and never touches what Discord shows.
 */
export function emptyOldTickets(parts: Parts): Chore {
  return {
    next: (now) => nextAtHour(hour, now),
    async run(signal) {
      let tickets = 0;
      for (const { guild, values } of await parts.store.tables.settings.all())
        tickets += await emptyIn(parts, guild, complete(values), signal);
      if (tickets > 0) parts.log.info({ tickets }, 'what was said in old tickets was removed');
    },
  };
}

type Terms = Pick<Settings, 'retention' | 'topics'>;

/** For so many days what was said about a topic is kept; 0 is for ever. */
function daysOf({ retention, topics }: Terms, topic: string | null): number {
  return topics.find(({ id }) => id === topic)?.retention ?? retention;
}

async function emptyIn(parts: Parts, guild: GuildId, terms: Terms, signal: AbortSignal): Promise<number> {
  const limits = [terms.retention, ...terms.topics.map(({ id }) => daysOf(terms, id))].filter((days) => days > 0);
  if (limits.length === 0) return 0;
  const now = parts.clock.now();
  const since = (days: number): number => now - days * day;
  let emptied = 0;
  for (let after: OldTicket | null = null; ;) {
    const old = await parts.store.tables.upkeep.oldTickets(guild, since(Math.min(...limits)), after, ticketsAtOnce);
    for (const { id, closedAt, topic } of old) {
      const days = daysOf(terms, topic);
      if (days === 0 || closedAt > since(days)) continue;
      await empty(parts, id, days, signal);
      emptied += 1;
    }
    const last: OldTicket | undefined = old.at(-1);
    if (last === undefined) return emptied;
    after = last;
  }
}

async function empty({ clock, store }: Parts, id: TicketId, days: number, signal: AbortSignal): Promise<void> {
  for (let gone = entriesAtOnce; gone === entriesAtOnce;) {
    signal.throwIfAborted();
    gone = await store.transaction(({ upkeep }) => upkeep.removeEntries(id, entriesAtOnce));
  }
  await store.transaction(async (tables) => {
    const now = clock.now();
    if (!(await tables.upkeep.setEmptied(id, now))) return;
    await tables.links.revoke(id, now);
    const notice = { text: 'notice.removed-after', with: { count: days }, to: 'staff' } as const;
    await note(tables, { id }, notice, `emptied:${id}:${now}`, now);
  });
}
