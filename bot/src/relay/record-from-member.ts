import type { InteractionId, MessageId } from '../ids.ts';
import type { Content, IncomingMessage } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import type { Entry, Person, Tables, Ticket } from '../store.ts';
import { carryAcross, takeTurn } from '../tickets/pace.ts';
import { say } from '../tickets/notice.ts';
import { aliasOf } from '../tickets/alias.ts';
import { contentOf, repliedEntry } from './content.ts';
import { hideMember } from './hide-member.ts';
import { withTakenFiles } from './member-files.ts';

export interface FromMember {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly person: Person;
  readonly message: Omit<IncomingMessage, 'author'>;
  /** It was fetched or kept, so the limit does not hold it up again. */
  readonly hasWaited: boolean;
  readonly now: number;
}

/** One entry, once; the staff side is owed a copy of it, as soon as the limit lets it through. False if it was recorded before. */
export async function recordFromMember(
  tables: Tables,
  { ticket, settings, person, message, hasWaited, now }: FromMember,
): Promise<boolean> {
  const taken = withTakenFiles(contentOf(message), settings);
  const content = ticket.anonymous ? hideMember(taken, person, await aliasOf(tables, ticket)) : taken;
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
  if (ticket.anonymous) await keepLinks(tables, entry, taken);
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
  // Whoever writes somewhere reads there.
  const answersInThread = message.channel === ticket.memberThread;
  if (ticket.memberThread !== null && ticket.answersInThread !== answersInThread)
    await tables.tickets.change(ticket.id, { answersInThread });
  const original = { channel: message.channel, message: message.id };
  await carryAcross(tables, { ...entry, kind: 'member' }, turn, original, now);
  if (content.refused) await tellRefused(tables, ticket, content.refused, message.id, now);
  return true;
}

/** What the entry does not hold itself, for as long as it takes to fetch them. */
export async function keepLinks({ files }: Pick<Tables, 'files'>, { id }: Entry, content: Content): Promise<void> {
  for (const file of [...content.files, ...(content.forwarded?.files ?? [])])
    await files.keepLink(id, file.id, file.url);
}

/** The member learns which files did not go along. */
export async function tellRefused(
  tables: Tables,
  ticket: Ticket,
  names: readonly string[],
  by: MessageId | InteractionId,
  now: number,
): Promise<void> {
  const notice = { text: 'member.files-refused', with: { names: names.join(', ') }, to: 'member' } as const;
  await say(tables, ticket, notice, `files-refused:${by}`, now);
}
