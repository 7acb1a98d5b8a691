import type { Clock } from '../clock.ts';
import { Refused, SlowDown, type Discord, type IncomingMessage } from '../discord.ts';
import type { BotId, ChannelId, MessageId, RoleId, UserId } from '../ids.ts';
import type { Person, Store, Tables, Ticket } from '../store.ts';
import { say } from '../tickets/notice.ts';

export interface CatchUpParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Pick<Discord, 'messages' | 'member'>;
  readonly bot: BotId;
  /** At most this many requests per second, a third of what Discord grants; live messages keep the rest. */
  readonly requestsPerSecond: number;
}

export interface CatchUp {
  /** Everything may have a gap from now on. */
  begin(): Promise<void>;
  /** Reads what was missed in a channel, before anything newer of that channel is handled. */
  before(channel: ChannelId, read: (message: IncomingMessage) => Promise<void>): Promise<void>;
  /** Goes through every channel that may have a gap, open tickets first; `visit` puts a channel into its lane. */
  sweep(visit: (channel: ChannelId) => Promise<void>): Promise<void>;
  /** Whether a sweep of an earlier process was not finished. */
  resume(): Promise<boolean>;
}

/** Discord hands out at most so many messages at a time: https://docs.discord.com/developers/resources/message#get-channel-messages */
const page = 100;

interface Missed {
  readonly count: number;
  readonly from: number;
  readonly last: IncomingMessage;
}

export function createCatchUp(parts: CatchUpParts): CatchUp {
  const { tables } = parts.store;
  /** Channels without a gap; null when none can have one. */
  let whole: Set<ChannelId> | null = null;
  let spent = 0;
  let since = 0;

  /** Waits until the sweep may ask again. */
  async function pace(): Promise<void> {
    const now = parts.clock.now();
    if (now - since >= 1000) [spent, since] = [0, now];
    spent += 1;
    if (spent > Math.max(1, parts.requestsPerSecond)) await parts.clock.sleep(1000 - (now - since));
  }

  async function fetch(channel: ChannelId, after: MessageId): Promise<readonly IncomingMessage[]> {
    for (;;)
      try {
        return await parts.discord.messages(channel, { after, limit: page });
      } catch (error) {
        if (error instanceof Refused) return [];
        if (!(error instanceof SlowDown)) throw error;
        await parts.clock.sleep(error.afterMs);
      }
  }

  async function fill(channel: ChannelId, read: (message: IncomingMessage) => Promise<void>): Promise<void> {
    const complete = await completing(channel);
    let after = await tables.reading.upTo(parts.bot, channel);
    let missed = null as Missed | null;
    while (after !== null) {
      const messages: readonly IncomingMessage[] = await fetch(channel, after);
      for (const message of messages) {
        await read(await complete(message));
        if (!message.author.bot)
          missed = { count: (missed?.count ?? 0) + 1, from: missed?.from ?? message.sentAt, last: message };
      }
      after = messages.length < page ? null : (messages.at(-1)?.id ?? null);
    }
    if (missed !== null) await tell(channel, missed);
  }

  /** History says neither in which server a message stands nor which roles its author has; in ticket channels both count. */
  async function completing(channel: ChannelId): Promise<(message: IncomingMessage) => Promise<IncomingMessage>> {
    const ticket = await tables.tickets.byChannel(parts.bot, channel);
    if (ticket === null) return async (message) => message;
    const roles = new Map<UserId, readonly RoleId[]>();
    return async (message) => {
      const { id, bot } = message.author;
      if (!bot && !roles.has(id)) roles.set(id, (await parts.discord.member(ticket.guild, id))?.roles ?? []);
      return { ...message, guild: ticket.guild, roles: roles.get(id) ?? [] };
    };
  }

  /** One line for staff about what was fetched in a ticket. */
  async function tell(channel: ChannelId, { count, from, last }: Missed): Promise<void> {
    await parts.store.transaction(async (inside) => {
      const ticket = await ticketOf(inside, channel);
      if (ticket === null) return;
      const notice = { text: 'notice.downtime', with: { count, from, to: last.sentAt }, to: 'staff' } as const;
      await say(inside, ticket, notice, `caught-up:${ticket.id}:${last.id}`, parts.clock.now());
    });
  }

  async function ticketOf(inside: Tables, channel: ChannelId): Promise<Ticket | null> {
    const ticket = await inside.tickets.byChannel(parts.bot, channel);
    if (ticket !== null) return ticket;
    const person = await inside.people.byDm(parts.bot, channel);
    return person === null ? null : ((await inside.tickets.openOf(person.id))[0] ?? null);
  }

  return {
    async begin() {
      whole = new Set();
      await parts.store.transaction((inside) => inside.reading.setBehind(parts.bot, true));
    },
    async before(channel, read) {
      if (whole === null || whole.has(channel)) return;
      await fill(channel, read);
      whole?.add(channel);
    },
    async sweep(visit) {
      const current = whole;
      if (current === null) return;
      async function look(channel: ChannelId): Promise<void> {
        if (current?.has(channel)) return;
        await pace();
        await visit(channel);
      }
      for await (const ticket of allOpen()) if (ticket.channel !== null) await look(ticket.channel);
      for await (const person of allDms()) if (person.dm !== null) await look(person.dm);
      if (whole !== current) return;
      whole = null;
      await parts.store.transaction((inside) => inside.reading.setBehind(parts.bot, false));
    },
    async resume() {
      if (!(await tables.reading.isBehind(parts.bot))) return false;
      whole ??= new Set();
      return true;
    },
  };

  async function* allOpen(): AsyncGenerator<Ticket> {
    let last: Ticket | null = null;
    for (;;) {
      const tickets: readonly Ticket[] = await tables.tickets.allOpen(parts.bot, last?.id ?? null, page);
      yield* tickets;
      last = tickets.at(-1) ?? null;
      if (last === null || tickets.length < page) return;
    }
  }

  async function* allDms(): AsyncGenerator<Person> {
    let last: Person | null = null;
    for (;;) {
      const people: readonly Person[] = await tables.people.dms(parts.bot, last?.id ?? null, page);
      yield* people;
      last = people.at(-1) ?? null;
      if (last === null || people.length < page) return;
    }
  }
}
