import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';
import { sendUpdate, takeAway } from './update-copies.ts';

/** A member no longer sees what staff deleted; staff still see what a member deleted, marked, since they may have to act on it. */
export async function sendDelete(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'delete-copies' }>,
  attempt: Attempt,
): Promise<Sent> {
  if (delivery.side === 'staff') return sendUpdate(parts, delivery, attempt);
  const context = await contextOf(parts, delivery.ticket);
  if (context === null) return nothingToRecord;
  const copies = (await parts.store.tables.copies.of(delivery.entry, 'member')).filter((copy) => !copy.original);
  for (const copy of copies) await takeAway(parts, context, copy);
  return {
    record: async (tables) => {
      for (const copy of copies) await tables.copies.remove(copy.bot, copy.message);
    },
  };
}
