import type { Clock } from '../clock.ts';
import type { GuildId, TicketId } from '../ids.ts';
import type { Log } from '../log.ts';
import { complete } from '../settings/complete.ts';
import type { Store } from '../store.ts';
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
      for (const { guild, values } of await parts.store.tables.settings.all()) {
        const { retention } = complete(values);
        if (retention > 0) tickets += await emptyIn(parts, guild, retention, signal);
      }
      if (tickets > 0) parts.log.info({ tickets }, 'what was said in old tickets was removed');
    },
  };
}

async function emptyIn(parts: Parts, guild: GuildId, days: number, signal: AbortSignal): Promise<number> {
  let emptied = 0;
  for (;;) {
    const closedBefore = parts.clock.now() - days * day;
    const old = await parts.store.tables.upkeep.oldTickets(guild, closedBefore, ticketsAtOnce);
    if (old.length === 0) return emptied;
    for (const ticket of old) await empty(parts, ticket, days, signal);
    emptied += old.length;
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
    const notice = { text: 'notice.removed-after', with: { count: days }, to: 'staff' } as const;
    await note(tables, { id }, notice, `emptied:${id}:${now}`, now);
  });
}
