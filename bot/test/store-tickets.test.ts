import { describe, expect, test } from 'vitest';

import type { ChannelId, GuildId, TicketId } from '../src/ids.ts';
import { aTicket, bot, guild, meet, newStore, openTicket, snowflake } from './stored.ts';

const elsewhere = '200000000000000002' as GuildId;

describe('Tickets', () => {
  test('are open once per member and server, even if two are opened at the same moment', async () => {
    const store = await newStore();
    const ada = await store.transaction((tables) => meet(tables, 'ada'));
    const opened = await Promise.all([1, 2, 3].map(() => store.transaction((tables) => openTicket(tables, ada.id))));
    expect(opened.filter((ticket) => ticket !== null)).toHaveLength(1);
    expect(await store.tables.tickets.openOf(ada.id)).toHaveLength(1);
    expect(await store.transaction((tables) => openTicket(tables, ada.id, elsewhere))).not.toBeNull();
  });

  test('let a new one open while the last one closes', async () => {
    const store = await newStore();
    const first = await aTicket(store);
    await store.transaction((tables) => tables.tickets.change(first.id, { state: 'closing' }));
    const second = await store.transaction((tables) => openTicket(tables, first.person));
    expect(second?.number).toBe(2);
    expect((await store.tables.tickets.openOf(first.person)).map((ticket) => ticket.id)).toEqual([second?.id]);
    expect((await store.tables.tickets.historyOf(first.person, guild, 10)).map((one) => one.number)).toEqual([2, 1]);
    expect(await store.tables.tickets.countBeside(second!)).toBe(1);
    expect((await store.tables.tickets.beside(second!, 5)).map(({ id }) => id)).toEqual([first.id]);
  });

  test('are numbered per server, without a gap for one that was refused', async () => {
    const store = await newStore();
    const numbers = await store.transaction(async (tables) => {
      const people = await Promise.all(['ada', 'ben', 'cleo'].map((name) => meet(tables, name)));
      const found: (number | undefined)[] = [];
      for (const person of people) {
        found.push((await openTicket(tables, person.id))?.number);
        expect(await openTicket(tables, person.id)).toBeNull();
      }
      found.push((await openTicket(tables, people[0]!.id, elsewhere))?.number);
      return found;
    });
    expect(numbers).toEqual([1, 2, 3, 1]);
  });

  test('change only from the states that the change is for', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const channel = snowflake<ChannelId>();
    const closing = { by: null, cause: 'manual', comment: 'Bye', shareComment: true, notify: true } as const;
    const [opened, closedTwice] = await store.transaction(async (tables) => [
      await tables.tickets.change(ticket.id, { state: 'open', channel }, ['opening']),
      [
        await tables.tickets.change(ticket.id, { state: 'closing', closing, closedAt: 9 }, ['opening', 'open']),
        await tables.tickets.change(ticket.id, { state: 'closing', closing: null }, ['opening', 'open']),
      ],
    ]);
    expect(opened).toBe(true);
    expect(closedTwice).toEqual([true, false]);
    expect(await store.tables.tickets.byChannel(bot, channel)).toEqual({
      ...ticket,
      state: 'closing',
      channel,
      closing,
      closedAt: 9,
    });
    expect(await store.transaction((tables) => tables.tickets.change('nobody' as TicketId, { card: null }))).toBe(
      false,
    );
  });

  test('are claimed by one of those who try; the others have to name whom they replace', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const [sam, kim] = await store.transaction(async (tables) => [
      await meet(tables, 'sam'),
      await meet(tables, 'kim'),
    ]);
    const tries = await Promise.all(
      [sam, kim].map(({ id }) => store.transaction((tables) => tables.tickets.claim(ticket.id, id, null))),
    );
    expect(tries).toEqual([true, false]);
    expect(await store.transaction((tables) => tables.tickets.claim(ticket.id, kim.id, sam.id))).toBe(true);
    expect(await store.transaction((tables) => tables.tickets.claim(ticket.id, null, sam.id))).toBe(false);
    expect((await store.tables.tickets.get(ticket.id))?.claimedBy).toBe(kim.id);
  });

  test('that are open are listed page by page, and by server', async () => {
    const store = await newStore();
    const ids = await store.transaction(async (tables) => {
      const found: TicketId[] = [];
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        const ticket = await openTicket(tables, (await meet(tables, name)).id, name === 'e' ? elsewhere : guild);
        if (ticket) found.push(ticket.id);
      }
      return found;
    });
    await store.transaction((tables) => tables.tickets.change(ids[1]!, { state: 'closed' }));
    const paged: TicketId[] = [];
    for (let after: TicketId | null = null; ;) {
      const page = await store.tables.tickets.allOpen(bot, after, 2);
      paged.push(...page.map((ticket) => ticket.id));
      after = paged.at(-1) ?? null;
      if (page.length < 2) break;
    }
    expect(paged.toSorted()).toEqual([ids[0], ids[2], ids[3], ids[4]].toSorted());
    expect((await store.tables.tickets.openIn(bot, guild)).map((ticket) => ticket.id)).toEqual([
      ids[0],
      ids[2],
      ids[3],
    ]);
  });
});
