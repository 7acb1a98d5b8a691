import type { Refused } from '../refusal.ts';
import type { DrawContext } from '../render/drawable.ts';
import { offersThread } from '../render/member-thread.ts';
import type { Entry, Side, Tables } from '../store.ts';
import { carryOn } from '../tickets/carry-on.ts';
import { closeGone } from '../tickets/close.ts';
import { markOriginal } from '../tickets/mark-original.ts';
import { sayOnce } from '../tickets/notice.ts';
import { lanes } from './delivery.ts';

const whyNotDelivered: Partial<Record<Refused['reason'], string>> = {
  'cannot-dm': 'notice.not-delivered.cannot-dm',
  'unknown-user': 'notice.not-delivered.gone',
  'text-blocked': 'notice.not-delivered.text-blocked',
  'too-large': 'notice.not-delivered.too-large',
  'unknown-member': 'notice.not-delivered.left-server',
  quarantined: 'notice.not-delivered.quarantined',
};

export interface CopyRefused {
  readonly entry: Entry;
  readonly side: Side;
  readonly refusal: Refused;
  /** Staff may open a private thread with the member instead. */
  readonly offer: boolean;
}

/** Final: what was not delivered is marked so that staff see it, with one line that says why. */
export async function copyRefused(
  tables: Tables,
  { ticket, settings }: DrawContext,
  { entry, side, refusal, offer }: CopyRefused,
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
    if (refusal.reason === 'cannot-dm') await tables.entries.markDmClosed(entry.id);
    else await tables.entries.setState(entry.id, 'undelivered');
    await markOriginal(tables, entry, '❌', now);
    // What came through a command or form stands on the staff side as a copy, which says so itself.
    const shown = { kind: 'update-copies', ticket: ticket.id, entry: entry.id, side: 'staff' } as const;
    await tables.outbox.owe(lanes.staff(ticket.id), shown, now);
  }
  // Why their messages come back is part of who somebody is.
  if (ticket.anonymous) return explain(tables, entry, 'notice.not-delivered.anonymous', now);
  const isWelcome = entry.notice !== null && welcomes.has(entry.notice.text) && refusal.reason === 'cannot-dm';
  const why = whyNotDelivered[refusal.reason] ?? 'notice.not-delivered.other';
  await explain(tables, entry, isWelcome ? 'notice.greeting-not-delivered' : why, now, offer);
}

/** What a member is told when their ticket opens. */
const welcomes: ReadonlySet<string> = new Set(['member.greeting', 'member.message-sent']);

function explain(tables: Tables, entry: Entry, text: string, now: number, offer = false): Promise<void> {
  const notice = { text, with: { ...(offer && { offer: offersThread }) }, to: 'staff' } as const;
  return sayOnce(tables, { id: entry.ticket }, notice, `not-delivered:${entry.id}`, now);
}
