import { expect, it } from 'vitest';
import { pass } from './pass.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const HOUR = 60 * 60_000;

/** Discord says nothing about channels and servers; the connection stays. */
function failAll(world: World): void {
  for (const path of [/\/channels\//, /\/guilds\//, /\/webhooks\//])
    world.simulator.faults.fail({ path, when: 'before', status: 503 });
}

async function mended(world: World): Promise<void> {
  world.simulator.faults.clear();
  await world.advance(20 * 60_000);
}

/** Ada wrote once; that ticket is closed. */
async function knownBefore(): Promise<World> {
  const world = await createWorld();
  await world.ada.dms('long ago');
  await world.settle();
  await world.sam.runs('/ticket close', {}, world.ticketChannel());
  await world.settle();
  return world;
}

const copies = (world: World): readonly string[] =>
  world
    .ticketChannels()
    .flatMap((channel) => world.texts(channel))
    .filter((text) => /^(one|two|three)$/.test(text));

it.each(channelKinds)(
  'what somebody new writes while Discord answers nothing for hours becomes one ticket (%s)',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    failAll(world);
    await world.ada.dms('one');
    await pass(world, 2 * HOUR);
    await world.ada.dms('two');
    await world.stopBot();
    await world.startBot();
    await world.ada.dms('three');
    await pass(world, HOUR);
    await mended(world);
    expect(copies(world)).toEqual(['one', 'two', 'three']);
    expect(world.ticketChannels()).toHaveLength(1);
  },
);

it('so does what a member writes whose direct messages may have a gap that cannot be read for hours', async () => {
  const world = await knownBefore();
  const { simulator } = world;
  failAll(world);
  simulator.faults.dropGateway({ resumable: false });
  while (simulator.isOnline(world.app().bot)) await new Promise((resolve) => setTimeout(resolve, 1));
  await world.ada.dms('one');
  while (!simulator.isOnline(world.app().bot)) await world.advance(1000);
  await pass(world, 2 * HOUR);
  await world.ada.dms('two');
  await pass(world, HOUR);
  await mended(world);
  await world.ada.dms('three');
  await world.settle();
  expect(copies(world)).toEqual(['one', 'two', 'three']);
}, 60_000);

it('the same over restarts', async () => {
  const world = await knownBefore();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  failAll(world);
  await world.startBot();
  await world.ada.dms('one');
  await pass(world, 2 * HOUR);
  await world.ada.dms('two');
  await world.stopBot();
  await world.startBot();
  await world.ada.dms('three');
  await pass(world, HOUR);
  await mended(world);
  expect(copies(world)).toEqual(['one', 'two', 'three']);
}, 60_000);

it('a first message whose member Discord refuses to show is kept, and goes on with the next one', async () => {
  const world = await createWorld();
  world.simulator.faults.fail({ path: /\/members\//, when: 'before', status: 400, code: 50035 });
  await world.ada.dms('one');
  await pass(world, HOUR);
  expect(await (await fetch(world.app().url ?? '')).text()).toContain('route');
  world.simulator.faults.clear();
  await world.ada.dms('two');
  await world.settle();
  expect(copies(world)).toEqual(['one', 'two']);
});
