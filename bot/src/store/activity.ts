import { sql } from 'kysely';

import type { Activity } from '../closing.ts';
import type { BotId, GuildId, TicketId } from '../ids.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function activityIn(session: Session): Activity {
  return {
    async note(ticket, now) {
      await session.run(note, { ticket, now });
    },
    async warned(ticket, now) {
      await session.run(warned, { ticket, now });
    },
    async of(ticket) {
      return await session.one(of, { ticket });
    },
    async quiet(bot, guild, since, { from, limit }) {
      return (await session.all(quiet, { bot, guild, since, from, limit })).map(({ id }) => id);
    },
    async nextQuiet(bot, guild, since) {
      return (await session.one(nextQuiet, { bot, guild, since }))?.at ?? null;
    },
    async isUnderWay(ticket) {
      return (await session.one(underWay, { ticket })) !== null;
    },
  };
}

/** Written out, so that the index of open tickets is found. */
const isOpen = sql<boolean>`state = 'open'`;

const note = statement((db, $: { ticket: TicketId; now: number }) =>
  db.updateTable('tickets').set({ active_at: $.now }).where('id', '=', $.ticket),
);

const warned = statement((db, $: { ticket: TicketId; now: number }) =>
  db.updateTable('tickets').set({ warned_at: $.now }).where('id', '=', $.ticket),
);

const of = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('tickets')
    .select((row) => [row.fn.coalesce('active_at', 'opened_at').as('activeAt'), 'warned_at as warnedAt'])
    .where('id', '=', $.ticket)
    .where(isOpen),
);

type Quiet = { readonly bot: BotId; readonly guild: GuildId; readonly since: number };

const quiet = statement((db, $: Quiet & { from: number; limit: number }) =>
  db
    .selectFrom('tickets')
    .select('id')
    .where('guild', '=', $.guild)
    .where('active_at', '<=', $.since)
    .where('bot', '=', $.bot)
    .where(isOpen)
    .orderBy('active_at')
    .limit(atMost($.limit))
    .offset(atMost($.from)),
);

const nextQuiet = statement((db, $: Quiet) =>
  db
    .selectFrom('tickets')
    .select((row) => row.fn.min('active_at').as('at'))
    .where('guild', '=', $.guild)
    .where('active_at', '>', $.since)
    .where('bot', '=', $.bot)
    .where(isOpen),
);

const underWay = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('entries')
    .select('id')
    .where('ticket', '=', $.ticket)
    .where('kind', 'in', ['member', 'reply'])
    .where('state', 'in', ['accepted', 'held', 'pending'])
    .where('deleted_at', 'is', null)
    .limit(atMost(1)),
);
