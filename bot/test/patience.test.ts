import { expect, it } from 'vitest';
import { pass } from './pass.ts';
import { channelKinds, createWorld } from './world.ts';

it.each(channelKinds)(
  'what is typed in a %s while Discord does not say who wrote it arrives when it does, in order',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    world.simulator.faults.fail({ method: 'GET', when: 'before', status: 503 });
    await world.olga.types(channel, 'one');
    await world.sam.types(channel, 'two');
    await world.advance(60_000);
    world.simulator.faults.clear();
    await world.advance(60_000);
    expect(world.dmTexts(world.ada)).toEqual(['help', 'one', 'two']);
  },
);

it('what is typed during an outage of hours is waited for', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.fail({ method: 'GET', when: 'before', status: 503 });
  await world.olga.types(channel, 'one');
  await pass(world, 2 * 60 * 60_000);
  await world.sam.types(channel, 'two');
  world.simulator.faults.clear();
  await world.advance(60_000);
  expect(world.dmTexts(world.ada)).toEqual(['help', 'one', 'two']);
});

it('the bot can be stopped while it waits for Discord, and has lost nothing when it comes back', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.fail({ method: 'GET', path: /\/guilds\//, when: 'before', status: 503 });
  await world.olga.types(channel, 'one');
  await world.advance(60_000);
  await world.stopBot();
  world.simulator.faults.clear();
  await world.startBot();
  await world.advance(60_000);
  expect(world.dmTexts(world.ada)).toEqual(['help', 'one']);
});
