import type { EntryId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { otherSide, type Side, type Tables } from '../store.ts';

/** What the bot itself says by reacting to what a person wrote; people's reactions must not be taken for it. */
const marks = { member: ['✅', '⏱', '❌'], staff: ['⏱', '❌'] } as const satisfies Record<Side, readonly string[]>;

/**
 * Owes a reaction on the message that shows an entry on `side`, for those who reacted to it on the other one; or takes it away
 * again. Where the entry cannot be seen yet, `showAllReactions` follows.
 */
export async function showReaction(
  tables: Pick<Tables, 'copies' | 'outbox'>,
  {
    entry,
    side,
    emoji,
    remove,
  }: { readonly entry: EntryId; readonly side: Side; readonly emoji: string; readonly remove: boolean },
  now: number,
): Promise<void> {
  const [copy] = await tables.copies.of(entry, side);
  if (copy === undefined) return;
  const ours: readonly string[] = copy.original ? marks[side] : [];
  // Emoji come with and without the character that asks for colour.
  if (ours.includes(emoji.replace('\uFE0F', ''))) return;
  const { channel, message } = copy;
  await tables.outbox.owe(lanes.marks(channel), { kind: 'mark', channel, message, emoji, remove }, now);
}

/** An entry has just appeared on `side`: owes it the reactions that the other side has put on it meanwhile. */
export async function showAllReactions(
  tables: Pick<Tables, 'copies' | 'outbox' | 'reactions'>,
  entry: EntryId,
  side: Side,
  now: number,
): Promise<void> {
  for (const emoji of new Set(await tables.reactions.on(entry, otherSide(side))))
    await showReaction(tables, { entry, side, emoji, remove: false }, now);
}
