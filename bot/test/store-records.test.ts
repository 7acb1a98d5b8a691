import { describe, expect, test } from 'vitest';

import type { ChannelId, GuildId, MessageId, WebhookId } from '../src/ids.ts';
import type { Copy } from '../src/store.ts';
import { aTicket, bot, guild, meet, newStore, says, snowflake, textsOf, write } from './stored.ts';

const elsewhere = '200000000000000002' as GuildId;

describe('Entries', () => {
  test('are there once per source, however often it is handed over', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const added = await Promise.all(
      [1, 2, 3].map((time) => store.transaction((tables) => write(tables, ticket.id, `time ${time}`, 'message:7'))),
    );
    expect(added.map((entry) => entry?.content.text ?? null)).toEqual(['time 1', null, null]);
    expect(await store.tables.entries.bySource('message:7')).toEqual(added[0]);
  });

  test('are listed in their order, in pages and from the end', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const entries = [];
    for (const text of ['a', 'b', 'c', 'd']) entries.push(await store.transaction((t) => write(t, ticket.id, text)));
    const texts = (found: readonly { content: { text: string } }[]): string[] => found.map((one) => one.content.text);
    expect(texts(await store.tables.entries.of(ticket.id, entries[1]!.id, 1))).toEqual(['c']);
    expect(texts(await store.tables.entries.latest(ticket.id, 3))).toEqual(['d', 'c', 'b']);
  });

  test('keep what they said before each edit, and when they were deleted first', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const entry = await store.transaction((tables) => write(tables, ticket.id, 'one'));
    await store.transaction(async (tables) => {
      await tables.entries.edit(entry!.id, says('two'), 10);
      await tables.entries.edit(entry!.id, says('three'), 20);
      await tables.entries.setState(entry!.id, 'delivered');
      await tables.entries.markDeleted(entry!.id, 30);
      await tables.entries.markDeleted(entry!.id, 40);
    });
    expect(await store.tables.entries.versions(entry!.id)).toEqual([
      { content: says('one'), until: 10 },
      { content: says('two'), until: 20 },
    ]);
    expect(await store.tables.entries.get(entry!.id)).toMatchObject({
      content: says('three'),
      editedAt: 20,
      deletedAt: 30,
      state: 'delivered',
    });
  });

  test('know where they can be seen; a message shows one entry', async () => {
    const store = await newStore();
    const ticket = await aTicket(store);
    const message = snowflake<MessageId>();
    const copyOf = (entry: Copy['entry'], part: number, id = snowflake<MessageId>()): Copy => ({
      entry,
      bot,
      side: 'staff',
      channel: '5' as ChannelId,
      message: id,
      part,
      original: part === 0,
      webhook: part === 0 ? null : ('6' as WebhookId),
    });
    const [first, second] = await store.transaction(async (tables) => {
      const one = (await write(tables, ticket.id, 'one'))!.id;
      const two = (await write(tables, ticket.id, 'two'))!.id;
      await tables.copies.add(copyOf(one, 1));
      await tables.copies.add(copyOf(one, 0, message));
      await tables.copies.add(copyOf(two, 0, message));
      return [one, two];
    });
    expect((await store.tables.copies.of(first!, 'staff')).map((copy) => copy.part)).toEqual([0, 1]);
    expect(await store.tables.copies.of(first!, 'member')).toEqual([]);
    expect(await store.tables.copies.of(second!, 'staff')).toEqual([]);
    expect(await store.tables.copies.byMessage(bot, message)).toEqual(copyOf(first!, 0, message));
    await store.transaction((tables) => tables.copies.remove(bot, message));
    expect(await store.tables.copies.byMessage(bot, message)).toBeNull();
  });
});

