import { sql, type RawBuilder } from 'kysely';

import type { Answer, TicketTopic } from '../door.ts';
import type { BotId, ChannelId, GuildId, PersonId, TicketId } from '../ids.ts';
import type { Closing } from '../closing.ts';
import type { Ticket, TicketState, Tickets } from '../store.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { atMost, statement } from './statement.ts';
import type { Filling, Session, Statement, Value } from './statement.ts';

export function ticketsIn(session: Session): Tickets {
  return {
    async open(ticket) {
      const { topic = null, answers = [], anonymous, ...rest } = ticket;
      const row = await session.one(insert, {
        ...rest,
        anonymous: flag(anonymous),
        topic: topic && JSON.stringify(topic),
        answers: answers.length === 0 ? null : JSON.stringify(answers),
      });
      return ticketFrom(row);
    },
    async get(id) {
      return ticketFrom(await session.one(byId, { id }));
    },
    async byNumber(bot, guild, number) {
      return ticketFrom(await session.one(byNumber, { bot, guild, number }));
    },
    async byChannel(bot, channel) {
      return ticketFrom(await session.one(byChannel, { bot, channel }));
    },
    async byMemberThread(bot, thread) {
      return ticketFrom(await session.one(byMemberThread, { bot, thread }));
    },
    async openOf(person) {
      return ticketsFrom(await session.all(openOf, { person }));
    },
    async allOpen(bot, after, limit) {
      return ticketsFrom(await session.all(allOpen, { bot, after: after ?? '', limit }));
    },
    async historyOf(person, guild, limit) {
      return ticketsFrom(await session.all(historyOf, { person, guild, limit }));
    },
    async beside({ id, person, guild, anonymous }, limit) {
      return ticketsFrom(await session.all(beside, { id, person, guild, anonymous: flag(anonymous), limit }));
    },
    async countBeside({ id, person, guild, anonymous }) {
      return (await session.one(countBeside, { id, person, guild, anonymous: flag(anonymous) }))?.count ?? 0;
    },
    async waitingIn(bot, guild) {
      return ticketsFrom(await session.all(waitingIn, { bot, guild }));
    },
    async openIn(bot, guild) {
      return ticketsFrom(await session.all(openIn, { bot, guild }));
    },
    change: (id, change, from) => changeTicket(session, id, change, from),
    async claim(id, by, instead) {
      return (await session.run(claim, { id, by, instead })) > 0;
    },
  };
}

async function changeTicket(session: Session, ...[id, change, from]: Parameters<Tickets['change']>): Promise<boolean> {
  const { closing, answersInThread, ...rest } = change;
  const set: Filling = {
    ...rest,
    ...(closing !== undefined && { closing: closing && JSON.stringify(closing) }),
    ...(answersInThread !== undefined && { answersInThread: flag(answersInThread) }),
  };
  const filling: Record<string, Value> = { id };
  for (const [field, value] of Object.entries(set)) if (value !== undefined) filling[field] = value;
  const fields = Object.keys(filling).slice(1) as ChangedField[];
  if (fields.length === 0) return (await session.one(byId, { id })) !== null;
  from?.forEach((state, index) => (filling[`from${index}`] = state));
  return (await session.run(changeOf(fields, from?.length), filling)) > 0;
}

type ChangedField = Extract<keyof Parameters<Tickets['change']>[1], string>;

interface TicketRow extends Omit<Ticket, 'closing' | 'anonymous' | 'answersInThread' | 'topic' | 'answers'> {
  readonly closing: string | null;
  readonly anonymous: Flag;
  readonly answersInThread: Flag;
  readonly topic: string | null;
  readonly answers: string | null;
}

function ticketFrom(row: TicketRow): Ticket;
function ticketFrom(row: TicketRow | null): Ticket | null;
function ticketFrom(row: TicketRow | null): Ticket | null {
  if (row === null) return null;
  return {
    ...row,
    closing: row.closing === null ? null : (JSON.parse(row.closing) as Closing),
    anonymous: row.anonymous === 1,
    answersInThread: row.answersInThread === 1,
    topic: row.topic === null ? null : (JSON.parse(row.topic) as TicketTopic),
    answers: row.answers === null ? [] : (JSON.parse(row.answers) as readonly Answer[]),
  };
}

function ticketsFrom(rows: readonly TicketRow[]): readonly Ticket[] {
  return rows.map((row) => ticketFrom(row));
}

const columns = [
  'id',
  'number',
  'bot',
  'guild',
  'person',
  'state',
  'channel_kind as channelKind',
  'parent',
  'channel',
  'card',
  'claimed_by as claimedBy',
  'opened_at as openedAt',
  'closed_at as closedAt',
  'closing',
  'anonymous',
  'member_thread as memberThread',
  'answers_in_thread as answersInThread',
  'topic',
  'answers',
] as const;

/** Written out and not filled in, so that the indexes of open tickets are found. */
const isOpen = sql<boolean>`state in ('opening', 'open')`;

