import { expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

it('what was written while the bot was away and its session lost is fetched, in order and once', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(60_000);
  for (let number = 1; number <= 250; number += 1) await world.ada.dms(`missed ${number}`);
  await world.sam.types(channel, 'typed while away');
  const starting = world.startBot({ DISCORD_REQUESTS_PER_SECOND: '50' });
  await world.advance(60_000);
  await starting;
  await world.ada.dms('live');
  await world.advance(60_000);
  const texts = world.texts(channel);
  const missed = texts.filter((text) => text.startsWith('missed'));
  expect(missed).toEqual(Array.from({ length: 250 }, (_, index) => `missed ${index + 1}`));
  expect(texts.filter((text) => text === 'live')).toHaveLength(1);
  expect(texts.indexOf('live')).toBeGreaterThan(texts.indexOf('missed 250'));
  expect(world.dmTexts(world.ada).filter((text) => text === 'typed while away')).toHaveLength(1);
  expect(texts.filter((text) => text.includes('I was away'))).not.toHaveLength(0);
});

it('a live message that arrives before the gap was read waits for it', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(60_000);
  for (let number = 1; number <= 250; number += 1) await world.ada.dms(`missed ${number}`);
  const starting = world.startBot();
  while (!world.simulator.isOnline(world.simulator.world.state.applications.keys().next().value!))
    await new Promise((resolve) => setImmediate(resolve));
  await world.ada.dms('live');
  await starting;
  await world.settle();
  const order = world.texts(channel).filter((text) => text === 'live' || text.startsWith('missed'));
  expect(order).toEqual([...Array.from({ length: 250 }, (_, index) => `missed ${index + 1}`), 'live']);
});

it('a connection that Discord resumes brings every message once', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  world.simulator.faults.dropGateway();
  for (const text of ['one', 'two', 'three']) await world.ada.dms(text);
  await world.advance(10_000);
  expect(world.texts(world.ticketChannel()).slice(-4)).toEqual(['before', 'one', 'two', 'three']);
});

it('events that Discord delivers several times are handled once', async () => {
  const world = await createWorld();
  world.simulator.faults.duplicate({ event: 'MESSAGE_CREATE', copies: 3 });
  await world.ada.dms('hello');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.types(channel, 'hello Ada');
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.texts(channel).filter((text) => text === 'hello')).toHaveLength(1);
  expect(world.dmTexts(world.ada)).toEqual(['hello', 'hello Ada']);
});

it.each([
  ['before acting', 'before', 503],
  ['after acting', 'after', 502],
  ['by cutting the connection before', 'before', 0],
  ['by cutting the connection after', 'after', 0],
] as const)('Discord fails %s, and still everything arrives once', async (_, when, status) => {
  const world = await createWorld();
  world.simulator.faults.fail({ method: 'POST', when, status, times: 4 });
  await world.ada.dms('is this lost?');
  await world.advance(60_000);
  const channel = world.ticketChannel();
  world.simulator.faults.fail({ method: 'POST', when, status, times: 3 });
  await world.sam.types(channel, 'no');
  await world.ada.dms('good');
  await world.advance(60_000);
  expect(world.ticketChannels()).toHaveLength(1);
  const texts = world.texts(channel);
  expect(texts.filter((text) => text === 'is this lost?')).toHaveLength(1);
  expect(texts.filter((text) => text === 'good')).toHaveLength(1);
  expect(world.dmTexts(world.ada).filter((text) => text === 'no')).toHaveLength(1);
});

it('a ticket whose channel was deleted while the bot was away is closed, and what the member wrote opens a new one', async () => {
  const world = await createWorld();
  await world.ada.dms('before');
  await world.settle();
  const channel = world.ticketChannel();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.olga.deletesChannel(channel);
  await world.ada.dms('while away');
  await world.advance(60_000);
  await world.startBot();
  expect(world.texts(world.ticketChannel())).toContain('while away');
});

it.each(['private-channel', 'forum-post'] as const)(
  'what staff type in a new %s before the bot knows that it made it is not lost',
  async (channelKind) => {
    const world = await createWorld({
      channelKind,
      observe({ sam }, { method, route, response }) {
        if (method !== 'POST' || !/^\/(guilds\/\{guild_id\}\/channels|channels\/\{channel_id\}\/threads)$/.test(route))
          return;
        void sam.types((response as { id: string }).id, 'I saw it first');
      },
    });
    await world.ada.dms('hello');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['hello', 'I saw it first']);
  },
);

it('one ticket in trouble does not hold up another', async () => {
  const world = await createWorld();
  await world.ada.dms('I am first');
  await world.settle();
  const adas = world.ticketChannel();
  world.simulator.faults.fail({ method: 'POST', path: adas, when: 'before', status: 500 });
  world.simulator.faults.fail({ path: new RegExp(`thread_id=${adas}`), when: 'before', status: 500 });
  await world.ada.dms('stuck');
  await world.ben.dms('and me?');
  await world.settle();
  const bens = world.ticketChannels().find((channel) => channel !== adas);
  expect(world.texts(bens!)).toContain('and me?');
  world.simulator.faults.clear();
  await world.advance(60_000);
  expect(world.texts(adas)).toContain('stuck');
});

it('the first answer of somebody whom staff wrote to is fetched, although they never wrote before', async () => {
  const world = await createWorld();
  await world.sam.runs('/contact', { member: world.ada.id }, world.logs);
  await world.settle();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(60_000);
  await world.ada.dms('yes?');
  await world.startBot();
  expect(world.texts(world.ticketChannel()).filter((text) => text === 'yes?')).toHaveLength(1);
});

it('a connection that is lost while the bot catches up is caught up with as well', async () => {
  const world = await createWorld();
  for (const person of [world.ada, world.ben]) await person.dms('before');
  await world.settle();
  const [channel] = world.ticketChannels();
  // Ben's messages are not handed out, so the first round of reading does not end before the second loss.
  const bens = new RegExp(`channels/${world.ben.readsDms()[0]!.channelId}/messages`);
  world.simulator.faults.fail({ method: 'GET', path: bens, when: 'before', status: 503 });
  await losesItsSession(world);
  await losesItsSession(world, () => world.ada.dms('missed'));
  world.simulator.faults.clear();
  await world.advance(60_000);
  expect(world.texts(channel!).filter((text) => text === 'missed')).toHaveLength(1);
});

/** The connection is cut and cannot be resumed; `meanwhile` happens before there is a new one, through which what can be read is read. */
async function losesItsSession({ simulator, app, advance }: World, meanwhile?: () => Promise<unknown>): Promise<void> {
  simulator.faults.dropGateway({ resumable: false });
  while (simulator.isOnline(app().bot)) await new Promise((resolve) => setTimeout(resolve, 1));
  await meanwhile?.();
  while (!simulator.isOnline(app().bot)) await advance(1000);
  await advance(10_000);
}
