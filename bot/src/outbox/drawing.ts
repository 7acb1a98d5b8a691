import type { EntryId, MessageId, PersonId, RoleId, TicketId } from '../ids.ts';
import { hasCustomEmoji } from '../render/content.ts';
import type { DrawContext, DrawnEntry, DrawnReply } from '../render/drawable.ts';
import type { Entry, Person, Side, Ticket } from '../store.ts';
import { filesOf } from './files-of.ts';
import type { SendParts } from './parts.ts';

/** Looks up what drawing needs, as it is now. */

export async function contextOf(parts: SendParts, ticketId: TicketId, side?: Side): Promise<DrawContext | null> {
  const { tables } = parts.store;
  const ticket = await tables.tickets.get(ticketId);
  if (ticket === null) return null;
  const member = await tables.people.get(ticket.person);
  if (member === null) return null;
  const settings = await parts.settingsOf(ticket.guild);
  return {
    ticket,
    settings,
    guildName: await parts.guildName(ticket.guild),
    member,
    locale: settings.language,
    readsContent: parts.readsContent(),
    severalServers:
      side === 'member' && (await tables.tickets.openOf(member.id)).some((other) => other.id !== ticket.id),
  };
}

export async function entryOf(parts: SendParts, context: DrawContext, entry: Entry, side: Side): Promise<DrawnEntry> {
  const author = await authorOf(parts, context, entry);
  const { text, forwarded } = entry.content;
  const drawn: DrawnEntry = {
    ...(hasCustomEmoji(`${text}${forwarded?.text ?? ''}`) && {
      emojiPicture: await parts.emojiPictures(context.ticket.guild),
    }),
    entry,
    author,
    topRole: await topRoleOf(parts, context, entry, author),
    files: await filesOf(parts, entry),
    replyTo: entry.replyTo === null ? null : await replyOf(parts, context.ticket, entry.replyTo, side),
  };
  return entry.notice === null ? drawn : { ...drawn, people: await peopleIn(parts, entry) };
}

async function authorOf(
  { store }: SendParts,
  { member }: Pick<DrawContext, 'member'>,
  { author }: Entry,
): Promise<Person | null> {
  if (author === null || author === member.id) return author && member;
  return store.tables.people.get(author);
}

async function replyOf(parts: SendParts, ticket: Ticket, id: EntryId, side: Side): Promise<DrawnReply | null> {
  const { tables } = parts.store;
  const entry = await tables.entries.get(id);
  if (entry === null) return null;
  const [copy] = await tables.copies.of(id, side);
  return {
    entry,
    author: entry.author === null ? null : await tables.people.get(entry.author),
    message: copy?.message ?? null,
    link: copy === undefined ? null : linkTo(ticket, copy.channel, copy.message),
  };
}

/** https://docs.discord.com/developers/reference#message-formatting: message links open in every client. */
export function linkTo(ticket: Pick<Ticket, 'guild'>, channel: string, message?: MessageId): string {
  const place = `https://discord.com/channels/${ticket.guild}/${channel}`;
  return message === undefined ? place : `${place}/${message}`;
}

async function peopleIn(parts: SendParts, entry: Entry): Promise<ReadonlyMap<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const value of Object.values(entry.notice?.with ?? {})) {
    const person = typeof value === 'string' ? await parts.store.tables.people.get(value as PersonId) : null;
    if (person !== null) people.set(person.id, person);
  }
  return people;
}

/** Only signatures with a role need it. */
async function topRoleOf(
  parts: SendParts,
  { settings, ticket }: DrawContext,
  entry: Entry,
  author: Person | null,
): Promise<string | null> {
  if (entry.kind !== 'reply' || entry.anonymous || settings.signature !== 'name-and-role' || author === null)
    return null;
  const member = await parts.discord.member(ticket.guild, author.user);
  if (member === null) return null;
  const { roles } = await parts.discord.guild(ticket.guild);
  const own = roles.filter((role) => member.roles.includes(role.id) && role.id !== (ticket.guild as string as RoleId));
  return own.toSorted((a, b) => b.position - a.position)[0]?.name ?? null;
}
