import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import { madeAt, type GuildId } from '../ids.ts';
import type { LastServer } from '../bookkeeping.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Store, Ticket } from '../store.ts';
import { admit } from './admit.ts';
import type { Refusal } from './refuse.ts';
import { blockedBy, sharedServers, type Server, type SharedServers } from './servers.ts';

/** Where a member's DM goes. `switched`: what they wrote before went to another server. */
export type Destination =
  | {
      readonly is: 'ticket';
      readonly ticket: Ticket;
      readonly settings: Settings;
      readonly switched: boolean;
      /** It counts for where the next one goes. */
      readonly remember: boolean;
    }
  | { readonly is: 'server'; readonly guild: GuildId; readonly settings: Settings; readonly switched: boolean }
  /** Several are possible: the message is kept until the member has chosen. */
  | { readonly is: 'ask'; readonly among: 'servers' | 'tickets' }
  /** Nothing is opened. */
  | { readonly is: 'refused'; readonly why: Refusal };

/** `later`: Discord cannot be asked right now. The message is kept, and where it goes is looked for until there is an answer. */
export type FirstLook = Destination | { readonly is: 'later' };

export interface DestinationParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Pick<Discord, 'member'>;
  readonly routing: 'ask' | 'sticky';
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
  /** Servers that the bot is in and that have modmail enabled. */
  readonly enabled: () => Promise<readonly { readonly guild: GuildId; readonly settings: Settings }[]>;
  /** For what nobody has to wait for, and what may fail: then it is only looked up once more. */
  readonly meanwhile: (work: Promise<void>) => void;
}

/** For so long a server that the member chose waits for their message. */
export const choiceHolds = 24 * 60 * 60_000;

/**
 * What the member says comes first: by replying to a message of a server, or by having chosen one. Then their open tickets; without
 * any, the servers that they share with the bot: one is taken, of several the member is asked, or with `sticky` the last used or
 * the lowest id is taken.
 */
export async function findDestination(
  parts: DestinationParts,
  person: Person,
  message: Pick<IncomingMessage, 'replyTo'>,
): Promise<Destination> {
  const { tables } = parts.store;
  const open = await tables.tickets.openOf(person.id);
  const last = await tables.intake.lastServer(person.id);
  const replied = await ticketRepliedTo(parts, person, message);
  const sameTicket = open.find(({ id }) => id === replied?.id);
  if (sameTicket !== undefined) return toTicket(parts, sameTicket, last, open);
  const isChosen = chosen(last, parts.clock.now());
  const asked = await askedAt(parts, person);
  const meant = replied?.guild ?? isChosen ?? asked?.guild ?? null;
  const mayHide =
    (meant === asked?.guild && asked?.anonymous === true) || (meant === isChosen && last?.anonymous === true);
  const isHidden = replied === null ? mayHide : replied.anonymous;
  // Nothing that may be meant for an anonymous ticket goes into one under their name.
  const possible = open.filter(({ guild, anonymous }) => guild !== meant || anonymous || !isHidden);
  const [talking, other] = possible.filter(({ guild }) => guild === meant);
  if (talking !== undefined && other === undefined) return toTicket(parts, talking, last, open);
  if (talking !== undefined && other !== undefined) {
    const isThis = isChosen === meant && last?.anonymous === talking.anonymous;
    const isOther = isChosen === meant && last?.anonymous === other.anonymous;
    if (isThis || isOther) return toTicket(parts, isThis ? talking : other, last, open);
    return pickTicket(parts, person, possible, last);
  }
  if (possible.length > 0 && meant === null) return pickTicket(parts, person, possible, last);
  const shared = await sharedServers(parts, person);
  const server = shared.open.find(({ guild }) => guild === meant);
  if (server !== undefined) return toServer(parts, person, server, last);
  return possible.length > 0 ? pickTicket(parts, person, possible, last) : pickServer(parts, person, shared, last);
}

/** The same for a message that has just come in, and must not be lost where Discord does not answer, or refuses to. */
export async function firstLook(
  parts: DestinationParts,
  person: Person,
  message: Pick<IncomingMessage, 'replyTo'>,
): Promise<FirstLook> {
  try {
    return await findDestination(parts, person, message);
  } catch {
    return { is: 'later' };
  }
}

