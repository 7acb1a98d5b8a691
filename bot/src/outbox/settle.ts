import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Until its time has come, a reply can be taken back, and its lane waits. */
export async function sendSettle(
  { clock, store }: Pick<SendParts, 'clock' | 'store'>,
  { ticket, entry: id, at }: Extract<Delivery, { kind: 'settle' }>,
): Promise<Sent> {
  const entry = await store.tables.entries.get(id);
  if (entry?.state !== 'pending') return nothingToRecord;
  if (at > clock.now()) return { notBefore: at };
  return { record: async (tables) => void (await tables.entries.settle(ticket, id)) };
}
