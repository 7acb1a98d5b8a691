import { Refused } from '../refusal.ts';
import type { ChannelId } from '../ids.ts';
import type { Delivery } from './delivery.ts';
import { contextOf, entryOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { postForStaff } from './post-for-staff.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/**
 * What comes after the end is shown in the ticket channel where it is still there and not archived: writing would unarchive it. It
 * stands in the history in any case.
 */
export async function sendShowLate(
  parts: SendParts,
  delivery: Extract<Delivery, { kind: 'show-late' }>,
  attempt: Attempt,
): Promise<Sent> {
  const { tables } = parts.store;
  const context = await contextOf(parts, delivery.ticket, 'staff');
  const entry = await tables.entries.get(delivery.entry);
  const channel = context?.ticket.channel ?? null;
  if (context === null || entry === null || channel === null) return nothingToRecord;
  const done = new Set((await tables.copies.of(entry.id, 'staff')).map((copy) => copy.part));
  try {
    if (await isArchived(parts, channel)) return nothingToRecord;
    const drawn = await entryOf(parts, context, entry, 'staff');
    const last = await postForStaff(parts, context, drawn, done, attempt, (copy) =>
      parts.store.transaction((inside) => inside.copies.add(copy)),
    );
    return { record: async (inside) => void (last && (await inside.copies.add(last))) };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return nothingToRecord;
  }
}

/** https://docs.discord.com/developers/topics/threads: sending a message unarchives. */
async function isArchived({ discord }: SendParts, channel: ChannelId): Promise<boolean> {
  return (await discord.channel(channel)).archived;
}
