import type { Clock } from '../clock.ts';
import type { Account } from '../discord.ts';
import type { Content } from '../incoming.ts';
import type { ChannelId, EntryId, MessageId } from '../ids.ts';
import { lanes, type AnswerTo } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Entry, Paced, Person, Store, Tables, Ticket } from '../store.ts';
import { claimTicket } from '../tickets/claim.ts';
import { carryAcross, takeTurn } from '../tickets/pace.ts';
import { may } from '../tickets/permissions.ts';
import type { Standing } from '../tickets/standing.ts';
import { sendLater } from '../tickets/undo.ts';
import { isEmpty, repliedEntry } from './content.ts';
import type { Meet } from './meet.ts';

/** What staff said in a ticket, through whichever door. */
export interface StaffMessage {
  /** Unique, like `message:123` or `interaction:456`. */
  readonly source: string;
  readonly by: Account;
  readonly standing: Standing;
  readonly kind: 'reply' | 'internal';
  readonly content: Content;
  /** Anonymous whatever the settings say. */
  readonly anonymous: boolean;
  readonly replyTo: MessageId | null;
  /** Epoch milliseconds. */
  readonly at: number;
  /** It was fetched after an absence, so the limit does not hold it up. */
  readonly hasWaited: boolean;
  /** Where it already stands on the staff side; null when it came through a command or form. */
  readonly typed: { readonly channel: ChannelId; readonly message: MessageId } | null;
  /** Whoever waits there reads what came of it, unless it is refused or held at once. */
  readonly answerTo?: AnswerTo;
}

export type FromStaff =
  /** `undelivered`: over the limit, and too many wait already. */
  | { readonly is: 'accepted' | 'held' | 'undelivered' }
  /** It can be taken back until then; epoch milliseconds. */
  | { readonly is: 'pending'; readonly entry: EntryId; readonly until: number }
  | { readonly is: 'seen' | 'closed' | 'not-staff' | 'claimed-by-other' | 'empty' };

export interface FromStaffParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly meet: Meet;
}

/** Staff said something in a ticket: whatever comes of it is written down here, in one transaction. */
export async function fromStaff(
  parts: FromStaffParts,
  ticketId: Ticket['id'],
  settings: Settings,
  said: StaffMessage,
): Promise<FromStaff> {
  const now = parts.clock.now();
  const person = await parts.meet(said.by);
  return parts.store.transaction(async (tables) => {
    const ticket = await tables.tickets.get(ticketId);
    if (ticket === null) return { is: 'closed' };
    if (said.typed) await tables.reading.mark(ticket.bot, said.typed.channel, said.typed.message);
    if (ticket.state !== 'open' && ticket.state !== 'opening') return { is: 'closed' };
    const permission = may('reply', { person: person.id, standing: said.standing }, ticket, settings);
    if (!permission.ok) return { is: permission.because };
    if (isEmpty(said.content)) return { is: 'empty' };
    const turn =
      said.kind === 'reply' ? waiting(await turnOf(tables, ticket, settings, said, now), settings, said) : free;
    const entry = await recordFromStaff(tables, ticket, settings, person, said, turn);
    if (entry === null) return { is: 'seen' };
    const until = now + settings.undoSend;
    if (turn.state === 'pending') await sendLater(tables, entry, until, now);
    else if (said.kind === 'reply') await carryAcross(tables, { ...entry, kind: said.kind }, turn, said.typed, now);
    if (said.typed === null) await showToStaff(tables, entry, now);
    const isOnItsWay = turn.state === 'accepted' || turn.state === 'pending';
    if (said.answerTo && isOnItsWay) await report(tables, entry, said.answerTo, now);
    const by = { person: person.id, standing: said.standing };
    if (claims(ticket, settings, said, turn))
      await claimTicket(tables, { ticket, settings, by, source: `${said.source}:claim`, now });
    return turn.state === 'pending' ? { is: 'pending', entry: entry.id, until } : { is: turn.state };
  });
}

/** What somebody waits for by a command can be taken back for a moment, where the server wants that. */
function waiting(turn: Paced, { undoSend }: Settings, { answerTo }: StaffMessage): Paced {
  return undoSend > 0 && answerTo !== undefined && turn.state === 'accepted' ? { ...turn, state: 'pending' } : turn;
}

/** Whoever answers first has the ticket, where the server wants that; other programs take none. */
function claims({ claimedBy }: Ticket, { softClaim }: Settings, { kind, by }: StaffMessage, { state }: Paced): boolean {
  return softClaim && claimedBy === null && kind === 'reply' && !by.bot && state !== 'undelivered';
}

/** What stays among staff is not counted. */
const free: Paced = { state: 'accepted', dueAt: null };

function turnOf(
  tables: Tables,
  { id: ticket }: Ticket,
  { limits }: Settings,
  { at, hasWaited }: StaffMessage,
  now: number,
): Promise<Paced> {
  return takeTurn(tables, { ticket, kind: 'reply', at, hasWaited }, limits.perSidePerMinute, now);
}

async function recordFromStaff(
  tables: Tables,
  ticket: Ticket,
  settings: Settings,
  person: Person,
  said: StaffMessage,
  turn: Paced,
): Promise<Entry | null> {
  const entry = await tables.entries.add({
    ticket: ticket.id,
    kind: said.kind,
    author: person.id,
    at: said.at,
    source: said.source,
    content: said.content,
    notice: null,
    replyTo: await repliedEntry(tables, ticket.bot, ticket, said.replyTo),
    anonymous: said.anonymous || settings.anonymousStaff,
    ...turn,
  });
  if (entry !== null && said.typed !== null)
    await tables.copies.add({
      entry: entry.id,
      bot: ticket.bot,
      side: 'staff',
      channel: said.typed.channel,
      message: said.typed.message,
      part: 0,
      original: true,
      webhook: null,
    });
  return entry;
}

function report(tables: Tables, { id, ticket }: Entry, answerTo: AnswerTo, now: number): Promise<void> {
  return tables.outbox.owe(lanes.member(ticket), { kind: 'report', entry: id, answerTo }, now);
}

function showToStaff(tables: Tables, { id, ticket }: Entry, now: number): Promise<void> {
  return tables.outbox.owe(lanes.staff(ticket), { kind: 'copy', ticket, entry: id, side: 'staff' }, now);
}
