import { expect, it } from 'vitest';
import type { GuildId } from '../src/ids.ts';
import { parseAssignments } from '../src/settings/assignments.ts';
import { changeSettings } from '../src/settings/change.ts';
import { openStore } from '../src/store/open.ts';
import { billing, bugs, dmOf, question, topicsAre } from './topics-asked.ts';
import { createWorld, type World } from './world.ts';

async function setIn(world: World, guild: GuildId, assignment: string): Promise<void> {
  const parsed = parseAssignments([assignment]);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const how = { change: parsed.change, checked: false, by: 'test', now: world.clock.now() };
  await store.transaction((tables) => changeSettings(tables, guild, how));
  await store.close();
  await world.advance(1000);
}

const serverOf = (world: World): string | null | undefined =>
  world.simulator.world.state.channels.get(world.ticketChannel())?.guildId;

it('who changes the server while a question waits stays with it, whatever comes next, also with sticky routing', async () => {
  const world = await createWorld({ settings: [topicsAre(billing, bugs)], environment: { ROUTING: 'sticky' } });
  const chess = await world.addServer('Chess Club');
  await setIn(world, chess, topicsAre({ name: 'Openings' }, { name: 'Endgames' }));
  await world.ada.dms('first');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Billing', 'Bugs']);
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  expect(question(world)?.choices).toEqual(['Openings', 'Endgames']);
  await world.advance(1000);
  await world.ada.dms('second');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Openings', 'Endgames']);
  await world.ada.selects(['Endgames'], { channel: dmOf(world) });
  await world.settle();
  expect(serverOf(world)).toBe(chess);
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'second']);
});

it('a reply to a message of another server stays out of it: the question waits there', async () => {
  const world = await createWorld();
  const chess = await world.addServer('Chess Club');
  await setIn(world, chess, topicsAre(billing, bugs));
  await world.ada.dms('hello');
  await world.settle();
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.settle();
  const harbour = world.ticketChannel();
  await world.sam.types(harbour, 'Harbour here');
  await world.settle();
  const answer = world.ada.readsDms().at(-1)!;
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  await world.ada.dms('to the harbour', { replyTo: answer.id });
  await world.settle();
  expect(world.texts(harbour).at(-1)).toContain('to the harbour');
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.ada.dms('checkmate');
  await world.settle();
  expect(serverOf(world)).toBe(chess);
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('checkmate');
});

it('with one topic and no question a panel or command still leads straight to the DM', async () => {
  const world = await createWorld({ settings: [topicsAre(billing)] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  const run = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  expect(run.message?.content).toContain('I have written to you');
});
