import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadEngine } from '../src/store/sqlite/engine.ts';
import { openStore } from '../src/store/open.ts';
import { write } from './stored.ts';
import { ticketOf } from './topics-asked.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

async function rows(world: World, from: string): Promise<number> {
  const database = (await loadEngine())(join(world.dataDir, 'backchannel.db'), { timeout: 1000 });
  const [row] = database.prepare(`select count(*) as count from ${from}`).all() as { readonly count: number }[];
  database.close();
  return row?.count ?? -1;
}

const said = (world: World): Promise<number> => rows(world, `entries where kind <> 'notice'`);

async function closedTicket(world: World, text = 'my secret'): Promise<string> {
  const file = { name: 'a.txt', bytes: new TextEncoder().encode(text) };
  const dm = await world.ada.dms(text, { files: [file] });
  await world.settle();
  await world.ada.edits(dm.id, `${text}, edited`);
  const channel = world.ticketChannel();
  await world.sam.types(channel, 'Hello!');
  await world.settle();
  await world.sam.types(channel, '!close all done');
  await world.settle();
  return channel;
}

it.each(channelKinds)('what was said in a %s goes after so many days, and the ticket stays', async (channelKind) => {
  const world = await createWorld({ channelKind, settings: ['retention=1 day'] });
  const channel = await closedTicket(world);
  const shown = world.texts(channel);
  await world.advance(17 * hour);
  expect(await said(world)).toBe(2);
  await world.advance(day);
  expect(await said(world)).toBe(0);
  for (const table of ['entry_versions', 'copies', 'files', 'reactions'])
    expect([table, await rows(world, table)]).toEqual([table, 0]);
  expect(await rows(world, `tickets where state = 'closed' and number = 1 and closing like '%all done%'`)).toBe(1);
  expect(await rows(world, `entries where notice like '%removed-after%'`)).toBe(1);
  expect(world.texts(channel)).toEqual(shown);
  // Nothing of it is missed.
  await world.ada.dms('me again');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('me again');
});

it('open tickets are never touched, and without the setting nothing goes', async () => {
  const world = await createWorld();
  await closedTicket(world);
  await world.advance(3 * day);
  expect(await said(world)).toBe(2);
  await world.ada.dms('still open');
  await world.settle();
  await world.set('retention=1d');
  await world.advance(2 * day);
  expect(await said(world)).toBe(1);
});

it('a ticket of many words goes in several steps, also when the program was away at that hour', async () => {
  const world = await createWorld({ settings: ['retention=1d'] });
  const channel = await closedTicket(world);
  const ticket = (await ticketOf(world, channel))!.id;
  await world.stopBot();
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  await store.transaction(async (tables) => {
    for (let count = 0; count < 450; count += 1) await write(tables, ticket, `word ${count}`);
  });
  await store.close();
  await world.advance(2 * day);
  expect(await said(world)).toBe(452);
  await world.startBot();
  await world.advance(0);
  expect(await said(world)).toBe(0);
});

it('what is said after a ticket was opened again goes too, once it is closed and old', async () => {
  const world = await createWorld({ settings: ['retention=1d'] });
  const channel = await closedTicket(world);
  await world.advance(2 * day);
  expect(await said(world)).toBe(0);
  await world.sam.runs('/ticket reopen', {}, channel);
  await world.settle();
  await world.ada.dms('and one more thing');
  await world.settle();
  await world.advance(day);
  expect(await said(world)).toBe(1);
  await world.sam.types(channel, '!close');
  await world.settle();
  await world.advance(2 * day);
  expect(await said(world)).toBe(0);
});

it('a topic keeps what was said for longer, shorter or for ever, and one that is gone as its server does', async () => {
  const names = ['Short', 'Long', 'Always', 'Gone'] as const;
  const terms = { Short: 1, Long: '3 days', Always: 'keep', Gone: 1 };
  const topics = (all: readonly (keyof typeof terms)[]): string =>
    `topics=${JSON.stringify(all.map((name) => ({ name, retention: terms[name] })))}`;
  const world = await createWorld({ settings: ['retention=2d', topics(names)] });
  for (const name of names) {
    await world.ada.dms(`about ${name}`);
    await world.settle();
    await world.ada.selects([name], { channel: world.ada.readsDms()[0]!.channelId });
    await world.settle();
    await world.sam.types(world.ticketChannel(), '!close');
    await world.advance(1000);
  }
  await world.set(topics(['Short', 'Long', 'Always']));
  const left = (): Promise<readonly number[]> =>
    Promise.all(names.map((name) => rows(world, `entries where kind = 'member' and content like '%about ${name}%'`)));
  await world.advance(day);
  expect(await left()).toEqual([1, 1, 1, 1]);
  await world.advance(day);
  expect(await left()).toEqual([0, 1, 1, 1]);
  await world.advance(day);
  expect(await left()).toEqual([0, 1, 1, 0]);
  await world.advance(day);
  expect(await left()).toEqual([0, 0, 1, 0]);
});

it('of an anonymous member no link stays to a file that was never fetched', async () => {
  const world = await createWorld({
    settings: ['retention=1d', 'anonymousMembers=always', 'limits.perSidePerMinute=1', 'transcript=none'],
  });
  for (let count = 0; count <= 20; count += 1) await world.ada.dms(`word ${count}`);
  await world.settle();
  await world.ada.dms('too much', { files: [{ name: 'ada.txt', bytes: new TextEncoder().encode('secret') }] });
  await world.settle();
  await world.sam.runs('/close', {}, world.ticketChannel());
  await world.settle();
  expect(await rows(world, 'file_links')).toBe(1);
  await world.advance(2 * day);
  expect(await said(world)).toBe(0);
  expect(await rows(world, 'file_links')).toBe(0);
});

it('words that a member adds to their stars after that go with the next cleaning', async () => {
  const world = await createWorld({ settings: ['retention=1d', 'feedback=true'] });
  await closedTicket(world);
  await world.ada.clicks('4', {});
  await world.settle();
  await world.advance(2 * day);
  expect(await said(world)).toBe(0);
  await world.ada.clicks('Add a few words', {});
  await world.ada.submits({ words: 'Quick and kind' });
  await world.settle();
  const kept = (): Promise<number> => rows(world, `entries where notice like '%Quick and kind%'`);
  expect([await kept(), await rows(world, 'feedback where comment is not null')]).toEqual([1, 1]);
  await world.advance(2 * day);
  expect([await kept(), await rows(world, 'feedback where comment is not null')]).toEqual([0, 0]);
});

it('/settings says before what will go', async () => {
  const world = await createWorld();
  await closedTicket(world);
  await world.advance(2 * day);
  const page = await world.olga.runs('/settings', {}, world.logs);
  await world.olga.selects(['closing'], { message: page.message!.id, select: 'settings:group' });
  await world.olga.selects(['retention'], { message: page.message!.id, select: 'settings:field' });
  await world.olga.submits({ value: '1 day' });
  await world.settle();
  expect(JSON.stringify(page.message)).toMatch(
    /closed more than 1d ago is removed here for good.*Now that is 1 ticket\./,
  );
  expect(await said(world)).toBe(2);
});

it.each(['a while', '1h', '-1', '5000d', '1.5'])('retention=%s is refused', async (given) => {
  const world = await createWorld({ startBot: false });
  await expect(world.set(`retention=${given}`)).rejects.toThrow(/must be keep, or 1 to 3650 whole days/);
});
