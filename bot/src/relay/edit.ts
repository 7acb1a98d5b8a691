import type { Clock } from '../clock.ts';
import type { Content, IncomingMessage } from '../incoming.ts';
import type { BotId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import { otherSide, type Entry, type Store, type Tables, type Ticket } from '../store.ts';
import { aliasOf } from '../tickets/alias.ts';
import type { Settings } from '../settings/schema.ts';
import { contentOf } from './content.ts';
import { hideMember } from './hide-member.ts';
import { withFilesOf } from './member-files.ts';
import { isUnseen, readStaffText, textToBot, type Reader } from './staff-text.ts';

export interface EditParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly bot: Reader & { readonly id: BotId };
  readonly settingsOf: (ticket: Ticket) => Promise<Settings>;
}

/**
 * A message was edited, or Discord added a preview to it, which looks the same and is none. What changed becomes a version,
 * and the other side is owed the new text. False if nothing changed.
 */
export async function edit(parts: EditParts, ticket: Ticket, message: IncomingMessage): Promise<boolean> {
  const settings = await parts.settingsOf(ticket);
  const now = parts.clock.now();
  return parts.store.transaction(async (tables) => {
    const copy = await tables.copies.byMessage(parts.bot.id, message.id);
    if (copy === null || !copy.original) return false;
    // Without its ping a message can no longer be read: what it said before stays.
    if (message.guild !== null && isUnseen(message, parts.bot)) return false;
    const entry = await tables.entries.get(copy.entry);
    if (entry === null || entry.deletedAt !== null || isOutdated(entry, message)) return false;
    const edited = editedContent(entry, message, settings, parts.bot);
    const content = entry.kind === 'member' ? await asShown(tables, ticket, entry, edited) : edited;
    if (isSame(entry.content, content)) return false;
    await tables.entries.edit(entry.id, content, message.editedAt ?? now);
    if (entry.kind === 'internal') return true;
    const side = otherSide(copy.side);
    await tables.outbox.owe(
      lanes[side](ticket.id),
      { kind: 'update-copies', ticket: ticket.id, entry: entry.id, side },
      now,
    );
    return true;
  });
}

/** After a lost connection Discord tells of edits again, also of those that others have followed. */
function isOutdated({ editedAt }: Entry, message: IncomingMessage): boolean {
  return editedAt !== null && message.editedAt !== null && message.editedAt < editedAt;
}

/** An anonymous member's words hide them as those before did, and their files are still called as they were. */
async function asShown(tables: Tables, ticket: Ticket, { author, content }: Entry, edited: Content): Promise<Content> {
  const member = ticket.anonymous && author !== null ? await tables.people.get(author) : null;
  if (member === null) return edited;
  const kept = new Set(edited.files.map(({ id }) => id));
  const files = content.files.filter(({ id }) => kept.has(id));
  return { ...hideMember(edited, member, await aliasOf(tables, ticket)), files };
}

/** A staff message keeps what it was made: an edit neither turns a reply internal nor the other way round. */
function editedContent(entry: Entry, message: IncomingMessage, settings: Settings, bot: Reader): Content {
  const content = contentOf(message);
  if (entry.kind === 'member')
    return withFilesOf(
      entry.content,
      message.guild === null ? content : { ...content, text: textToBot(content.text, bot) },
    );
  const read = readStaffText(message, settings, bot);
  return read.is === entry.kind ? { ...content, text: read.text } : content;
}

/** Files keep their ids; links are signed anew each time and say nothing. */
function isSame(before: Content, after: Content): boolean {
  const rest = ({ files, embeds, unknown }: Content): string =>
    JSON.stringify([files.map((file) => file.id), embeds.map((embed) => ({ ...embed, image: null })), unknown]);
  return before.text === after.text && rest(before) === rest(after);
}
