import { expect, it } from 'vitest';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const minute = 60_000;

/** The bot is away, for ten minutes unless said otherwise, and cannot go on where it was. */
async function goesAway(options: WorldOptions = {}, away = 10 * minute): Promise<{ world: World; from: number }> {
  const world = await createWorld(options);
  await world.ada.dms('before');
  await world.settle();
  const from = Math.floor(world.clock.now() / 1000);
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(away);
  return { world, from };
}

const told = (world: World): readonly string[] =>
  world.texts(world.logs).filter((text) => text.includes('may not have reached me'));

async function problems(world: World): Promise<readonly string[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const all = await store.tables.problems.all();
  await store.close();
  return all.map(({ key }) => key);
}

it('staff and operator are told when first messages of strangers may have been lost', async () => {
  const { world, from } = await goesAway();
  await world.startBot();
  const to = Math.floor(world.clock.now() / 1000);
  expect(told(world)).toEqual([expect.stringContaining(`between <t:${from}:f> and <t:${to}:f>`)]);
  expect(await problems(world)).toContain('gap');
});

it('an absence of seconds is told as a moment, since Discord shows no seconds', async () => {
  const { world } = await goesAway({}, 20_000);
  await world.startBot();
  const to = Math.floor(world.clock.now() / 1000);
  expect(told(world)).toEqual([expect.stringContaining(`for a moment: <t:${to}:f>`)]);
});

it('nobody is told of an absence after which Discord brings everything', async () => {
  const world = await createWorld();
  await world.stopBot();
  await world.advance(10_000);
  await world.ben.dms('was I heard?');
  await world.startBot();
  expect(world.texts(world.ticketChannel())).toContain('was I heard?');
  expect(told(world)).toEqual([]);
});

it('it is told once, also when the bot is stopped before it could say so, and forgotten after a week', async () => {
  const { world } = await goesAway();
  world.simulator.faults.fail({ method: 'POST', when: 'before', status: 503, times: 3 });
  await world.startBot();
  await world.stopBot();
  await world.startBot();
  await world.advance(5 * minute);
  expect(told(world)).toHaveLength(1);
  await world.advance(8 * 24 * 60 * minute);
  expect(await problems(world)).not.toContain('gap');
});

it('servers without a logs channel are left in peace', async () => {
  const { world } = await goesAway({ settings: ['logsChannel=none'] });
  await world.startBot();
  expect(world.sam.reads(world.logs)).toEqual([]);
});
