import { sql } from 'kysely';

import type { BotId, ChannelId, EntryId, MessageId, TicketId, WebhookId } from '../ids.ts';
import type { Copies, Copy, Side } from '../store.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function copiesIn(session: Session): Copies {
  return {
    async add(copy) {
      await session.run(insert, { ...copy, original: flag(copy.original) });
    },
    async byMessage(bot, message) {
      return copyFrom(await session.one(byMessage, { bot, message }));
    },
    async of(entry, side) {
      return (await session.all(of, { entry, side })).map(fromRow);
    },
    async originals(ticket, channel, limit) {
      return await session.all(originals, { ticket, channel, before: limit - 1 });
    },
    async newestReply(ticket) {
      return (await session.one(newestReply, { ticket }))?.message ?? null;
    },
    async remove(bot, message) {
      await session.run(remove, { bot, message });
    },
  };
}

interface CopyRow extends Omit<Copy, 'original'> {
  readonly original: Flag;
}

const copyFrom = (row: CopyRow | null): Copy | null => row && fromRow(row);
const fromRow = (row: CopyRow): Copy => ({ ...row, original: row.original === 1 });

const columns = ['entry', 'bot', 'side', 'channel', 'message', 'part', 'original', 'webhook'] as const;

type Added = {
  readonly entry: EntryId;
  readonly bot: BotId;
  readonly side: Side;
  readonly channel: ChannelId;
  readonly message: MessageId;
  readonly part: number;
  readonly original: Flag;
  readonly webhook: WebhookId | null;
};

const insert = statement((db, $: Added) =>
  db
    .insertInto('copies')
    .values({
      entry: $.entry,
      bot: $.bot,
      side: $.side,
      channel: $.channel,
      message: $.message,
      part: $.part,
      original: $.original,
      webhook: $.webhook,
    })
    .onConflict((conflict) => conflict.columns(['bot', 'message']).doNothing()),
);

const byMessage = statement((db, $: { bot: BotId; message: MessageId }) =>
  db.selectFrom('copies').select(columns).where('bot', '=', $.bot).where('message', '=', $.message),
);

const of = statement((db, $: { entry: EntryId; side: Side }) =>
  db.selectFrom('copies').select(columns).where('entry', '=', $.entry).where('side', '=', $.side).orderBy('part'),
);

const originals = statement((db, $: { ticket: TicketId; channel: ChannelId; before: number }) =>
  db
    .selectFrom('entries')
    .innerJoin('copies', 'copies.entry', 'entries.id')
    .select(['copies.message', 'entries.edited_at as editedAt'])
    .where('entries.ticket', '=', $.ticket)
    .where('entries.id', '>=', (inner) =>
      inner
        .selectFrom('entries as newest')
        .select((row) => row.fn.coalesce(row.fn.max('newest.id'), sql.lit(0 as EntryId)).as('first'))
        .where('newest.id', '=', (nth) =>
          nth
            .selectFrom('entries as one')
            .select('one.id')
            .where('one.ticket', '=', $.ticket)
            .orderBy('one.id', 'desc')
            .limit(atMost(1))
            .offset(atMost($.before)),
        ),
    )
    .where('entries.deleted_at', 'is', null)
    .where('copies.channel', '=', $.channel)
    .where('copies.original', '=', sql.lit(1)),
);

const newestReply = statement((db, $: { ticket: TicketId }) =>
  db
    .selectFrom('entries')
    .innerJoin('copies', 'copies.entry', 'entries.id')
    .select('copies.message')
    .where('entries.ticket', '=', $.ticket)
    .where('entries.kind', '=', 'reply')
    .where('copies.side', '=', 'member')
    .orderBy('entries.id', 'desc')
    .orderBy('copies.part', 'desc')
    .limit(atMost(1)),
);

const remove = statement((db, $: { bot: BotId; message: MessageId }) =>
  db.deleteFrom('copies').where('bot', '=', $.bot).where('message', '=', $.message),
);
