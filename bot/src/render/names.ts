import type { Language } from '../language.ts';
import type { Face } from '../discord.ts';
import type { Alias, PersonId, UserId } from '../ids.ts';
import type { ChannelKind, Ticket } from '../store.ts';
import type { DrawContext, DrawnEntry, DrawnPerson } from './drawable.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { longestChannelName, longestFaceName } from './limits.ts';
import { text } from './notices.ts';

/** The only file that puts a name to a person: who is called what, before whom, is decided here and nowhere else. */

/** How somebody appears to a reader. The name is plain text on one line, cleaned but not escaped. */
export interface Seen {
  readonly name: string;
  /** Null for the server, which has no face of a person. */
  readonly avatarUrl: string | null;
  /** Null where the reader may not know which account it is. */
  readonly user: UserId | null;
}

type Naming = Pick<DrawContext, 'locale' | 'guildName'> & { readonly member: Pick<DrawnPerson, 'id'> };

/**
 * The member of an anonymous ticket, as everybody but their own DM knows them. Not even our id of them is left: it would be the same in
 * a ticket under their name.
 */
export function underAlias(ticket: Pick<Ticket, 'id'>, alias: string | null, avatarUrl: string | null): DrawnPerson {
  const id = ticket.id as string as PersonId;
  return { id, username: alias ?? '', displayName: alias ?? '', avatarUrl, user: null };
}

/** Somebody, member or staff, before staff. Null: somebody whose data was erased. */
export function seenByStaff(person: DrawnPerson | null, { member, locale }: Naming): Seen {
  if (person === null) return { name: text('name.staff', {}, locale), avatarUrl: null, user: null };
  const neutral = text(person.id === member.id ? 'name.member' : 'name.staff', {}, locale);
  const name = shorten(cleanLine(person.displayName) || cleanLine(person.username) || neutral, longestFaceName);
  return { name, avatarUrl: person.avatarUrl, user: person.user };
}

/** Somebody before staff where no ticket is at hand: plain text on one line, cleaned but not escaped. */
export function nameAnywhere(person: DrawnPerson | null, locale: Language): string {
  if (person === null) return text('name.member', {}, locale);
  const name = cleanLine(person.displayName) || cleanLine(person.username) || text('name.member', {}, locale);
  return shorten(name, longestFaceName);
}

/** An anonymous member before staff where no ticket is at hand. */
export function aliasAnywhere(alias: Alias): string {
  return cleanLine(alias);
}

/** How a reply is signed before the member. */
export interface Signature {
  readonly anonymous: boolean;
  readonly topRole: string | null;
}

/** Somebody before the member: themselves, a staff member by name, or the server for all of its staff. */
export function seenByMember(
  person: DrawnPerson | null,
  context: Naming & Pick<DrawContext, 'settings'>,
  { anonymous, topRole }: Signature,
): Seen {
  if (person !== null && person.id === context.member.id) return seenByStaff(person, context);
  if (person === null || anonymous) return { name: serverName(context), avatarUrl: null, user: null };
  const seen = seenByStaff(person, context);
  const role = context.settings.signature === 'name-and-role' && topRole !== null ? cleanLine(topRole) : '';
  if (role === '') return seen;
  return { ...seen, name: text('name.with-role', { name: seen.name, role: shorten(role, 100) }, context.locale) };
}

/** The author of an entry before the member. */
export function authorForMember(context: DrawContext, { entry, author, topRole }: DrawnEntry): Seen {
  return seenByMember(author, context, { anonymous: entry.anonymous, topRole });
}

/** The server in texts, escaped. */
export function serverInText(context: Pick<DrawContext, 'guildName' | 'locale'>): string {
  return escapeMarkdown(serverName(context));
}

/** The server in plain text on one line. */
export function serverName({ guildName, locale }: Pick<DrawContext, 'guildName' | 'locale'>): string {
  return shorten(cleanLine(guildName), 100) || text('name.server', {}, locale);
}

/** Somebody in a line that staff read, escaped. */
export function inStaffText(person: DrawnPerson | null, context: Naming): string {
  return escapeMarkdown(seenByStaff(person, context).name);
}

/** Somebody in a line that the member reads, escaped: staff are named only where this server names them. */
export function inMemberText(person: DrawnPerson | null, context: Naming & Pick<DrawContext, 'settings'>): string {
  return escapeMarkdown(
    seenByMember(person, context, { anonymous: context.settings.anonymousStaff, topRole: null }).name,
  );
}

// ---- names that Discord must accept ----

const noPicture = 'https://cdn.discordapp.com/embed/avatars/0.png';

/** The face under which a webhook shows somebody to staff; a name that Discord refuses gives way to the next best one. */
export function faceForStaff(person: DrawnPerson | null, context: Naming): Face {
  const seen = seenByStaff(person, context);
  const neutral = text(person?.id === context.member.id ? 'name.member' : 'name.staff', {}, context.locale);
  const name = [seen.name, person?.username ?? ''].map(faceName).find((usable) => usable !== null) ?? neutral;
  return { name, avatarUrl: seen.avatarUrl ?? noPicture };
}

/** The same face under a name that Discord cannot refuse. */
export function neutralFace(face: Face, language: Language): Face {
  return { ...face, name: text('name.neutral', {}, language) };
}

/**
 * A name as a webhook may carry it, or null: 1 to 80 characters, without `clyde` and `discord`, and not `everyone` or `here`.
 * https://docs.discord.com/developers/resources/webhook#create-webhook
 */
export function faceName(name: string): string | null {
  const clean = shorten(cleanLine(cleanLine(name).replace(/`{3,}/g, ' ')), longestFaceName);
  const plain = clean.normalize('NFKC').toLowerCase();
  if (clean === '' || /clyde|discord/.test(plain) || /^@?(everyone|here)$/.test(plain.trim())) return null;
  return clean;
}

/**
 * The name of a ticket's channel, from the server's template; `ticket-<number>` when nothing is left of it.
 * Threads and posts may be called anything of 1 to 100 characters, text channels hold small letters, digits, `-` and `_`.
 */
export function ticketChannelName(
  kind: ChannelKind,
  { settings, ticket, member }: Pick<DrawContext, 'settings' | 'ticket' | 'member'>,
): string {
  const username = channelWord(kind, member.username) || channelWord(kind, member.displayName);
  if (username === '' && /\{(?:username|alias)\}/.test(settings.nameTemplate)) return neutralChannelName(ticket);
  // Only in an anonymous ticket is the member called by an alias, and then everywhere.
  const topic = channelWord(kind, ticket.topic?.name ?? '');
  const values: Readonly<Record<string, string>> = { username, alias: username, number: String(ticket.number), topic };
  // Without a topic nothing is left of what stands around it.
  const template =
    topic === '' ? settings.nameTemplate.replace(/[-_ ]+\{topic\}$|\{topic\}[-_ ]*/g, '') : settings.nameTemplate;
  const filled = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return channelWord(kind, filled) || neutralChannelName(ticket);
}

/** For when Discord refuses the other one. */
export function neutralChannelName(ticket: Pick<DrawContext['ticket'], 'number'>): string {
  return `ticket-${ticket.number}`;
}

function channelWord(kind: ChannelKind, name: string): string {
  const clean = cleanLine(name);
  if (kind !== 'private-channel') return shorten(clean, longestChannelName);
  const word = clean.toLowerCase().replace(/[^\p{L}\p{N}\p{M}_-]+/gu, '-');
  return shorten(word.replace(/-{2,}/g, '-').replace(/^-|-$/g, ''), longestChannelName).replace(/\u2026$/, '');
}
