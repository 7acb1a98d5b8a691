import { expect, it } from 'vitest';
import type { BotId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World } from './world.ts';

/** As if the process had died before it stored how far the gateway's events were dealt with. */
async function forgetSequence(world: World, bot: BotId): Promise<void> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const session = await store.tables.gateway.get(bot, 0);
  await store.transaction((tables) => tables.gateway.put({ ...session!, sequence: 2 }));
  await store.close();
}

async function versionsOf(world: World, source: string): Promise<readonly string[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const entry = await store.tables.entries.bySource(source);
  const versions = await store.tables.entries.versions(entry!.id);
  await store.close();
  return versions.map(({ content }) => content.text);
}

it('with nothing left in memory, the same events again make no second ticket, entry, copy or notice', async () => {
  const world = await createWorld();
  await world.ada.dms('hello');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.types(channel, 'hello Ada');
  const [dm] = world.ada.readsDms();
  for (const text of ['hello there', 'hello over there']) {
    await world.advance(1000);
    await world.ada.edits(dm!.id, text);
    await world.settle();
  }
  await world.sam.types(channel, '!claim');
  await world.settle();
  const before = { staff: world.texts(channel), member: world.dmTexts(world.ada) };
  const { bot } = world.app();
  await world.stopBot();
  await forgetSequence(world, bot);
  const asked = world.simulator.exchanges.length;
  await world.startBot();
  expect({ staff: world.texts(channel), member: world.dmTexts(world.ada) }).toEqual(before);
  expect(world.ticketChannels()).toEqual([channel]);
  expect(await versionsOf(world, `message:${dm!.id}`)).toEqual(['hello', 'hello there']);
  const changes = world.simulator.exchanges.slice(asked).filter(({ method }) => method !== 'GET');
  expect(changes).toEqual([]);
});

it('two DMs at the same moment make one ticket', async () => {
  const world = await createWorld();
  await Promise.all([world.ada.dms('one'), world.ada.dms('two')]);
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.texts(world.ticketChannel()).slice(-2).toSorted()).toEqual(['one', 'two']);
});
