import { sql } from 'kysely';

import type { EntryId, TicketId } from '../ids.ts';
import type { Entries, Entry } from '../store.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

/** Whether entries have reached the other side. */
export function entryStatesIn(
  session: Session,
): Pick<
  Entries,
  | 'setState'
  | 'markDmClosed'
  | 'dmClosed'
  | 'markUnseen'
  | 'giveUp'
  | 'moveUnseen'
  | 'held'
  | 'release'
  | 'settle'
  | 'withdraw'
> {
  return {
    async setState(id, state) {
      await session.run(setState, { id, state });
    },
    async markDmClosed(id) {
      await session.run(markDmClosed, { id });
    },
    async dmClosed(ticket) {
      return (await session.all(dmClosed, { ticket })).map(({ id }) => id);
    },
    async markUnseen(ticket) {
      return (await session.all(markUnseen, { ticket })).map(({ id }) => id).toSorted((a, b) => a - b);
    },
    async giveUp(ticket) {
      await session.run(giveUp, { ticket });
    },
    async moveUnseen(from, to) {
      return (await session.all(moveUnseen, { from, to })).map(({ id }) => id).toSorted((a, b) => a - b);
    },
    async held(ticket) {
      return await session.all(held, { ticket });
    },
    async release(id) {
      return (await session.run(release, { id })) > 0;
    },
    async settle(ticket, id) {
      const settled = id === null ? session.run(settleAll, { ticket }) : session.run(settle, { id });
      return (await settled) > 0;
    },
    async withdraw(id) {
      return (await session.run(withdraw, { id })) > 0;
    },
  };
}

const setState = statement((db, $: { id: EntryId; state: Entry['state'] }) =>
  db.updateTable('entries').set({ state: $.state }).where('id', '=', $.id),
);

const markDmClosed = statement((db, $: { id: EntryId }) =>
  db.updateTable('entries').set({ state: 'undelivered', dm_closed: 1 }).where('id', '=', $.id),
);

/** Written out and not filled in, so that its index is found. */
const dmClosed = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('entries')
    .select('id')
    .where('ticket', '=', $.ticket)
    .where('dm_closed', '=', sql.lit(1))
    .where('state', '=', sql.lit('undelivered'))
    .where('kind', '=', sql.lit('reply'))
    .where('deleted_at', 'is', null)
    .orderBy('id'),
);

const markUnseen = statement((db, $: { ticket: TicketId }) =>
  db
    .updateTable('entries')
    .set({ state: 'undelivered' })
    .where('ticket', '=', $.ticket)
    .where('kind', '=', sql.lit('member'))
    .where('state', '=', sql.lit('accepted'))
    .where('deleted_at', 'is', null)
    .returning('id'),
);

const giveUp = statement((db, $: { ticket: TicketId }) =>
  db
    .updateTable('entries')
    .set({ state: 'undelivered' })
    .where('ticket', '=', $.ticket)
    .where('kind', '=', sql.lit('member'))
    .where(sql<boolean>`state in ('accepted', 'held')`),
);

const moveUnseen = statement((db, $: { from: TicketId; to: TicketId }) =>
  db
    .updateTable('entries')
    .set({ ticket: $.to })
    .where('ticket', '=', $.from)
    .where('kind', '=', sql.lit('member'))
    // Those that the channel refused have their place in the window; those over the limit have none.
    .where(sql<boolean>`(state = 'accepted' or (state = 'undelivered' and due_at is not null))`)
    .where('deleted_at', 'is', null)
    .returning('id'),
);

const held = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('entries')
    .select(['id', 'kind'])
    .where('ticket', '=', $.ticket)
    .where('state', '=', sql.lit('held'))
    .orderBy('id'),
);

const release = statement((db, $: { id: EntryId }) =>
  db.updateTable('entries').set({ state: 'accepted' }).where('id', '=', $.id).where('state', '=', sql.lit('held')),
);

const settle = statement((db, $: { id: EntryId }) =>
  db.updateTable('entries').set({ state: 'accepted' }).where('id', '=', $.id).where('state', '=', sql.lit('pending')),
);

const settleAll = statement((db, $: { ticket: TicketId }) =>
  db
    .updateTable('entries')
    .set({ state: 'accepted' })
    .where('ticket', '=', $.ticket)
    .where('state', '=', sql.lit('pending')),
);

/** It leaves its place in the limit's window. */
const withdraw = statement((db, $: { id: EntryId }) =>
  db
    .updateTable('entries')
    .set({ state: 'withdrawn', due_at: null })
    .where('id', '=', $.id)
    .where('state', '=', sql.lit('pending')),
);
