import type { ChannelId, EntryId, MessageId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { otherSide, type Entry, type Paced, type Side, type Tables, type Ticket } from '../store.ts';
import { sayOnce } from './notice.ts';

/** The limit counts messages in a window of this length that slides with Discord's own timestamps; milliseconds. */
const windowLasts = 60_000;
/** So many messages of a side wait for room; what comes beyond them is not delivered. */
const mostHeld = 20;

/** What people write to the other side, by the kind of its entry. */
type Counted = 'member' | 'reply';
const sideOf = { member: 'member', reply: 'staff' } as const satisfies Record<Counted, Side>;

interface Written {
  readonly ticket: Ticket['id'];
  readonly kind: Counted;
  /** By Discord's clock. */
  readonly at: number;
  /** It was fetched or kept before: it has waited already, so it is not held up again. */
  readonly hasWaited: boolean;
}

/** Where a message stands in its side's limit: it goes on at once, when there is room, or not at all. */
export async function takeTurn(
  { entries }: Pick<Tables, 'entries'>,
  { ticket, kind, at, hasWaited }: Written,
  limit: number,
  now: number,
): Promise<Paced> {
  const before = limit === 0 || hasWaited ? null : await entries.dueAt(ticket, kind, limit);
  const dueAt = before === null ? at : Math.max(at, before + windowLasts);
  const waiting = (await entries.held(ticket)).filter((entry) => entry.kind === kind).length;
  const mustWait = waiting > 0 || (dueAt > at && dueAt > now);
  if (!mustWait) return { state: 'accepted', dueAt };
  if (waiting >= mostHeld && !hasWaited) return { state: 'undelivered', dueAt: null };
  return { state: 'held', dueAt };
}

/** Owes the other side what was written, as its turn says; what does not go at once is marked where it was written. */
export async function carryAcross(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  entry: Pick<Entry, 'id' | 'ticket' | 'kind'> & { readonly kind: Counted },
  { state, dueAt }: Paced,
  original: Original | null,
  now: number,
): Promise<void> {
  const { ticket, id } = entry;
  const side = otherSide(sideOf[entry.kind]);
  if (state === 'accepted')
    return tables.outbox.owe(lanes[side](ticket), { kind: 'copy', ticket, entry: id, side }, now);
  if (original !== null) await mark(tables, original, state === 'held' ? '⏱️' : '❌', now);
  if (state === 'undelivered') return explain(tables, entry, now);
  const delivery = { kind: 'release', ticket, entry: id, side, at: dueAt ?? now } as const;
  await tables.outbox.owe(lanes.held(ticket, side), delivery, now);
}

/** The message that a person wrote. */
interface Original {
  readonly channel: ChannelId;
  readonly message: MessageId;
}

function mark(tables: Pick<Tables, 'outbox'>, on: Original, emoji: string, now: number): Promise<void> {
  return tables.outbox.owe(lanes.marks(on.channel), { kind: 'mark', ...on, emoji }, now);
}

async function explain(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  { id, ticket, kind }: Pick<Entry, 'id' | 'ticket' | 'kind'>,
  now: number,
): Promise<void> {
  const to = kind === 'reply' ? 'staff' : 'member';
  const text = kind === 'reply' ? 'hint.not-held' : 'member.too-many';
  await sayOnce(tables, { id: ticket }, { text, with: {}, to }, `too-many:${id}`, now);
}

/** A held entry goes on: it joins what is owed to the other side. Once it was, this changes nothing. */
export async function release(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  ticket: Ticket['id'],
  entry: EntryId,
  side: Side,
  now: number,
): Promise<void> {
  if (!(await tables.entries.release(entry))) return;
  await tables.outbox.owe(lanes[side](ticket), { kind: 'copy', ticket, entry, side, held: true }, now);
  if (side === 'member')
    await tables.outbox.owe(lanes.staff(ticket), { kind: 'update-copies', ticket, entry, side: 'staff' }, now);
}

/** A ticket that closes holds nothing back. */
export async function releaseAll(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  ticket: Ticket['id'],
  now: number,
): Promise<void> {
  for (const { id, kind } of await tables.entries.held(ticket))
    await release(tables, ticket, id, kind === 'member' ? 'staff' : 'member', now);
}
