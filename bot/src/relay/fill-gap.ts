import type { ChannelId, MessageId, RoleId, TicketId, UserId } from '../ids.ts';
import type { IncomingMessage } from '../incoming.ts';
import { Refused } from '../refusal.ts';
import { closeGone } from '../tickets/close.ts';
import { forgetMemberThread } from '../tickets/forget-channel.ts';
import { historyPage, type History, type HistoryParts } from './history.ts';
import type { Missed } from './missed.ts';
import { ticketAt } from './remembered.ts';

async function fetch(parts: HistoryParts, channel: ChannelId, after: MessageId): Promise<readonly IncomingMessage[]> {
  try {
    return await parts.ask(channel, () => parts.discord.messages(channel, { after, limit: historyPage }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'unknown-channel') await closeIfTicket(parts, channel);
    return [];
  }
}

/** The channel was deleted while we were away. */
async function closeIfTicket({ store, clock, bot }: HistoryParts, channel: ChannelId): Promise<void> {
  await store.transaction(async (tables) => {
    const ticket = await tables.tickets.byChannel(bot, channel);
    if (ticket !== null) await closeGone(tables, ticket, 'channel-deleted', clock.now());
    await forgetMemberThread(tables, bot, channel);
  });
}

/** Reads what was missed in a channel, oldest first. */
export async function fillGap(
  parts: HistoryParts,
  channel: ChannelId,
  history: Pick<History, 'read'>,
  missed: Pick<Missed, 'message'>,
): Promise<void> {
  const complete = await completing(parts, channel);
  let after = await parts.store.tables.reading.upTo(parts.bot, channel);
  while (after !== null) {
    const messages: readonly IncomingMessage[] = await fetch(parts, channel, after);
    for (const message of messages) {
      const before = await ticketOf(parts, message);
      await history.read({ ...(await complete(message)), fetched: true });
      const ticket = before === null ? await ticketOf(parts, message) : null;
      if (ticket !== null) missed.message(ticket, message);
    }
    after = messages.length < historyPage ? null : (messages.at(-1)?.id ?? null);
  }
}

/** The ticket in which a message is written down. */
async function ticketOf({ store }: HistoryParts, { id }: IncomingMessage): Promise<TicketId | null> {
  return (await store.tables.entries.bySource(`message:${id}`))?.ticket ?? null;
}

/** History says neither in which server a message stands nor which roles its author has; in ticket channels both count. */
async function completing(
  { store, discord, bot, ask }: HistoryParts,
  channel: ChannelId,
): Promise<(message: IncomingMessage) => Promise<IncomingMessage>> {
  const ticket = await ticketAt(store.tables, bot, channel);
  if (ticket === null) return async (message) => message;
  const roles = new Map<UserId, readonly RoleId[]>();
  return async (message) => {
    const { id, bot: isBot } = message.author;
    if (!isBot && !roles.has(id))
      roles.set(id, (await ask(channel, () => discord.member(ticket.guild, id)))?.roles ?? []);
    return { ...message, guild: ticket.guild, roles: roles.get(id) ?? [] };
  };
}
