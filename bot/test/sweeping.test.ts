import { expect, it } from 'vitest';
import { createWorld } from './world.ts';

it('a bot that is stopped while it catches up does not go on with it afterwards', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  world.simulator.faults.fail({ method: 'GET', path: /\/messages/, when: 'before', status: 503 });
  await world.startBot();
  await world.stopBot();
  const before = world.logged.length;
  await world.advance(5 * 60_000);
  expect(world.logged.slice(before)).toEqual([]);
});
