import { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { isWithin } from '../settings/weekly-hours.ts';
import type { Copy, Entry, Side, Tables, Ticket } from '../store.ts';
import { showAllReactions } from '../tickets/reactions.ts';
import { solveRefused } from '../tickets/refused-in-channel.ts';
import { markOriginal } from '../tickets/mark-original.ts';
import { oweTags } from '../tickets/forum-tags.ts';
import { say } from '../tickets/notice.ts';
import { copyRefused } from './copy-refused.ts';
import { lanes, type Delivery } from './delivery.ts';
import { contextOf, entryOf } from './drawing.ts';
import { mayHaveThread, whyNoDm } from './member-place.ts';
import type { SendParts } from './parts.ts';
import { postForMember } from './post-for-member.ts';
import { postForStaff } from './post-for-staff.ts';
import { waitForChannel, waitsForChannel } from './refused-in-channel.ts';
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
  const isGone = entry.deletedAt !== null || entry.state === 'withdrawn';
  if (isGone && side === 'member') return nothingToRecord;
  if (side === 'staff' && context.ticket.channel === null) return nothingToRecord;
  const done = new Set((await tables.copies.of(entry.id, side)).map((copy) => copy.part));
  const drawn = await entryOf(parts, context, asDelivered(entry, side), side);
  const post: Post = side === 'member' ? postForMember : postForStaff;
  try {
    const last = await post(parts, context, drawn, done, attempt, (copy) =>
      parts.store.transaction((inside) => inside.copies.add(copy)),
    );
    // What a webhook may do says nothing of what the bot may.
    const showsMended = side === 'staff' && (last?.webhook === null || entry.state === 'undelivered');
    return {
      record: ended(async (inside, now) => {
        await delivered(inside, context, entry, side, last, now);
        if (showsMended) await solveRefused(inside, context.ticket);
      }),
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    if (side === 'staff' && waitsForChannel(context, error)) return waitForChannel(parts, context, delivery, entry);
    const refusal = side === 'member' ? await whyNoDm(parts, context.ticket, error) : error;
    const offer = refusal.reason === 'cannot-dm' && mayHaveThread(context);
    return {
      record: ended((inside, now) => copyRefused(inside, context, { entry, side, refusal, offer }, now)),
    };
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

/** What the ticket channel refused before stands there once it is read. */
function asDelivered(entry: Entry, side: Side): Entry {
  return entry.kind === 'member' && side === 'staff' ? { ...entry, state: 'delivered' } : entry;
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
  // It was refused before.
  if (entry.state === 'undelivered') await unmark(tables, ticket, entry, now);
  await tables.activity.note(ticket.id, now);
  await showAllReactions(tables, entry.id, side, now);
  if (settings.forumTags) await oweTags(tables, ticket, now);
  if (entry.kind !== 'member') return;
  await acknowledge(tables, { ticket, settings }, entry, now);
  const { awayHours, timezone } = settings;
  if (awayHours !== null && !isWithin(awayHours, timezone, now))
    await say(tables, ticket, { text: 'member.away', with: {}, to: 'member' }, `away:${ticket.id}`, now);
}

/** What was not delivered at first looks like everything else once it was. */
async function unmark(tables: Tables, { id: ticket }: Pick<Ticket, 'id'>, entry: Entry, now: number): Promise<void> {
  await markOriginal(tables, entry, '❌', now, true);
  if (entry.kind !== 'reply') return;
  const shown = { kind: 'update-copies', ticket, entry: entry.id, side: 'staff' } as const;
  await tables.outbox.owe(lanes.staff(ticket), shown, now);
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
