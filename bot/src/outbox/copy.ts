import { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { isWithin } from '../settings/weekly-hours.ts';
import type { Copy, Entry, Side, Tables } from '../store.ts';
import { carryOn } from '../tickets/carry-on.ts';
import { closeGone } from '../tickets/close.ts';
import { showAllReactions } from '../tickets/reactions.ts';
import { markOriginal } from '../tickets/mark-original.ts';
import { say, sayOnce } from '../tickets/notice.ts';
import { lanes, type Delivery } from './delivery.ts';
import { contextOf, entryOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { postForMember } from './post-for-member.ts';
import { postForStaff } from './post-for-staff.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

export type Post = (
  parts: SendParts,
  context: DrawContext,
  drawn: Awaited<ReturnType<typeof entryOf>>,
  done: ReadonlySet<number>,
  attempt: Attempt,
  /** Called for every part but the last as soon as it is there, so that a later try goes on behind it. */
  posted: (copy: Copy) => Promise<void>,
) => Promise<Copy | null>;

/** Shows an entry to a side. */
export async function sendCopy(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'copy' }>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const { side } = delivery;
  const context = await contextOf(parts, delivery.ticket, side);
  const entry = await tables.entries.get(delivery.entry);
  if (context === null || entry === null || entry.ticket !== delivery.ticket) return nothingToRecord;
  if (entry.deletedAt !== null && side === 'member') return nothingToRecord;
  if (side === 'staff' && context.ticket.channel === null) return nothingToRecord;
  const done = new Set((await tables.copies.of(entry.id, side)).map((copy) => copy.part));
  const drawn = await entryOf(parts, context, entry, side);
  const post: Post = side === 'member' ? postForMember : postForStaff;
  try {
    const last = await post(parts, context, drawn, done, attempt, (copy) =>
      parts.store.transaction((inside) => inside.copies.add(copy)),
    );
    return { record: ended((inside, now) => delivered(inside, context, entry, side, last, now)) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: ended((inside, now) => refused(inside, context, entry, side, error, now)) };
  }

  /** Whatever came of it, nobody waits for it any more. */
  function ended(work: (inside: Tables, now: number) => Promise<void>): (inside: Tables) => Promise<void> {
    return async (inside) => {
      const now = parts.clock.now();
      if (delivery.held && entry !== null) await markOriginal(inside, entry, '⏱️', now, true);
      await work(inside, now);
    };
  }
}

async function delivered(
  tables: Tables,
  { ticket, settings }: DrawContext,
  entry: Entry,
  side: Side,
  last: Copy | null,
  now: number,
): Promise<void> {
  if (last !== null) await tables.copies.add(last);
  const isRelayed = (entry.kind === 'member' && side === 'staff') || (entry.kind === 'reply' && side === 'member');
  if (!isRelayed) return;
  await tables.entries.setState(entry.id, 'delivered');
  await showAllReactions(tables, entry.id, side, now);
  if (entry.kind !== 'member') return;
  await acknowledge(tables, { ticket, settings }, entry, now);
  const { awayHours, timezone } = settings;
  if (awayHours !== null && !isWithin(awayHours, timezone, now))
    await say(tables, ticket, { text: 'member.away', with: {}, to: 'member' }, `away:${ticket.id}`, now);
}

/** The member learns that their message is there. Where words say so, they say it once, and a ✅ every time after. */
async function acknowledge(
  tables: Tables,
  { ticket, settings }: Pick<DrawContext, 'ticket' | 'settings'>,
  entry: Entry,
  now: number,
): Promise<void> {
  const how = settings.acknowledge;
  if (how === 'none') return;
  const sent = { text: 'member.message-sent', with: {}, to: 'member' } as const;
  const said = how !== 'reaction' && (await say(tables, ticket, sent, `message-sent:${ticket.id}`, now)) !== null;
  if (how !== 'message' || !said) await markOriginal(tables, entry, '✅', now);
}

const whyNotDelivered: Partial<Record<Refused['reason'], string>> = {
  'cannot-dm': 'notice.not-delivered.cannot-dm',
  'unknown-user': 'notice.not-delivered.gone',
  'text-blocked': 'notice.not-delivered.text-blocked',
  'too-large': 'notice.not-delivered.too-large',
  quarantined: 'notice.not-delivered.quarantined',
};

/** Final: what was not delivered is marked so that staff see it, with one line that says why. */
async function refused(
  tables: Tables,
  { ticket, settings }: DrawContext,
  entry: Entry,
  side: Side,
  refusal: Refused,
  now: number,
): Promise<void> {
  if (side === 'staff') {
    const isGone = refusal.reason === 'unknown-channel';
    if (isGone) await closeGone(tables, ticket, 'channel-deleted', now);
    const person = await tables.people.get(ticket.person);
    const goesOn = isGone && entry.kind === 'member' && entry.deletedAt === null && settings.parentChannel !== null;
    if (goesOn && person !== null) return carryOn(tables, { ticket, person, settings, now });
    if (isGone || entry.kind === 'notice') return;
    await tables.entries.setState(entry.id, 'undelivered');
    await markOriginal(tables, entry, '❌', now);
    return explain(tables, entry, 'notice.copy-refused', now);
  }
  if (entry.kind !== 'notice') {
    await tables.entries.setState(entry.id, 'undelivered');
    await markOriginal(tables, entry, '❌', now);
    // What came through a command or form stands on the staff side as a copy, which says so itself.
    const shown = { kind: 'update-copies', ticket: ticket.id, entry: entry.id, side: 'staff' } as const;
    await tables.outbox.owe(lanes.staff(ticket.id), shown, now);
  }
  // Why their messages come back is part of who somebody is.
  if (ticket.anonymous) return explain(tables, entry, 'notice.not-delivered.anonymous', now);
  const isWelcome = entry.notice !== null && welcomes.has(entry.notice.text) && refusal.reason === 'cannot-dm';
  const why = whyNotDelivered[refusal.reason] ?? 'notice.not-delivered.other';
  await explain(tables, entry, isWelcome ? 'notice.greeting-not-delivered' : why, now);
}

/** What a member is told when their ticket opens. */
const welcomes: ReadonlySet<string> = new Set(['member.greeting', 'member.message-sent']);

function explain(tables: Tables, entry: Entry, text: string, now: number): Promise<void> {
  return sayOnce(tables, { id: entry.ticket }, { text, with: {}, to: 'staff' }, `not-delivered:${entry.id}`, now);
}
