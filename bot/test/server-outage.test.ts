import { describe, expect, it } from 'vitest';
import { doors, places } from './doors.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const minute = 60_000;

const count = (texts: readonly string[], text: string): number => texts.filter((one) => one === text).length;

/** Starts the bot anew in a session of its own, as after a long absence. */
async function startAfresh(world: World): Promise<void> {
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(10_000);
  await world.startBot();
}

describe.each(channelKinds)('a server with tickets in a %s is out', (channelKind) => {
  it('no ticket is closed, and what the member writes meanwhile reaches staff when it is back', async () => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    world.simulator.faults.guildOutage(world.guild, true);
    await world.ada.dms('meanwhile');
    await world.ben.dms('I am new here');
    await world.advance(5 * minute);
    await world.ada.dms('anybody?');
    await world.advance(5 * minute);
    expect(count(world.texts(channel), 'meanwhile')).toBe(0);
    world.simulator.faults.guildOutage(world.guild, false);
    await world.advance(10 * minute);
    expect(world.texts(channel).slice(-2)).toEqual(['meanwhile', 'anybody?']);
    expect(world.ticketChannels()).toHaveLength(2);
    expect(count(world.texts(world.ticketChannel()), 'I am new here')).toBe(1);
    await world.sam.types(channel, 'here we are');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toBe('here we are');
  });

  it('nor when the bot is started in the middle of it', async () => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    world.simulator.faults.guildOutage(world.guild, true);
    await startAfresh(world);
    await world.ada.dms('meanwhile');
    await world.advance(5 * minute);
    world.simulator.faults.guildOutage(world.guild, false);
    await world.advance(10 * minute);
    expect(world.ticketChannels()).toEqual([channel]);
    expect(count(world.texts(channel), 'meanwhile')).toBe(1);
  });
});

describe.each(places)('%s', (_, options) => {
  const door = doors(options)[0]!;

  it(`what staff write ${door.name} while Discord does not tell the bot of their server is sent when it is back`, async () => {
    const world = await createWorld(options);
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    await door.answers(world, channel, 'first');
    await world.settle();
    world.simulator.faults.guildOutage(world.guild, true, 'gateway');
    await door.answers(world, channel, 'meanwhile');
    await world.advance(minute);
    expect(count(world.dmTexts(world.ada), 'meanwhile')).toBe(0);
    world.simulator.faults.guildOutage(world.guild, false);
    await door.answers(world, channel, 'after');
    await world.advance(minute);
    expect(world.dmTexts(world.ada).slice(-3)).toEqual(['first', 'meanwhile', 'after']);
  });

  it(`what staff write ${door.name} before their server has come to a new session is sent when it comes`, async () => {
    const world = await createWorld({ ...options, ways: { guildDelay: 20_000 } });
    await world.advance(20_000);
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    await startAfresh(world);
    await door.answers(world, channel, 'too early');
    await world.settle();
    expect(count(world.dmTexts(world.ada), 'too early')).toBe(0);
    await world.advance(20_000);
    expect(count(world.dmTexts(world.ada), 'too early')).toBe(1);
  });
});

it.each(channelKinds)('a first DM and a click are handled before the server has come (%s)', async (channelKind) => {
  const world = await createWorld({ channelKind, ways: { guildDelay: 20_000 } });
  await world.ada.dms('am I early?');
  await world.settle();
  const channel = world.ticketChannel();
  expect(count(world.texts(channel), 'am I early?')).toBe(1);
  const closing = world.sam.clicks('Close', { channel });
  await world.settle();
  expect((await closing).failed).toBe(false);
});

it('a server that comes anew to a session reads nothing again that was read', async () => {
  const asked: string[] = [];
  const world = await createWorld({
    ways: { guildDelay: 20_000 },
    observe: (_, { method, route }) => void asked.push(`${method} ${route}`),
  });
  await world.advance(20_000);
  await world.ada.dms('before');
  await world.settle();
  const reads = (): number => count(asked, 'GET /channels/{channel_id}/messages');
  const before = reads();
  world.simulator.faults.dropGateway();
  await world.advance(20_000);
  expect(reads()).toBe(before);
});
