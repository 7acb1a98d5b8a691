import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { GuildId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Store, Ticket } from '../store.ts';
import { admit } from './admit.ts';
import type { Refusal } from './refuse.ts';
import { sharedServers, type Server } from './servers.ts';

/** Where a member's DM goes. */
export type Destination =
  /** `switched`: the member used another ticket before. */
  | { readonly is: 'ticket'; readonly ticket: Ticket; readonly settings: Settings; readonly switched: boolean }
  | { readonly is: 'server'; readonly guild: GuildId; readonly settings: Settings }
  /** Several servers are possible. */
  | { readonly is: 'ask' }
  /** Nothing is opened. */
  | { readonly is: 'refused'; readonly why: Refusal };

export interface DestinationParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Pick<Discord, 'member'>;
  readonly routing: 'ask' | 'sticky';
  readonly settingsOf: (guild: GuildId) => Promise<Settings>;
  /** Servers that the bot is in and that have modmail enabled. */
  readonly enabled: () => Promise<readonly { readonly guild: GuildId; readonly settings: Settings }[]>;
}

/**
 * An open ticket first: the one whose bot message is replied to, else the one used last. Without one, the servers that the member
 * shares with the bot: one is taken, of several the member is asked, or with `sticky` the last used or the lowest id is taken.
 */
export async function findDestination(
  parts: DestinationParts,
  person: Person,
  message: Pick<IncomingMessage, 'replyTo'>,
): Promise<Destination> {
  const { tables } = parts.store;
  const open = await tables.tickets.openOf(person.id);
  if (open.length > 0) return pickTicket(parts, person, open, message);
  const { open: servers, blocking } = await sharedServers(parts, person);
  const [only] = servers;
  if (only === undefined) return { is: 'refused', why: noServer(blocking) };
  if (servers.length === 1) return toServer(parts, person, only);
  if (parts.routing === 'ask') return { is: 'ask' };
  const last = await tables.intake.lastServer(person.id);
  const byId = servers.toSorted((a, b) => (BigInt(a.guild) < BigInt(b.guild) ? -1 : 1));
  return toServer(parts, person, servers.find((server) => server.guild === last) ?? byId[0] ?? only);
}

/** A server that blocks the member decides alone whether they hear of it. */
function noServer(blocking: readonly Server[]): Refusal {
  if (blocking.length === 0) return { is: 'nowhere' };
  const open = blocking.find(({ settings }) => settings.blockNotice === 'message');
  return open === undefined ? { is: 'blocked-silently' } : { is: 'blocked', guild: open.guild };
}

async function toServer({ clock, discord }: DestinationParts, person: Person, server: Server): Promise<Destination> {
  const why = await admit({ discord, now: clock.now() }, person, server);
  return why === null ? { is: 'server', ...server } : { is: 'refused', why };
}

async function pickTicket(
  parts: DestinationParts,
  person: Person,
  open: readonly Ticket[],
  message: Pick<IncomingMessage, 'replyTo'>,
): Promise<Destination> {
  const { tables } = parts.store;
  const [newest] = open;
  if (newest !== undefined && open.length === 1) return toTicket(parts, newest, false);
  const last = await tables.intake.lastServer(person.id);
  const lastUsed = open.find((ticket) => ticket.guild === last);
  const replied = message.replyTo === null ? null : await tables.copies.byMessage(person.bot, message.replyTo);
  const entry = replied === null ? null : await tables.entries.get(replied.entry);
  const ticket = open.find((candidate) => candidate.id === entry?.ticket) ?? lastUsed ?? newest;
  if (ticket === undefined) return { is: 'refused', why: { is: 'nowhere' } };
  return toTicket(parts, ticket, ticket.guild !== last);
}

async function toTicket(parts: DestinationParts, ticket: Ticket, switched: boolean): Promise<Destination> {
  return { is: 'ticket', ticket, settings: await parts.settingsOf(ticket.guild), switched };
}
