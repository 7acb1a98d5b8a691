import type { MessageId } from '../ids.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { carryAcross, takeTurn } from '../tickets/pace.ts';
import { say } from '../tickets/notice.ts';
import { contentOf, repliedEntry } from './content.ts';
import { withTakenFiles } from './member-files.ts';

export interface FromMember {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly person: Person;
  readonly message: IncomingMessage;
  /** It was fetched or kept, so the limit does not hold it up again. */
  readonly hasWaited: boolean;
  readonly now: number;
}

/** One entry, once; the staff side is owed a copy of it, as soon as the limit lets it through. False if it was recorded before. */
export async function recordFromMember(
  tables: Tables,
  { ticket, settings, person, message, hasWaited, now }: FromMember,
): Promise<boolean> {
  const content = withTakenFiles(contentOf(message), settings);
  const written = { ticket: ticket.id, kind: 'member', at: message.sentAt, hasWaited } as const;
  const turn = await takeTurn(tables, written, settings.limits.perSidePerMinute, now);
  const entry = await tables.entries.add({
    ticket: ticket.id,
    kind: 'member',
    author: person.id,
    at: message.sentAt,
    source: `message:${message.id}`,
    content,
    notice: null,
    replyTo: await repliedEntry(tables, person.bot, ticket, message.replyTo),
    anonymous: false,
    ...turn,
  });
  if (entry === null) return false;
  await tables.copies.add({
    entry: entry.id,
    bot: person.bot,
    side: 'member',
    channel: message.channel,
    message: message.id,
    part: 0,
    original: true,
    webhook: null,
  });
  const original = { channel: message.channel, message: message.id };
  await carryAcross(tables, { ...entry, kind: 'member' }, turn, original, now);
  if (content.refused) await tellRefused(tables, ticket, content.refused, message.id, now);
  return true;
}

/** The member learns which files did not go along. */
async function tellRefused(
  tables: Tables,
  ticket: Ticket,
  names: readonly string[],
  message: MessageId,
  now: number,
): Promise<void> {
  const notice = { text: 'member.files-refused', with: { names: names.join(', ') }, to: 'member' } as const;
  await say(tables, ticket, notice, `files-refused:${message}`, now);
}