async function ticketRepliedTo(
  { store: { tables } }: DestinationParts,
  person: Person,
  { replyTo }: Pick<IncomingMessage, 'replyTo'>,
): Promise<Ticket | null> {
  const copy = replyTo === null ? null : await tables.copies.byMessage(person.bot, replyTo);
  const entry = copy && (await tables.entries.get(copy.entry));
  return entry && (await tables.tickets.get(entry.ticket));
}

/** At whose door a question waits for the member's answer, and whether they may want to be anonymous there. */
async function askedAt(
  { clock, store: { tables }, settingsOf }: DestinationParts,
  { id }: Person,
): Promise<{ readonly guild: GuildId; readonly anonymous: boolean } | null> {
  const now = clock.now();
  const prompt = await tables.intake.prompt(id);
  const door = prompt !== null && prompt.expiresAt > now ? await tables.doors.get(id) : null;
  if (door === null || door.until <= now) return null;
  const { anonymousMembers } = await settingsOf(door.guild);
  return { guild: door.guild, anonymous: anonymousMembers !== 'off' && door.anonymous !== false };
}

function chosen(last: LastServer | null, now: number): GuildId | null {
  return last?.chosen === true && now < madeAt(last.since) + choiceHolds ? last.guild : null;
}

/** The one used last, unless somebody else has answered since: then only the member knows whom they mean. */
async function pickTicket(
  parts: DestinationParts,
  person: Person,
  open: readonly Ticket[],
  last: LastServer | null,
): Promise<Destination> {
  const [only] = open;
  if (open.length === 1 && only !== undefined) {
    // Staff began to write to them under their name, and where they wrote anonymously is closed by now.
    const comesOutOfHiding = last?.guild === only.guild && last.anonymous && !only.anonymous;
    return comesOutOfHiding ? { is: 'ask', among: 'tickets' } : toTicket(parts, only, last, open);
  }
  const current = open.find((ticket) => !isOther(last, ticket) && last !== null);
  const isWaiting = (await parts.store.tables.intake.kept(person.id)).length > 0;
  if (current === undefined || last === null || isWaiting || (await othersAnswered(parts, open, current, last)))
    return { is: 'ask', among: 'tickets' };
  return toTicket(parts, current, last, open);
}

/** Whether the newest answer that the member saw is of another ticket, and came after what they did last. */
async function othersAnswered(
  { store: { tables } }: DestinationParts,
  open: readonly Ticket[],
  current: Ticket,
  last: LastServer,
): Promise<boolean> {
  let newest = BigInt(last.since);
  let of = current;
  for (const ticket of open) {
    const reply = BigInt((await tables.copies.newestReply(ticket.id)) ?? 0);
    if (reply <= newest) continue;
    newest = reply;
    of = ticket;
  }
  return of !== current;
}

async function toTicket(
  parts: DestinationParts,
  ticket: Ticket,
  last: LastServer | null,
  open: readonly Ticket[],
): Promise<Destination> {
  const settings = await parts.settingsOf(ticket.guild);
  const remember = open.length > 1 || last === null || isOther(last, ticket) || last.chosen;
  return { is: 'ticket', ticket, settings, switched: isOther(last, ticket), remember };
}

async function pickServer(
  parts: DestinationParts,
  person: Person,
  { open, blocking, mayBeMore }: SharedServers,
  last: LastServer | null,
): Promise<Destination> {
  const [only] = open;
  if (only === undefined && mayBeMore) return { is: 'ask', among: 'servers' };
  if (only === undefined)
    return { is: 'refused', why: blocking.length === 0 ? { is: 'nowhere' } : blockedBy(blocking) };
  if (open.length === 1) return toServer(parts, person, only, last);
  if (parts.routing === 'ask') return { is: 'ask', among: 'servers' };
  const byId = open.toSorted((a, b) => (BigInt(a.guild) < BigInt(b.guild) ? -1 : 1));
  return toServer(parts, person, open.find(({ guild }) => guild === last?.guild) ?? byId[0] ?? only, last);
}

async function toServer(
  { clock, discord }: DestinationParts,
  person: Person,
  server: Server,
  last: LastServer | null,
): Promise<Destination> {
  const why = await admit({ discord, now: clock.now() }, person, server);
  if (why !== null) return { is: 'refused', why };
  return { is: 'server', ...server, switched: last !== null && last.guild !== server.guild };
}

function isOther(last: LastServer | null, { guild, anonymous }: Pick<Ticket, 'guild' | 'anonymous'>): boolean {
  return last !== null && (last.guild !== guild || last.anonymous !== anonymous);
}
