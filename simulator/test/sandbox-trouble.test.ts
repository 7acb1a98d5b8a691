import { afterAll, beforeEach, expect, test } from 'vitest';
import { createTrouble, type Trouble } from '../src/sandbox/trouble.ts';
import { startSimulator, type Simulator } from '../src/simulator.ts';
import { handClock, type HandClock } from './hand-clock.ts';

const simulators: Simulator[] = [];
let clock: HandClock;
let simulator: Simulator;
let trouble: Trouble;

beforeEach(async () => {
  clock = handClock();
  simulator = await startSimulator({ clock });
  simulators.push(simulator);
  trouble = createTrouble(simulator.faults, clock, () => [...simulator.world.state.guilds.keys()]);
});

afterAll(async () => {
  for (const one of simulators) await one.stop();
});

const ask = async () => (await fetch(`${simulator.url}/api/v10/gateway`)).status;

test('trouble ends by itself', async () => {
  const before = await ask();
  trouble.begin('refuse', 10);
  expect(await ask()).toBe(503);
  clock.pass(9999);
  expect(await ask()).toBe(503);
  clock.pass(1);
  expect(await ask()).toBe(before);
  expect(trouble.list()).toEqual([]);
});

test('one trouble’s end leaves the others', async () => {
  trouble.begin('act-then-fail', 10);
  trouble.begin('no-gateway', 5);
  clock.pass(5000);
  expect(trouble.list().map(({ kind }) => kind)).toEqual(['act-then-fail']);
  expect(await ask()).toBe(502);
});

test('an outage is one of every server, and of nothing else', async () => {
  const owner = simulator.seed.user({ username: 'olive' });
  const bot = simulator.seed.application({ name: 'Librarian', ownerId: owner.id });
  const { id } = simulator.seed.guild({ name: 'Library', owner: owner.id, bot: bot.id });
  const headers = { Authorization: `Bot ${bot.token}` };
  const server = async () => (await fetch(`${simulator.url}/api/v10/guilds/${id}`, { headers })).status;
  trouble.begin('no-server', 10);
  expect([await server(), await ask()]).toEqual([503, 200]);
  trouble.begin('delay', 1);
  clock.pass(1000);
  expect(await server()).toBe(503);
  clock.pass(9000);
  expect(await server()).toBe(200);
});

test('the same trouble once more lasts longer', async () => {
  trouble.begin('refuse', 10);
  clock.pass(9000);
  trouble.begin('refuse', 10);
  clock.pass(9000);
  expect(await ask()).toBe(503);
  expect(trouble.list()).toEqual([{ kind: 'refuse', until: clock.now() + 1000 }]);
});

test('everything can be mended at once', async () => {
  const before = await ask();
  trouble.begin('refuse', 10);
  trouble.begin('no-gateway', 10);
  trouble.end();
  expect(await ask()).toBe(before);
  expect(trouble.list()).toEqual([]);
});
