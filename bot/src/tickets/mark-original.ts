import { lanes } from '../outbox/delivery.ts';
import type { Entry, Tables } from '../store.ts';

/** Owes a reaction on the message that a person wrote, or takes it away; what came through a command has none. */
export async function markOriginal(
  tables: Pick<Tables, 'copies' | 'outbox'>,
  { id, kind }: Pick<Entry, 'id' | 'kind'>,
  emoji: string,
  now: number,
  remove = false,
): Promise<void> {
  const side = kind === 'member' ? 'member' : 'staff';
  const original = (await tables.copies.of(id, side)).find((copy) => copy.original);
  if (original === undefined) return;
  const { channel, message } = original;
  await tables.outbox.owe(lanes.marks(channel), { kind: 'mark', channel, message, emoji, remove }, now);
}
