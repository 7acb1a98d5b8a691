import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../bot/src/clock.ts';
import { newId } from '../bot/src/ids.ts';
import type { BotId, ChannelId, GuildId, MessageId, TicketId, UserId } from '../bot/src/ids.ts';
import { lanes } from '../bot/src/outbox/delivery.ts';
import type { Claim } from '../bot/src/bookkeeping.ts';
import type { Person, Store, Ticket } from '../bot/src/store.ts';
import { openStore } from '../bot/src/store/open.ts';

/**
 * What the store costs: durable commits alone and together, single calls, and everything that one member's message asks of
 * it on its way to the staff. `tsx bench/store.ts [folder]` prints a table, then one line of JSON.
 */
const bot = '100000000000000001' as BotId;
const guild = '200000000000000001' as GuildId;
const now = 1_700_000_000_000;
const text = 'Hello, I ordered something two weeks ago and it still has not arrived. Could somebody have a look?';
const content = { text, files: [], stickers: [], embeds: [], poll: null, forwarded: null, unknown: [] };

let last = 1_100_000_000_000_000_000n;
function snowflake<Of extends ChannelId | MessageId | UserId>(): Of {
  last += 4_194_304n;
  return String(last) as Of;
}

interface Figure {
  readonly what: string;
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
}

interface Conversation {
  readonly person: Person & { readonly dm: ChannelId };
  readonly ticket: Ticket;
}

async function conversations(store: Store, count: number): Promise<readonly Conversation[]> {
  return store.transaction(async (tables) => {
    const found: Conversation[] = [];
    for (let index = 0; index < count; index += 1) {
      const dm = snowflake<ChannelId>();
      const names = { username: `member${index}`, displayName: `Member ${index}`, avatarUrl: 'https://cdn/avatar.png' };
      const person = await tables.people.meet({ bot, user: snowflake<UserId>(), ...names, dm }, now);
      const wanted = {
        id: newId<TicketId>(now),
        bot,
        guild,
        person: person.id,
        channelKind: 'private-thread',
      } as const;
      const ticket = await tables.tickets.open({
        ...wanted,
        parent: snowflake<ChannelId>(),
        openedAt: now,
        anonymous: false,
      });
      if (ticket) found.push({ person: { ...person, dm }, ticket });
    }
    return found;
  });
}

/** A message comes in: who, which ticket, seen before? The entry, where it can be seen, and what is owed. */
function comesIn(store: Store, { person, ticket }: Conversation): Promise<void> {
  const message = snowflake<MessageId>();
  return store.transaction(async (tables) => {
    const { id: _, dm, ...who } = person;
    await tables.people.meet({ ...who, dm }, now);
    await tables.reading.mark(bot, dm, message);
    await tables.tickets.openOf(person.id);
    const entry = await tables.entries.add({
      ticket: ticket.id,
      kind: 'member',
      author: person.id,
      at: now,
      source: `message:${message}`,
      content,
      notice: null,
      replyTo: null,
      anonymous: false,
    });
    if (entry === null) return;
    const original = { entry: entry.id, bot, side: 'member', channel: dm, message, part: 0 } as const;
    await tables.copies.add({ ...original, original: true, webhook: null });
    const delivery = { kind: 'copy', ticket: ticket.id, entry: entry.id, side: 'staff' } as const;
    await tables.outbox.owe(lanes.staff(ticket.id), delivery, now);
  });
}

/** It goes out: read what it needs, note the copy, owe the ✅ and strike it off; then the ✅. */
async function goesOut(store: Store, first: Claim): Promise<void> {
  for (let claim: Claim | null = first; claim;) {
    const { delivery } = claim.head;
    const held: Claim = claim;
    if (delivery.kind === 'copy') {
      const ticket = await store.tables.tickets.get(delivery.ticket);
      const entry = await store.tables.entries.get(delivery.entry);
      if (!ticket || !entry) throw new Error('The benchmark lost what it wrote.');
      await store.tables.people.get(ticket.person);
      await store.tables.copies.of(entry.id, 'staff');
      claim = await store.transaction(async (tables) => {
        const message = snowflake<MessageId>();
        const copy = { entry: entry.id, bot, side: 'staff', channel: ticket.parent, message, part: 0 } as const;
        await tables.copies.add({ ...copy, original: false, webhook: null });
        await tables.entries.setState(entry.id, 'delivered');
        const [original] = await tables.copies.of(entry.id, 'member');
        if (original) {
          const mark = { kind: 'mark', channel: original.channel, message: original.message, emoji: '✅' } as const;
          await tables.outbox.owe(lanes.marks(original.channel), mark, now);
        }
        return tables.outbox.done(held, now, now + 60_000);
      });
    } else claim = await store.transaction((tables) => tables.outbox.done(held, now, now + 60_000));
  }
}