describe('People', () => {
  test('stay the same person when name, picture and DM channel change', async () => {
    const store = await newStore();
    const dm = snowflake<ChannelId>();
    const first = await store.transaction((tables) => meet(tables, 'ada'));
    const { id: _, dm: __, ...who } = first;
    const met = await store.transaction((tables) =>
      tables.people.meet({ ...who, displayName: 'Countess', avatarUrl: 'https://cdn/new', dm }, 2),
    );
    expect(met).toEqual({ ...first, displayName: 'Countess', avatarUrl: 'https://cdn/new', dm });
    // Seen again in a server, where the DM channel is not told.
    await store.transaction((tables) => tables.people.meet({ ...who, username: 'lovelace' }, 3));
    const known = { ...first, username: 'lovelace', dm };
    expect(await store.tables.people.byDm(bot, dm)).toEqual(known);
    expect(await store.tables.people.byUser(bot, first.user)).toEqual(known);
    expect(await store.tables.people.get(first.id)).toEqual(known);
    // Only what they use tells their language; what they write does not.
    await store.transaction((tables) => tables.people.meet({ ...known, dm, locale: 'de' }, 4));
    await store.transaction((tables) => tables.people.meet({ ...known, dm, locale: null }, 5));
    expect(await store.tables.people.get(first.id)).toEqual({ ...known, locale: 'de' });
  });

  test('with known DMs are listed from the one used last, page by page', async () => {
    const store = await newStore();
    const minute = 60_000;
    const people = await store.transaction(async (tables) => {
      const found = [];
      for (const name of ['a', 'b', 'c', 'd', 'e']) found.push(await meet(tables, name, snowflake()));
      await meet(tables, 'never wrote');
      for (const [index, { id: _, dm, ...who }] of found.entries())
        await tables.people.meet({ ...who, dm: dm! }, (index === 1 ? 9 : index + 2) * minute);
      return found;
    });
    const first = await store.tables.people.dms(bot, null, 2);
    const second = await store.tables.people.dms(bot, first[1]!.id, 2);
    const third = await store.tables.people.dms(bot, second[1]!.id, 2);
    const names = [...first, ...second, ...third].map((person) => person.username);
    expect(names).toEqual(['b', 'e', 'd', 'c', 'a']);
    expect(first[0]).toEqual(people[1]);
  });
});

describe('How far a channel was read', () => {
  test('never goes back, and compares ids as the numbers that they are', async () => {
    const store = await newStore();
    const channel = snowflake<ChannelId>();
    const marked = async (message: string): Promise<MessageId | null> => {
      await store.transaction((tables) => tables.reading.mark(bot, channel, message as MessageId));
      return store.tables.reading.upTo(bot, channel);
    };
    expect(await store.tables.reading.upTo(bot, channel)).toBeNull();
    expect(await marked('999999999999999999')).toBe('999999999999999999');
    expect(await marked('1000000000000000000')).toBe('1000000000000000000');
    expect(await marked('999999999999999999')).toBe('1000000000000000000');
    expect(await marked('1000000000000000001')).toBe('1000000000000000001');
  });

  test('is known to be behind until somebody says otherwise', async () => {
    const store = await newStore();
    const set = (behind: boolean) => store.transaction((tables) => tables.reading.setBehind(bot, behind));
    expect(await store.tables.reading.isBehind(bot)).toBe(false);
    await set(true);
    await set(true);
    expect(await store.tables.reading.isBehind(bot)).toBe(true);
    await set(false);
    expect(await store.tables.reading.isBehind(bot)).toBe(false);
  });
});

describe('Before there is a ticket', () => {
  test('messages are kept once each, in order, until they are dropped', async () => {
    const store = await newStore();
    const ada = await store.transaction((tables) => meet(tables, 'ada'));
    const keep = (source: string) => store.transaction((tables) => tables.intake.keep(ada.id, source, source, 1));
    expect([await keep('message:2'), await keep('message:1'), await keep('message:2')]).toEqual([true, true, false]);
    expect((await store.tables.intake.kept(ada.id)).map((kept) => kept.source)).toEqual(['message:2', 'message:1']);
    await store.transaction((tables) => tables.intake.drop(ada.id));
    expect(await store.tables.intake.kept(ada.id)).toEqual([]);
  });

  test('a member is told the same thing only once in a while', async () => {
    const store = await newStore();
    const ada = await store.transaction((tables) => meet(tables, 'ada'));
    const tell = (what: string, now: number) =>
      store.transaction((tables) => tables.intake.mayTell(ada.id, what, now, now + 10));
    expect([await tell('none', 0), await tell('none', 9), await tell('paused', 9)]).toEqual([true, false, true]);
    expect([await tell('none', 10), await tell('none', 19)]).toEqual([true, false]);
  });

  test('memberships count until they expire, and prompts and the last server are replaced', async () => {
    const store = await newStore();
    const ada = (await store.transaction((tables) => meet(tables, 'ada'))).id;
    const prompt = { person: ada, channel: '5' as ChannelId, message: null, expiresAt: 5 };
    const last = { guild: elsewhere, since: '7' as MessageId, chosen: true, anonymous: true };
    await store.transaction(async ({ intake }) => {
      await intake.setMembership(ada, guild, true, 10);
      await intake.setMembership(ada, elsewhere, true, 20);
      await intake.setMembership(ada, elsewhere, false, 30);
      await intake.setLastServer(ada, { ...last, guild });
      await intake.setLastServer(ada, last);
      await intake.setPrompt(prompt);
      await intake.setPrompt({ ...prompt, message: '6' as MessageId });
    });
    const known = await store.tables.intake.memberships(ada, 9);
    expect(Object.fromEntries(known)).toEqual({ [guild]: 'member', [elsewhere]: 'stranger' });
    const later = await store.tables.intake.memberships(ada, 10);
    expect(Object.fromEntries(later)).toEqual({ [guild]: 'was-member', [elsewhere]: 'stranger' });
    expect([...(await store.tables.intake.memberships(ada, 30)).keys()]).toEqual([guild]);
    expect(await store.tables.intake.lastServer(ada)).toEqual(last);
    expect(await store.tables.intake.prompt(ada)).toEqual({ ...prompt, message: '6' });
    await store.transaction((tables) => tables.intake.clearPrompt(ada));
    expect(await store.tables.intake.prompt(ada)).toBeNull();
  });
});

