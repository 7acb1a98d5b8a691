import type { BotId, ChannelId, GuildId, MessageId, TicketId } from '../ids.ts';
import { readKept } from '../intake/kept-message.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import type { HistoryParts } from './history.ts';

/** What people wrote in a channel, as far as it matters whether they have changed it since. */
export interface Remembered {
  readonly guild: GuildId | null;
  /** Newest first. */
  readonly messages: readonly RememberedMessage[];
}

export interface RememberedMessage {
  readonly id: MessageId;
  readonly editedAt: number | null;
  /** Null while it is kept and has no ticket. */
  readonly ticket: TicketId | null;
}

/** Of an open ticket, so many entries are compared with what Discord has. */
const mostEntries = 500;

/** Null for a channel that is neither an open ticket's, on either side, nor direct messages. */
export async function rememberedIn(
  { store, bot }: Pick<HistoryParts, 'store' | 'bot'>,
  channel: ChannelId,
): Promise<Remembered | null> {
  const { tables } = store;
  const ticket = await ticketAt(tables, bot, channel);
  const person = ticket === null ? await tables.people.byDm(bot, channel) : null;
  const tickets = person === null ? openOnly(ticket) : await tables.tickets.openOf(person.id);
  if (tickets.length === 0 && person === null) return null;
  const messages = person === null ? [] : await keptIn({ store }, person, channel);
  for (const { id } of tickets)
    for (const { message, editedAt } of await tables.copies.originals(id, channel, mostEntries))
      messages.push({ id: message, editedAt, ticket: id });
  return { guild: ticket?.guild ?? null, messages: messages.toSorted((one, other) => (isNewer(one, other) ? -1 : 1)) };
}

/** The ticket that staff read in this channel, or the member in this thread. */
export async function ticketAt(
  { tickets }: Pick<Tables, 'tickets'>,
  bot: BotId,
  channel: ChannelId,
): Promise<Ticket | null> {
  return (await tickets.byChannel(bot, channel)) ?? (await tickets.byMemberThread(bot, channel));
}

function openOnly(ticket: Ticket | null): readonly Ticket[] {
  return ticket?.state === 'open' || ticket?.state === 'opening' ? [ticket] : [];
}

async function keptIn(
  { store }: Pick<HistoryParts, 'store'>,
  person: Person,
  channel: ChannelId,
): Promise<RememberedMessage[]> {
  const kept = (await store.tables.intake.kept(person.id)).map(({ message }) => readKept(message));
  return kept
    .filter((message) => message.channel === channel)
    .map(({ id, editedAt }) => ({ id, editedAt, ticket: null }));
}

/** Snowflakes are numbers of their time. */
function isNewer(one: { readonly id: MessageId }, other: { readonly id: MessageId }): boolean {
  return BigInt(one.id) > BigInt(other.id);
}
