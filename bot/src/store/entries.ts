import type { Content } from '../incoming.ts';
import type { EntryId, PersonId, TicketId } from '../ids.ts';
import type { Entries, Entry, EntryKind, EntryVersion, Notice } from '../store.ts';
import { entryStatesIn } from './entry-states.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { sql } from 'kysely';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function entriesIn(session: Session): Entries {
  return {
    ...entryStatesIn(session),
    async add({ state = 'accepted', dueAt = null, ...entry }) {
      const row = await session.one(insert, {
        ticket: entry.ticket,
        kind: entry.kind,
        author: entry.author,
        at: entry.at,
        source: entry.source,
        content: JSON.stringify(entry.content),
        notice: entry.notice && JSON.stringify(entry.notice),
        replyTo: entry.replyTo,
        anonymous: flag(entry.anonymous),
        state,
        dueAt,
      });
      return row && { ...entry, id: row.id, state, editedAt: null, deletedAt: null };
    },
    async get(id) {
      return entryFrom(await session.one(byId, { id }));
    },
    async bySource(source) {
      return entryFrom(await session.one(bySource, { source }));
    },
    async of(ticket, after, limit) {
      return (await session.all(of, { ticket, after: after ?? 0, limit })).map(fromRow);
    },
    async latest(ticket, limit) {
      return (await session.all(latest, { ticket, limit })).map(fromRow);
    },
    async arrived(ticket) {
      const member = await session.one(newestArrived, { ticket, kind: 'member' });
      const reply = await session.one(newestArrived, { ticket, kind: 'reply' });
      const newest = (member?.id ?? 0) > (reply?.id ?? 0) ? 'member' : reply === null ? null : 'reply';
      return { newest, answered: reply !== null };
    },
    async edit(id, content, now) {
      await session.run(keepVersion, { id, now });
      await session.run(edit, { id, content: JSON.stringify(content), now });
    },
    async markDeleted(id, now) {
      await session.run(markDeleted, { id, now });
    },
    async dueAt(ticket, kind, nth) {
      return (await session.one(dueAt, { ticket, kind, before: nth - 1 }))?.at ?? null;
    },
    async versions(id) {
      const rows = await session.all(versions, { id });
      return rows.map((row): EntryVersion => ({ content: JSON.parse(row.content) as Content, until: row.until }));
    },
  };
}

interface EntryRow extends Omit<Entry, 'content' | 'notice' | 'anonymous'> {
  readonly content: string;
  readonly notice: string | null;
  readonly anonymous: Flag;
}

const entryFrom = (row: EntryRow | null): Entry | null => row && fromRow(row);

function fromRow(row: EntryRow): Entry {
  return {
    ...row,
    content: JSON.parse(row.content) as Content,
    notice: row.notice === null ? null : (JSON.parse(row.notice) as Notice),
    anonymous: row.anonymous === 1,
  };
}

const columns = [
  'id',
  'ticket',
  'kind',
  'author',
  'at',
  'source',
  'content',
  'notice',
  'reply_to as replyTo',
  'anonymous',
  'state',
  'edited_at as editedAt',
  'deleted_at as deletedAt',
] as const;

type Added = {
  readonly ticket: TicketId;
  readonly kind: EntryKind;
  readonly author: PersonId | null;
  readonly at: number;
  readonly source: string;
  readonly content: string;
  readonly notice: string | null;
  readonly replyTo: EntryId | null;
  readonly anonymous: Flag;
  readonly state: Entry['state'];
  readonly dueAt: number | null;
};

const insert = statement((db, $: Added) =>
  db
    .insertInto('entries')
    .values({
      ticket: $.ticket,
      kind: $.kind,
      author: $.author,
      at: $.at,
      source: $.source,
      content: $.content,
      notice: $.notice,
      reply_to: $.replyTo,
      anonymous: $.anonymous,
      state: $.state,
      due_at: $.dueAt,
    })
    .onConflict((conflict) => conflict.column('source').doNothing())
    .returning('id'),
);

const byId = statement((db, $: { id: EntryId }) => db.selectFrom('entries').select(columns).where('id', '=', $.id));

const bySource = statement((db, $: { source: string }) =>
  db.selectFrom('entries').select(columns).where('source', '=', $.source),
);

const of = statement((db, $: { ticket: TicketId; after: number; limit: number }) =>
  db
    .selectFrom('entries')
    .select(columns)
    .where('ticket', '=', $.ticket)
    .where('id', '>', $.after as EntryId)
    .orderBy('id')
    .limit(atMost($.limit)),
);

const newestArrived = statement((db, $: { ticket: TicketId; kind: EntryKind }) =>
  db
    .selectFrom('entries')
    .select('id')
    .where('ticket', '=', $.ticket)
    .where('kind', '=', $.kind)
    .where('state', '=', sql.lit('delivered'))
    .orderBy('id', 'desc')
    .limit(atMost(1)),
);

const latest = statement((db, $: { ticket: TicketId; limit: number }) =>
  db.selectFrom('entries').select(columns).where('ticket', '=', $.ticket).orderBy('id', 'desc').limit(atMost($.limit)),
);

const keepVersion = statement((db, $: { id: EntryId; now: number }) =>
  db
    .insertInto('entry_versions')
    .columns(['entry', 'content', 'replaced_at'])
    .expression((eb) =>
      eb
        .selectFrom('entries')
        .select((row) => ['id', 'content', row.val($.now).as('replaced_at')])
        .where('id', '=', $.id),
    ),
);

const edit = statement((db, $: { id: EntryId; content: string; now: number }) =>
  db.updateTable('entries').set({ content: $.content, edited_at: $.now }).where('id', '=', $.id),
);

const markDeleted = statement((db, $: { id: EntryId; now: number }) =>
  db.updateTable('entries').set({ deleted_at: $.now }).where('id', '=', $.id).where('deleted_at', 'is', null),
);

const dueAt = statement((db, $: { ticket: TicketId; kind: EntryKind; before: number }) =>
  db
    .selectFrom('entries')
    .select('due_at as at')
    .where('ticket', '=', $.ticket)
    .where('kind', '=', $.kind)
    .where('due_at', 'is not', null)
    .orderBy('due_at', 'desc')
    .limit(atMost(1))
    .offset(atMost($.before)),
);

const versions = statement((db, $: { id: EntryId }) =>
  db.selectFrom('entry_versions').select(['content', 'replaced_at as until']).where('entry', '=', $.id).orderBy('id'),
);
