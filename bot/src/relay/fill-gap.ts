import type { Clock } from '../clock.ts';
import { Refused } from '../refusal.ts';
import type { Discord } from '../discord.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { BotId, ChannelId, MessageId, RoleId, UserId } from '../ids.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { closeGone } from '../tickets/close.ts';
import { forgetMemberThread } from '../tickets/forget-channel.ts';
import { say } from '../tickets/notice.ts';
import type { Ask } from './read-budget.ts';

export interface GapParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly store: Store;
  readonly discord: Pick<Discord, 'messages' | 'member'>;
  readonly bot: BotId;
  readonly ask: Ask;
}

/** Discord hands out at most so many messages at a time: https://docs.discord.com/developers/resources/message#get-channel-messages */
const page = 100;

/** What is done about what stands in a channel's history, as if it had just been heard of. */
export interface History {
  read(message: IncomingMessage): Promise<void>;
}

export interface Missed {
  readonly count: number;
  readonly from: number;
  readonly last: IncomingMessage;
}

async function fetch(parts: GapParts, channel: ChannelId, after: MessageId): Promise<readonly IncomingMessage[]> {
  try {
    return await parts.ask(channel, () => parts.discord.messages(channel, { after, limit: page }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'unknown-channel') await closeIfTicket(parts, channel);
    return [];
  }
}

/** The channel was deleted while we were away. */
async function closeIfTicket({ store, clock, bot }: GapParts, channel: ChannelId): Promise<void> {
  await store.transaction(async (tables) => {
    const ticket = await tables.tickets.byChannel(bot, channel);
    if (ticket !== null) await closeGone(tables, ticket, 'channel-deleted', clock.now());
    await forgetMemberThread(tables, bot, channel);
  });
}

/** Reads what was missed in a channel, oldest first. `onMissed` hears of it afterwards. */
export async function fillGap(
  parts: GapParts,
  channel: ChannelId,
  history: History,
  onMissed: (missed: Missed) => Promise<void>,
): Promise<void> {
  const complete = await completing(parts, channel);
  let after = await parts.store.tables.reading.upTo(parts.bot, channel);
  let missed = null as Missed | null;
  while (after !== null) {
    const messages: readonly IncomingMessage[] = await fetch(parts, channel, after);
    for (const message of messages) {
      await history.read({ ...(await complete(message)), fetched: true });
      if (!message.author.bot)
        missed = { count: (missed?.count ?? 0) + 1, from: missed?.from ?? message.sentAt, last: message };
    }
    after = messages.length < page ? null : (messages.at(-1)?.id ?? null);
  }
  if (missed !== null) await onMissed(missed);
}

/** History says neither in which server a message stands nor which roles its author has; in ticket channels both count. */
async function completing(
  { store, discord, bot, ask }: GapParts,
  channel: ChannelId,
): Promise<(message: IncomingMessage) => Promise<IncomingMessage>> {
  const ticket =
    (await store.tables.tickets.byChannel(bot, channel)) ?? (await store.tables.tickets.byMemberThread(bot, channel));
  if (ticket === null) return async (message) => message;
  const roles = new Map<UserId, readonly RoleId[]>();
  return async (message) => {
    const { id, bot: isBot } = message.author;
    if (!isBot && !roles.has(id))
      roles.set(id, (await ask(channel, () => discord.member(ticket.guild, id)))?.roles ?? []);
    return { ...message, guild: ticket.guild, roles: roles.get(id) ?? [] };
  };
}

/** One line for staff about what was fetched in a ticket. */
export async function tellMissed(
  { store, clock, bot }: GapParts,
  channel: ChannelId,
  { count, from, last }: Missed,
): Promise<void> {
  await store.transaction(async (tables) => {
    const ticket = await ticketOf(tables, bot, channel);
    if (ticket === null) return;
    const notice = { text: 'notice.downtime', with: { count, from, to: last.sentAt }, to: 'staff' } as const;
    await say(tables, ticket, notice, `caught-up:${ticket.id}:${last.id}`, clock.now());
  });
}

async function ticketOf(tables: Tables, bot: BotId, channel: ChannelId): Promise<Ticket | null> {
  const ticket = (await tables.tickets.byChannel(bot, channel)) ?? (await tables.tickets.byMemberThread(bot, channel));
  if (ticket !== null) return ticket;
  const person = await tables.people.byDm(bot, channel);
  return person === null ? null : ((await tables.tickets.openOf(person.id))[0] ?? null);
}