type Opened = Pick<Ticket, 'id' | 'bot' | 'guild' | 'person' | 'channelKind' | 'parent' | 'openedAt'> & {
  readonly anonymous: Flag;
  readonly topic: string | null;
  readonly answers: string | null;
};

const insert = statement((db, $: Opened) =>
  db
    .insertInto('tickets')
    .values((eb) => ({
      id: $.id,
      number: eb
        .selectFrom('tickets')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('guild', '=', $.guild),
      bot: $.bot,
      guild: $.guild,
      person: $.person,
      state: sql.lit<TicketState>('opening'),
      channel_kind: $.channelKind,
      parent: $.parent,
      opened_at: $.openedAt,
      anonymous: $.anonymous,
      topic: $.topic,
      answers: $.answers,
    }))
    .onConflict((conflict) => conflict.columns(['person', 'guild', 'bot', 'anonymous']).where(isOpen).doNothing())
    .returning(columns),
);

const byId = statement((db, $: { id: TicketId }) => db.selectFrom('tickets').select(columns).where('id', '=', $.id));

const byNumber = statement((db, $: { bot: BotId; guild: GuildId; number: number }) =>
  db
    .selectFrom('tickets')
    .select(columns)
    .where('guild', '=', $.guild)
    .where('number', '=', $.number)
    .where('bot', '=', $.bot),
);

const byChannel = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.selectFrom('tickets').select(columns).where('bot', '=', $.bot).where('channel', '=', $.channel),
);

const byMemberThread = statement((db, $: { bot: BotId; thread: ChannelId }) =>
  db.selectFrom('tickets').select(columns).where('bot', '=', $.bot).where('member_thread', '=', $.thread),
);

const openOf = statement((db, $: { person: PersonId }) =>
  db
    .selectFrom('tickets')
    .select(columns)
    .where('person', '=', $.person)
    .where(isOpen)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc'),
);

const allOpen = statement((db, $: { bot: BotId; after: string; limit: number }) =>
  db
    .selectFrom('tickets')
    .select(columns)
    .where('bot', '=', $.bot)
    .where('id', '>', $.after as TicketId)
    .where(isOpen)
    .orderBy('id')
    .limit(atMost($.limit)),
);

/** `which` is written out and not filled in, so that the index is found. */
const inServer = (which: RawBuilder<boolean>) =>
  statement((db, $: { bot: BotId; guild: GuildId }) =>
    db
      .selectFrom('tickets')
      .select(columns)
      .where('bot', '=', $.bot)
      .where('guild', '=', $.guild)
      .where(which)
      .orderBy('number'),
  );
const openIn = inServer(isOpen);
const waitingIn = inServer(sql`state = 'opening' and channel is null`);

const historyOf = statement((db, $: { person: PersonId; guild: GuildId; limit: number }) =>
  db
    .selectFrom('tickets')
    .select(columns)
    .where('person', '=', $.person)
    .where('guild', '=', $.guild)
    .orderBy('number', 'desc')
    .limit(atMost($.limit)),
);

interface Beside {
  readonly id: TicketId;
  readonly person: PersonId;
  readonly guild: GuildId;
  readonly anonymous: Flag;
}

const beside = statement((db, $: Pick<Beside, keyof Beside> & { limit: number }) =>
  db
    .selectFrom('tickets')
    .select(columns)
    .where('guild', '=', $.guild)
    .where('person', '=', $.person)
    .where('anonymous', '=', $.anonymous)
    .where('id', '!=', $.id)
    .orderBy('number', 'desc')
    .limit(atMost($.limit)),
);

const countBeside = statement((db, $: Pick<Beside, keyof Beside>) =>
  db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('guild', '=', $.guild)
    .where('person', '=', $.person)
    .where('anonymous', '=', $.anonymous)
    .where('id', '!=', $.id),
);

const claim = statement((db, $: { id: TicketId; by: PersonId | null; instead: PersonId | null }) =>
  db
    .updateTable('tickets')
    .set({ claimed_by: $.by })
    .where('id', '=', $.id)
    .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_by', '=', $.instead)])),
);

const columnOf = {
  state: 'state',
  channel: 'channel',
  card: 'card',
  claimedBy: 'claimed_by',
  closedAt: 'closed_at',
  closing: 'closing',
  memberThread: 'member_thread',
  answersInThread: 'answers_in_thread',
} as const satisfies Record<ChangedField, string>;

/** One statement for each set of fields that is changed together; the program knows only a handful. */
const changes = new Map<string, Statement<Filling, unknown>>();

function changeOf(fields: readonly ChangedField[], states: number | undefined): Statement<Filling, unknown> {
  const shape = `${fields.join()} ${states}`;
  const known = changes.get(shape);
  if (known) return known;
  const made = statement((db, $: Filling) => {
    const set = Object.fromEntries(fields.map((field) => [columnOf[field], $[field]]));
    const update = db
      .updateTable('tickets')
      .set(set)
      .where('id', '=', $['id'] as TicketId);
    if (states === undefined) return update;
    return update.where(
      'state',
      'in',
      Array.from({ length: states }, (_, index) => $[`from${index}`] as TicketState),
    );
  });
  changes.set(shape, made);
  return made;
}
