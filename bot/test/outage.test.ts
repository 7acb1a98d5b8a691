import { expect, it } from 'vitest';
import { createWorld } from './world.ts';

it('a first DM written while Discord answers nothing is kept, and becomes a ticket when it answers again', async () => {
  const world = await createWorld();
  world.simulator.faults.fail({ path: /\/members\//, when: 'before', status: 503 });
  await world.ada.dms('is anybody there?');
  await world.advance(60_000);
  await world.ada.dms('hello?');
  await world.stopBot();
  world.simulator.faults.clear();
  await world.startBot();
  await world.advance(10 * 60_000);
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['is anybody there?', 'hello?']);
});

it('a first DM during a short outage goes on by itself', async () => {
  const world = await createWorld();
  world.simulator.faults.fail({ path: /\/members\//, when: 'before', status: 503 });
  await world.ada.dms('is anybody there?');
  await world.advance(30_000);
  world.simulator.faults.clear();
  await world.advance(10 * 60_000);
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('is anybody there?');
});

it('what was kept during an outage is refused with one line when the server does not take it', async () => {
  const world = await createWorld({ settings: ['gates.accountAge=5y'] });
  world.simulator.faults.fail({ path: /\/members\//, when: 'before', status: 503 });
  await world.ada.dms('is anybody there?');
  await world.advance(30_000);
  world.simulator.faults.clear();
  await world.advance(10 * 60_000);
  expect(world.ticketChannels()).toEqual([]);
  expect(world.dmTexts(world.ada).at(-1)).toContain('account');
});