async function relayAll(store: Store, cast: readonly Conversation[], messages: number): Promise<void> {
  let sent = 0;
  const writing = cast.map(async (conversation) => {
    while (sent++ < messages) await comesIn(store, conversation);
  });
  let written = false;
  const allWritten = Promise.all(writing).then(() => (written = true));
  const working = new Set<Promise<void>>();
  for (;;) {
    const free = 64 - working.size;
    const claims = await store.transaction((tables) => tables.outbox.take(now, now + 60_000, free));
    for (const claim of claims) {
      const work: Promise<void> = goesOut(store, claim).finally(() => working.delete(work));
      working.add(work);
    }
    if (claims.length === 0 && written && working.size === 0) break;
    if (claims.length === 0 && working.size > 0) await Promise.race(working);
  }
  await allWritten;
}

async function measure(what: string, count: number, act: () => Promise<unknown>): Promise<Figure> {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await act();
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = Math.round((count / (performance.now() - start)) * 1000);
  return { what, perSecond, cpuMicroseconds: Math.round(((user + system) / count) * 10) / 10 };
}

async function spread(count: number, width: number, act: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await act(next++);
    }),
  );
}

async function callsIn(store: Store, cast: readonly Conversation[], times: number): Promise<readonly Figure[]> {
  const one = (index: number): Conversation => cast[index % cast.length] as Conversation;
  const figures: Figure[] = [];
  const read = async (what: string, act: (index: number) => Promise<unknown>): Promise<void> =>
    void figures.push(await measure(`read: ${what}`, times, () => spread(times, 1, act)));
  const inside = async (what: string, act: (tables: Store['tables'], index: number) => Promise<unknown>) =>
    void figures.push(
      await measure(`in a transaction: ${what}`, times, () =>
        store.transaction((tables) => spread(times, 1, (index) => act(tables, index))),
      ),
    );
  await read('tickets.get', (index) => store.tables.tickets.get(one(index).ticket.id));
  await read('people.get', (index) => store.tables.people.get(one(index).person.id));
  await read('entries.latest 1', (index) => store.tables.entries.latest(one(index).ticket.id, 1));
  await read('settings.revision', () => store.tables.settings.revision());
  await inside('tickets.get', (tables, index) => tables.tickets.get(one(index).ticket.id));
  await inside('people.meet, unchanged', (tables, index) => tables.people.meet(one(index).person, now));
  await inside('reading.mark', (tables, index) => tables.reading.mark(bot, one(index).person.dm, snowflake()));
  await inside('outbox.owe', (tables, index) =>
    tables.outbox.owe(lanes.staff(one(index).ticket.id), { kind: 'reflect', ticket: one(index).ticket.id }, now),
  );
  let claims: readonly Claim[] = [];
  figures.push(
    await measure('in a transaction: outbox.take, per lane', cast.length, () =>
      store.transaction(async (tables) => (claims = await tables.outbox.take(now, now + 60_000, cast.length))),
    ),
  );
  figures.push(
    await measure('in a transaction: outbox.done, next head', times, () =>
      store.transaction((tables) =>
        spread(claims.length, 1, async (index) => {
          for (let claim = claims[index] ?? null; claim;) claim = await tables.outbox.done(claim, now, now + 60_000);
        }),
      ),
    ),
  );
  return figures;
}

const dataDir = mkdtempSync(join(process.argv[2] ?? tmpdir(), 'backchannel-bench-'));
const store = await openStore({ dataDir, clock: systemClock, exclusive: true });
const cast = await conversations(store, 50);
const figures: Figure[] = [];
await relayAll(store, cast, 2_000);
figures.push(await measure('relay a member’s message, 50 at once', 20_000, () => relayAll(store, cast, 20_000)));
for (const width of [1, 32])
  figures.push(
    await measure(`durable commit, ${width} at once`, 6_000, () =>
      spread(6_000, width, (index) =>
        store.transaction((tables) => tables.timers.set({ key: `t${index % 50}`, at: now, what: 'a', about: '' })),
      ),
    ),
  );
figures.push(...(await callsIn(store, cast, 20_000)));
await store.close();
rmSync(dataDir, { recursive: true });

for (const { what, perSecond, cpuMicroseconds } of figures)
  console.log(`${what.padEnd(45)} ${String(perSecond).padStart(9)}/s ${cpuMicroseconds.toFixed(1).padStart(8)} µs CPU`);
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, Node ${process.versions.node}`;
console.log(JSON.stringify({ machine, figures }));
