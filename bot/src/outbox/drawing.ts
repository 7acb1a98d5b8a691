import { languageOf } from '../language.ts';
import type { EntryId, MessageId, PersonId, RoleId, TicketId } from '../ids.ts';
import { hasCustomEmoji } from '../render/content.ts';
import type { DrawContext, DrawnEntry, DrawnPerson, DrawnReply, Rating } from '../render/drawable.ts';
import { underAlias } from '../render/names.ts';
import type { Entry, Person, Side, Ticket } from '../store.ts';
import { settingsOfTicket } from '../tickets/topic.ts';
import { faceOf } from './face.ts';
import { closingSource } from '../tickets/feedback.ts';
import { filesOf } from './files-of.ts';
import type { SendParts } from './parts.ts';

/** Looks up what drawing needs, as it is now. */

type ContextParts = Pick<SendParts, 'clock' | 'store' | 'discord' | 'settingsOf' | 'guildName' | 'readsContent'>;

export async function contextOf(parts: ContextParts, ticketId: TicketId, side?: Side): Promise<DrawContext | null> {
  const { tables } = parts.store;
  const ticket = await tables.tickets.get(ticketId);
  if (ticket === null) return null;
  const account = await tables.people.get(ticket.person);
  if (account === null) return null;
  const settings = settingsOfTicket(await parts.settingsOf(ticket.guild), ticket);
  return {
    ticket,
    settings,
    guildName: await parts.guildName(ticket.guild),
    member: ticket.anonymous ? await aliasOf(parts, ticket, side) : account,
    locale: (side === 'member' ? languageOf(account.locale) : null) ?? settings.language,
    readsContent: parts.readsContent(),
    severalServers:
      side === 'member' && (await tables.tickets.openOf(ticket.person)).some((other) => other.id !== ticket.id),
  };
}

/** Their picture is shown beside what they wrote. */
async function aliasOf(parts: ContextParts, ticket: Ticket, side: Side | undefined): Promise<DrawnPerson> {
  const alias = await parts.store.tables.aliases.of(ticket.guild, ticket.person);
  return underAlias(ticket, alias, side === 'staff' ? await faceOf(parts, ticket) : null);
}

export async function entryOf(parts: SendParts, context: DrawContext, entry: Entry, side: Side): Promise<DrawnEntry> {
  const author = await authorOf(parts, context.member, entry);
  const { text, forwarded } = entry.content;
  const drawn: DrawnEntry = {
    ...(hasCustomEmoji(`${text}${forwarded?.text ?? ''}`) && {
      emojiPicture: await parts.emojiPictures(context.ticket.guild),
    }),
    entry,
    author,
    topRole: await topRoleOf(parts, context, entry, author),
    files: await filesOf(parts, context.ticket, entry),
    replyTo: entry.replyTo === null ? null : await replyOf(parts, context, entry.replyTo, side),
  };
  if (entry.notice === null) return drawn;
  const people = await peopleIn(parts, entry);
  if (entry.notice.with['asks'] === undefined) return { ...drawn, people };
  return { ...drawn, people, rating: await ratingOf(parts, context, entry) };
}

async function ratingOf({ store }: SendParts, { ticket }: DrawContext, { source }: Entry): Promise<Rating> {
  const isOver = ticket.state === 'closing' || ticket.state === 'closed';
  return { open: isOver && source === closingSource(ticket), given: await store.tables.feedback.of(ticket.id) };
}

/** What a member wrote is theirs as far as drawing may know them, who may be staff as well. */
async function authorOf(
  { store }: Pick<SendParts, 'store'>,
  member: DrawnPerson,
  { kind, author }: Pick<Entry, 'kind' | 'author'>,
): Promise<DrawnPerson | null> {
  if (author === null) return null;
  return kind === 'member' ? member : store.tables.people.get(author);
}

async function replyOf(
  parts: SendParts,
  { ticket, member }: DrawContext,
  id: EntryId,
  side: Side,
): Promise<DrawnReply | null> {
  const { tables } = parts.store;
  const entry = await tables.entries.get(id);
  if (entry === null) return null;
  const [copy] = await tables.copies.of(id, side);
  return {
    entry,
    author: await authorOf(parts, member, entry),
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
  author: DrawnPerson | null,
): Promise<string | null> {
  const user = author?.user ?? null;
  if (entry.kind !== 'reply' || entry.anonymous || settings.signature !== 'name-and-role' || user === null) return null;
  const member = await parts.discord.member(ticket.guild, user);
  if (member === null) return null;
  const { roles } = await parts.discord.guild(ticket.guild);
  const own = roles.filter((role) => member.roles.includes(role.id) && role.id !== (ticket.guild as string as RoleId));
  return own.toSorted((a, b) => b.position - a.position)[0]?.name ?? null;
}