test('Settings are changed only by who has seen the last change', async () => {
  const store = await newStore();
  const put = (values: object, version: number) =>
    store.transaction((tables) => tables.settings.put(guild, { ...values }, version, false, 'sam', 1));
  expect(await store.tables.settings.revision()).toBe(0);
  expect([await put({ enabled: true }, 0), await put({ enabled: false }, 0), await put({ a: 1 }, 5)]).toEqual([
    true,
    false,
    false,
  ]);
  const before = await store.tables.settings.revision();
  expect(await put({ enabled: true, prefix: '?' }, 1)).toBe(true);
  expect(await store.tables.settings.revision()).toBeGreaterThan(before);
  const stored = { guild, values: { enabled: true, prefix: '?' }, version: 2, checked: false };
  expect(await store.tables.settings.get(guild)).toEqual(stored);
  expect(await store.tables.settings.all()).toEqual([stored]);
  expect(await store.tables.settings.get(elsewhere)).toBeNull();
});

test('Timers are replaced by key and fall due in order of time', async () => {
  const store = await newStore();
  await store.transaction(async ({ timers }) => {
    await timers.set({ key: 'late', at: 30, what: 'close', about: 'x' });
    await timers.set({ key: 'early', at: 40, what: 'close', about: 'y' });
    await timers.set({ key: 'early', at: 10, what: 'close', about: 'z' });
    await timers.set({ key: 'gone', at: 5, what: 'close', about: '' });
    await timers.clear('gone');
  });
  expect(await store.tables.timers.nextAt()).toBe(10);
  expect(await store.tables.timers.due(9, 10)).toEqual([]);
  expect((await store.tables.timers.due(30, 10)).map((timer) => timer.key)).toEqual(['early', 'late']);
  expect(await store.tables.timers.due(30, 1)).toEqual([{ key: 'early', at: 10, what: 'close', about: 'z' }]);
});

test('A problem is shown once, from when it began, until it is solved', async () => {
  const store = await newStore();
  const problem = { guild, key: 'no-permission:5', text: 'noPermission', with: { channel: '5' }, since: 1 };
  await store.transaction(async ({ problems }) => {
    await problems.raise(problem);
    await problems.raise({ ...problem, with: { channel: '6' }, since: 2 });
    await problems.raise({ ...problem, guild: null });
  });
  const shown = { ...problem, with: { channel: '6' } };
  expect(await store.tables.problems.all(guild)).toEqual([shown]);
  expect(await store.tables.problems.all()).toEqual([{ ...problem, guild: null }, shown]);
  await store.transaction((tables) => tables.problems.solve(null, problem.key));
  expect(await store.tables.problems.all()).toEqual([shown]);
});

test('Webhooks, gateway sessions and files are found again as they were last said to be', async () => {
  const store = await newStore();
  const ticket = await aTicket(store);
  const hook = { bot, id: '8' as WebhookId, token: 'old', channel: '5' as ChannelId };
  const session = { bot, shard: 0, shardCount: 1, session: 'a', resumeUrl: 'ws://a', sequence: 1, intents: 1 };
  const entry = (await store.transaction((tables) => write(tables, ticket.id, 'with a file')))!.id;
  const file = { entry, id: '9', name: 'a.png', type: 'image/png', size: 3, hash: null, problem: 'expired' };
  await store.transaction(async (tables) => {
    await tables.webhooks.add(hook);
    await tables.webhooks.add({ ...hook, token: 'new' });
    await tables.gateway.put(session);
    await tables.gateway.put({ ...session, sequence: 2 });
    await tables.files.put({ ...file, problem: null });
    await tables.files.put(file);
  });
  expect(await store.tables.webhooks.in(bot, hook.channel)).toEqual([{ ...hook, token: 'new' }]);
  expect(await store.tables.webhooks.get(hook.id)).toEqual({ ...hook, token: 'new' });
  expect(await store.tables.gateway.get(bot, 0)).toEqual({ ...session, sequence: 2 });
  expect(await store.tables.files.of(entry)).toEqual([file]);
  await store.transaction(async (tables) => {
    await tables.webhooks.remove(hook.id);
    await tables.gateway.remove(bot, 0);
  });
  expect(await store.tables.webhooks.get(hook.id)).toBeNull();
  expect(await store.tables.gateway.get(bot, 0)).toBeNull();
  expect(await textsOf(store, ticket.id)).toEqual(['with a file']);
});
