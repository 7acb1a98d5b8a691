import { expect, it } from 'vitest';
import type { ChannelId, MessageId, UserId } from '../src/ids.ts';
import { createReadBudget } from '../src/relay/read-budget.ts';
import { openStore } from '../src/store/open.ts';
import { handClock } from './hand-clock.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import { pass } from './pass.ts';
import { createWorld, type World } from './world.ts';

interface Read {
  readonly channel: string;
  /** What was written since; else it is compared what was written before. */
  readonly isNew: boolean;
  readonly at: number;
}

interface Crowd {
  readonly world: World;
  /** Who wrote once and whom the bot knows, most recently used direct messages first. */
  readonly known: readonly Person[];
  /** What was read of the history of channels, when. */
  readonly reads: readonly Read[];
  /** Answers with 429. */
  readonly refusals: () => number;
}

const dmOf = (person: Person): string => person.readsDms()[0]!.channelId;

/** A bot that was away, whose session is lost, with one open ticket (Ada's) and the direct messages of so many others. */
async function createCrowd(size: number, perSecond: number): Promise<Crowd> {
  const reads: Read[] = [];
  let refusals = 0;
  const world = await createWorld({
    enforceLimits: true,
    environment: { DISCORD_REQUESTS_PER_SECOND: String(perSecond) },
    observe: ({ clock }, { method, path, query, status }) => {
      if (status === 429) refusals += 1;
      const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
      if (method === 'GET' && channel !== undefined)
        reads.push({ channel, isNew: query.includes('after='), at: clock.now() });
    },
  });
  await world.ada.dms('before');
  await world.advance(10_000);
  const bot = world.app().bot;
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  const { seed } = world.simulator;
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const known: Person[] = [];
  for (let at = 0; at < size; at += 1) {
    const { id, username } = seed.user({ username: `known${at}` });
    seed.join(world.guild, id);
    const person = world.simulator.person(id);
    const first = await person.dms('long ago');
    const [dm, who] = [first.channelId as ChannelId, { username, displayName: username, avatarUrl: 'https://cdn/a' }];
    await store.transaction(async ({ people, reading }) => {
      await people.meet({ bot, user: id as UserId, ...who, dm }, world.clock.now() - at * 60_000);
      await reading.mark(bot, dm, first.id as MessageId);
    });
    known.push(person);
  }
  await store.close();
  await world.advance(60_000);
  reads.length = 0;
  return { world, known, reads, refusals: () => refusals };
}

/** The most that was read in any second. */
function mostInASecond(reads: readonly Read[]): number {
  const within = ({ at }: Read): number => reads.filter((one) => one.at >= at && one.at < at + 1000).length;
  return Math.max(...reads.map(within));
}

it('2000 known direct messages are read evenly, newest first, within a third of what Discord grants, and after a stop the rest of them', async () => {
  const { world, known, reads, refusals } = await createCrowd(2000, 50);
  const channel = world.ticketChannel();
  const [early, late] = [known[300]!, known[1900]!];
  for (const person of [early, late]) await person.dms('while away');
  await world.startBot();
  for (let turn = 1; turn <= 10; turn += 1) {
    await pass(world, 3000);
    await world.ada.dms(`live ${turn}`);
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe(`live ${turn}`);
  }
  await world.stopBot();
  const before = reads.length;
  await world.advance(1000);
  await world.startBot();
  await pass(world, 150_000);
  expect(before).toBeGreaterThan(400);
  expect(before).toBeLessThan(500);
  expect(mostInASecond(reads)).toBeLessThanOrEqual(16);
  const wanted = [channel, dmOf(world.ada), ...known.map(dmOf)];
  const read = reads.filter(({ channel: one, isNew }) => isNew && wanted.includes(one));
  expect(read.map((one) => one.channel)).toEqual(wanted);
  expect(refusals()).toBe(0);
  await world.advance(10_000);
  expect(world.ticketChannels().filter((one) => world.texts(one).includes('while away'))).toHaveLength(2);
}, 240_000);

it('a live message in direct messages that were not read yet is read before all that nobody waits for', async () => {
  const { world, known, reads } = await createCrowd(100, 27);
  const last = known.at(-1)!;
  await last.dms('while away');
  await world.startBot();
  await pass(world, 1000);
  const before = reads.length;
  await last.dms('live');
  await pass(world, 130);
  expect(before).toBeLessThanOrEqual(9);
  expect(reads[before]!.channel).toBe(dmOf(last));
  await pass(world, 20_000);
  expect(mostInASecond(reads)).toBe(8);
  await world.advance(10_000);
  const told = world.texts(world.ticketChannel()).filter((text) => text === 'while away' || text === 'live');
  expect(told).toEqual(['while away', 'live']);
});

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

it('channels that cannot be read hold up no other one, are tried less and less, and are read once they can be', async () => {
  const { world, known, reads } = await createCrowd(10, 50);
  const path = (one: Person): string => `/channels/${dmOf(one)}/messages`;
  const failing = known.slice(0, 5);
  for (const one of failing) {
    await one.dms('while away');
    world.simulator.faults.fail({ method: 'GET', path: path(one), when: 'before', status: 500 });
  }
  await known[9]!.dms('while away');
  await world.startBot();
  await pass(world, 2000);
  await world.settle();
  const arrived = (): number => world.ticketChannels().filter((one) => world.texts(one).includes('while away')).length;
  expect(arrived()).toBe(1);
  const [from, first] = [reads.length, dmOf(failing[0]!)];
  await pass(world, 60 * 60_000);
  const tries = reads.slice(from).filter(({ channel }) => channel === first).length;
  expect(tries).toBeGreaterThanOrEqual(12);
  expect(tries).toBeLessThanOrEqual(20);
  world.simulator.faults.clear();
  await pass(world, 6 * 60_000);
  await world.settle();
  expect(arrived()).toBe(6);
});

it('a connection that is lost again while a channel cannot be read has all others read at once', async () => {
  const { world, known, reads } = await createCrowd(5, 50);
  const { simulator } = world;
  simulator.faults.fail({ method: 'GET', path: `/channels/${dmOf(known[0]!)}/messages`, when: 'before', status: 500 });
  await world.startBot();
  await pass(world, 60 * 60_000);
  simulator.faults.dropGateway({ resumable: false });
  while (simulator.isOnline(world.app().bot)) await new Promise((resolve) => setTimeout(resolve, 1));
  await known[4]!.dms('while away');
  const from = reads.length;
  while (!simulator.isOnline(world.app().bot)) await world.advance(1000);
  await pass(world, 2000);
  expect(reads.slice(from).map(({ channel }) => channel)).toContain(dmOf(known[4]!));
});

it('a clock that is set back stops no reading', async () => {
  const clock = handClock();
  let back = 0;
  const { signal } = new AbortController();
  const budget = createReadBudget({ clock: { ...clock, now: () => clock.now() - back }, perSecond: 10, signal });
  let asked = 0;
  const ask = (): Promise<number> => budget.ask('1' as ChannelId, async () => (asked += 1));
  await ask();
  back = 60 * 60_000;
  void ask();
  for (let turn = 0; turn < 5; turn += 1) {
    clock.advance(1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(asked).toBe(2);
});
