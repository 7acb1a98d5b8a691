import type { Content, IncomingMessage } from '../incoming.ts';
import type { BotId, EntryId, MessageId } from '../ids.ts';
import type { Tables, Ticket } from '../store.ts';

/** Only what a message holds, without who wrote it and where. */
export function contentOf(message: Omit<IncomingMessage, 'author'>): Content {
  const { text, files, stickers, embeds, poll, forwarded, things, unknown } = message;
  const own = embeds.filter((embed) => !embed.unfurled);
  return { text, files, stickers, embeds: own, poll, forwarded, ...(things && { things }), unknown };
}

/** Whether a message says nothing at all. */
export function isEmpty(content: Content): boolean {
  return (
    content.text.trim() === '' &&
    content.files.length + content.stickers.length + content.embeds.length + content.unknown.length === 0 &&
    (content.things ?? []).length === 0 &&
    content.poll === null &&
    content.forwarded === null
  );
}

/** The entry that a Discord reply answers, when it is one of this ticket. */
export async function repliedEntry(
  tables: Pick<Tables, 'copies' | 'entries'>,
  bot: BotId,
  ticket: Pick<Ticket, 'id'>,
  replyTo: MessageId | null,
): Promise<EntryId | null> {
  if (replyTo === null) return null;
  const copy = await tables.copies.byMessage(bot, replyTo);
  if (copy === null) return null;
  const entry = await tables.entries.get(copy.entry);
  return entry?.ticket === ticket.id ? entry.id : null;
}
