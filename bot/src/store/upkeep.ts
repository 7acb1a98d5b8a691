import type { Upkeep } from '../upkeep.ts';
import { sql } from 'kysely';
import type { TicketTopic } from '../door.ts';
import type { GuildId, TicketId } from '../ids.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

const day = 24 * 60 * 60_000;
/** Whoever was a member is remembered as one for so long: where servers are many, they are looked for only where they were. */
const season = 90 * day;
const year = 365 * day;

export function upkeepIn(session: Session): Upkeep {
  return {
    async forgetTold(now, limit) {
      return await session.run(told, { now, limit });
    },
    async forgetMemberships(now, limit) {
      return await session.run(memberships, { now, seasonAgo: now - season, limit });
    },
    async forgetPrompts(now, limit) {
      return await session.run(prompts, { dayAgo: now - day, limit });
    },
    async forgetDoors(now, limit) {
      const aside = await session.run(setAside, { now, limit });
      return aside + (await session.run(doors, { now, limit }));
    },
    async forgetFileUse(now, limit) {
      return await session.run(fileUse, { today: Math.floor(now / day), limit });
    },
    async forgetLinks(now, limit) {
      await session.run(openings, { yearAgo: now - year, limit });
      return await session.run(links, { yearAgo: now - year, limit });
    },
    async oldTickets(guild, closedBefore, after, limit) {
      const { closedAt: from, id: last } = after ?? beforeAll;
      const rows = await session.all(oldTickets, { guild, closedBefore, from, last, limit });
      return rows.map(({ id, closedAt, topic }) => ({
        id,
        closedAt: closedAt ?? 0,
        topic: topic === null ? null : (JSON.parse(topic) as TicketTopic).id,
      }));
    },
    async countOld(guild, closedBefore) {
      return (await session.one(countOld, { guild, closedBefore }))?.count ?? 0;
    },
    async removeEntries(ticket, limit) {
      for (const dependent of dependents) await session.run(dependent, { ticket, limit });
      return await session.run(entries, { ticket, limit });
    },
    async setEmptied(ticket, now) {
      if ((await session.run(setEmptied, { ticket, now })) === 0) return false;
      await session.run(emptyFeedback, { ticket });
      return true;
    },
    async saidLate(ticket) {
      await session.run(saidLate, { ticket });
    },
  };
}

const told = statement((db, $: { now: number; limit: number }) =>
  db
    .deleteFrom('told')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('person', 'what'),
        'in',
        selectFrom('told')
          .select(['person', 'what'])
          .where('quiet_until', '<=', $.now)
          .limit(atMost($.limit))
          .$asTuple('person', 'what'),
      ),
    ),
);

/** Whoever is no member any more, or was one long ago. */
const memberships = statement((db, $: { now: number; seasonAgo: number; limit: number }) =>
  db.deleteFrom('memberships').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('person', 'guild'),
      'in',
      selectFrom('memberships')
        .select(['person', 'guild'])
        .where('valid_until', '<=', $.now)
        .where((row) => row.or([row('is_member', '=', 0), row('valid_until', '<=', $.seasonAgo)]))
        .limit(atMost($.limit))
        .$asTuple('person', 'guild'),
    ),
  ),
);

const doors = statement((db, $: { now: number; limit: number }) =>
  db
    .deleteFrom('doors')
    .where('person', 'in', ({ selectFrom }) =>
      selectFrom('doors').select('person').where('until', '<=', $.now).limit(atMost($.limit)),
    ),
);

const setAside = statement((db, $: { now: number; limit: number }) =>
  db
    .deleteFrom('set_aside_forms')
    .where('until', 'in', ({ selectFrom }) =>
      selectFrom('set_aside_forms').select('until').where('until', '<=', $.now).limit(atMost($.limit)),
    ),
);

const prompts = statement((db, $: { dayAgo: number; limit: number }) =>
  db
    .deleteFrom('prompts')
    .where('person', 'in', (old) =>
      old.selectFrom('prompts').select('person').where('expires_at', '<=', $.dayAgo).limit(atMost($.limit)),
    ),
);

const fileUse = statement((db, $: { today: number; limit: number }) =>
  db
    .deleteFrom('file_use')
    .where('person', 'in', (old) =>
      old.selectFrom('file_use').select('person').where('day', '<', $.today).limit(atMost($.limit)),
    ),
);

type Ended = { readonly yearAgo: number; readonly limit: number };

const ended = ($: Ended) => sql<never>`(select source from share_links where expires_at <= ${$.yearAgo}
  order by expires_at, source limit ${atMost($.limit)})`;

const openings = statement((db, $: Ended) => db.deleteFrom('link_openings').where('link', 'in', ended($)));

const links = statement((db, $: Ended) => db.deleteFrom('share_links').where('source', 'in', ended($)));

/** What was said since it was opened again goes as well; the index is made with these very words. */
const isFull = sql<boolean>`(emptied_at is null or emptied_at < closed_at)`;

type Old = {
  readonly guild: GuildId;
  readonly closedBefore: number;
  readonly from: number;
  readonly last: TicketId;
  readonly limit: number;
};

const beforeAll = { closedAt: 0, id: '' as TicketId };

const oldTickets = statement((db, $: Old) =>
  db
    .selectFrom('tickets')
    .select(['id', 'closed_at as closedAt', 'topic'])
    .where('guild', '=', $.guild)
    .where('state', '=', sql.lit('closed' as const))
    .where(isFull)
    .where('closed_at', '<=', $.closedBefore)
    .where('closed_at', '>=', $.from)
    .where((row) => row.or([row('closed_at', '>', $.from), row('id', '>', $.last)]))
    .orderBy('closed_at')
    .orderBy('id')
    .limit(atMost($.limit)),
);

const countOld = statement((db, $: { guild: GuildId; closedBefore: number }) =>
  db
    .selectFrom('tickets')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('guild', '=', $.guild)
    .where('state', '=', sql.lit('closed' as const))
    .where(isFull)
    .where('closed_at', '<=', $.closedBefore),
);

type Some = { readonly ticket: TicketId; readonly limit: number };

/** The first entries of a ticket, while it is closed. */
const some = ($: Some) => sql<never>`(select entries.id from entries join tickets on tickets.id = entries.ticket
  where entries.ticket = ${$.ticket} and tickets.state = 'closed' order by entries.id limit ${atMost($.limit)})`;

const dependents = [
  statement((db, $: Some) => db.deleteFrom('entry_versions').where('entry', 'in', some($))),
  statement((db, $: Some) => db.deleteFrom('copies').where('entry', 'in', some($))),
  statement((db, $: Some) => db.deleteFrom('reactions').where('entry', 'in', some($))),
  statement((db, $: Some) => db.deleteFrom('files').where('entry', 'in', some($))),
  statement((db, $: Some) => db.deleteFrom('file_links').where('entry', 'in', some($))),
] as const;

const entries = statement((db, $: Some) => db.deleteFrom('entries').where('id', 'in', some($)));

const setEmptied = statement((db, $: { ticket: TicketId; now: number }) =>
  db
    .updateTable('tickets')
    .set({ emptied_at: $.now, answers: null })
    .where('id', '=', $.ticket)
    .where('state', '=', sql.lit('closed' as const)),
);

const emptyFeedback = statement((db, $: { ticket: TicketId }) =>
  db.updateTable('feedback').set({ comment: null }).where('ticket', '=', $.ticket),
);

const saidLate = statement((db, $: { ticket: TicketId }) =>
  db.updateTable('tickets').set({ emptied_at: null }).where('id', '=', $.ticket),
);
