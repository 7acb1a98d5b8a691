import type { Clock } from '../clock.ts';
import type { BotId, MessageId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { otherSide, type Store } from '../store.ts';

export interface RemoveParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly bot: BotId;
}

/** Messages were deleted. What a person wrote stays in the history, marked, and its copies on the other side follow. */
export async function remove(parts: RemoveParts, messages: readonly MessageId[]): Promise<void> {
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    for (const message of messages) {
      const copy = await tables.copies.byMessage(parts.bot, message);
      if (copy === null) continue;
      if (!copy.original) {
        await tables.copies.remove(parts.bot, message);
        continue;
      }
      const entry = await tables.entries.get(copy.entry);
      if (entry === null || entry.deletedAt !== null) continue;
      await tables.entries.markDeleted(entry.id, now);
      const side = otherSide(copy.side);
      if (entry.kind !== 'internal')
        await tables.outbox.owe(
          lanes[side](entry.ticket),
          { kind: 'delete-copies', ticket: entry.ticket, entry: entry.id, side },
          now,
        );
    }
  });
}
