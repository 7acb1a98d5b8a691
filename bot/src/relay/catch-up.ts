import type { IncomingMessage } from '../incoming.ts';
import type { ChannelId } from '../ids.ts';
import type { Person, Ticket } from '../store.ts';
import { fillGap, tellMissed, type GapParts } from './fill-gap.ts';

export interface CatchUpParts extends GapParts {
  /** At most this many requests per second, a third of what Discord grants; live messages keep the rest. */
  readonly requestsPerSecond: number;
}

export interface CatchUp {
  /** Everything may have a gap from now on. */
  begin(): Promise<void>;
  /** Reads what was missed in a channel, before anything newer of that channel is handled. */
  before(channel: ChannelId, read: (message: IncomingMessage) => Promise<void>): Promise<void>;
  /** Reads what was typed in a new ticket channel before it was known to be one. */
  atFirst(channel: ChannelId, read: (message: IncomingMessage) => Promise<void>): Promise<void>;
  /** Goes through every channel that may have a gap, open tickets first; `visit` puts a channel into its lane. */
  sweep(visit: (channel: ChannelId) => Promise<void>): Promise<void>;
  /** Whether a sweep of an earlier process was not finished. */
  resume(): Promise<boolean>;
}

/** So many tickets or people are looked up at a time. */
const page = 100;

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

  return {
    async begin() {
      whole = new Set();
      await parts.store.transaction((inside) => inside.reading.setBehind(parts.bot, true));
    },
    async before(channel, read) {
      if (whole === null || whole.has(channel)) return;
      await fillGap(parts, channel, read, (missed) => tellMissed(parts, channel, missed));
      whole?.add(channel);
    },
    atFirst: (channel, read) => fillGap(parts, channel, read, async () => undefined),
    async sweep(visit) {
      const current = whole;
      if (current === null) return;
      async function look(channel: ChannelId): Promise<void> {
        if (current?.has(channel)) return;
        await pace();
        await visit(channel);
      }
      for await (const ticket of allOpen(parts)) if (ticket.channel !== null) await look(ticket.channel);
      for await (const person of allDms(parts)) if (person.dm !== null) await look(person.dm);
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
}

async function* allOpen({ store, bot }: CatchUpParts): AsyncGenerator<Ticket> {
  let last: Ticket | null = null;
  for (;;) {
    const tickets: readonly Ticket[] = await store.tables.tickets.allOpen(bot, last?.id ?? null, page);
    yield* tickets;
    last = tickets.at(-1) ?? null;
    if (last === null || tickets.length < page) return;
  }
}

async function* allDms({ store, bot }: CatchUpParts): AsyncGenerator<Person> {
  let last: Person | null = null;
  for (;;) {
    const people: readonly Person[] = await store.tables.people.dms(bot, last?.id ?? null, page);
    yield* people;
    last = people.at(-1) ?? null;
    if (last === null || people.length < page) return;
  }
}
