import type { ChannelId, MessageId } from '../ids.ts';
import type { IncomingMessage } from '../incoming.ts';
import { Refused } from '../refusal.ts';
import { historyPage, type History, type HistoryParts } from './history.ts';
import type { Missed } from './missed.ts';
import type { Remembered, RememberedMessage } from './remembered.ts';

/**
 * Compares what people wrote in a channel with what stands there now: what was edited or deleted meanwhile is carried over. Only pages
 * on which something remembered stands are read. A message that is missing on its page counts as deleted only once Discord says that
 * there is no such message, since a page can be short or empty for other reasons, like a lost right to read the history.
 */
export async function compare(
  parts: HistoryParts,
  channel: ChannelId,
  { guild, messages }: Remembered,
  history: History,
  missed: Missed,
): Promise<void> {
  for (let rest = messages; rest.length > 0;) {
    const [newest] = rest;
    const page = newest && (await pageUpTo(parts, channel, newest.id));
    if (!page) return;
    const [first] = page;
    const within = rest.filter((one) => first === undefined || BigInt(one.id) >= BigInt(first.id));
    const found = new Map(page.map((message) => [message.id, message]));
    for (const one of within.toReversed()) {
      const now = found.get(one.id) ?? (await lookFor(parts, channel, one.id));
      if (now === 'not-readable') return;
      if (now === 'deleted') {
        await history.deleted(one.id, guild);
        missed.deleted(one.ticket);
      } else if (isEdited(one, now) && (await history.edited({ ...now, guild }))) missed.edited(one.ticket);
    }
    rest = rest.slice(within.length);
  }
}

/** A preview that Discord adds does not count as an edit for Discord either. */
function isEdited(before: RememberedMessage, { editedAt }: IncomingMessage): boolean {
  return editedAt !== null && (before.editedAt === null || editedAt > before.editedAt);
}

/** Oldest first; null where Discord does not let us read. */
async function pageUpTo(
  { ask, discord }: HistoryParts,
  channel: ChannelId,
  newest: MessageId,
): Promise<readonly IncomingMessage[] | null> {
  const before = String(BigInt(newest) + 1n) as MessageId;
  try {
    return await ask(channel, () => discord.messages(channel, { before, limit: historyPage }));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

async function lookFor(
  { ask, discord }: HistoryParts,
  channel: ChannelId,
  id: MessageId,
): Promise<IncomingMessage | 'deleted' | 'not-readable'> {
  try {
    return await ask(channel, () => discord.message(channel, id));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.reason === 'unknown-message' ? 'deleted' : 'not-readable';
  }
}
