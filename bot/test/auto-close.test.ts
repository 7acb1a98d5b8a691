import { describe, expect, it } from 'vitest';
import { places, says } from './doors.ts';
import { channelKinds, createWorld, type World, type WorldOptions } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function opened(options: WorldOptions = {}, ...settings: string[]): Promise<{ world: World; channel: string }> {
  const world = await createWorld({ ...options, settings: ['autoClose=3h', ...settings] });
  await world.ada.dms('help');
  await world.settle();
  return { world, channel: world.ticketChannel() };
}

const closings = (world: World): number =>
  world.dmTexts(world.ada).filter((text) => text.includes('was closed')).length;
const warnings = (world: World): number =>
  world.dmTexts(world.ada).filter((text) => text.includes('unless somebody writes')).length;

describe.each(places)('in a %s', (_, place) => {
  it('a ticket is closed once nothing has arrived from either side for so long', async () => {
    const { world, channel } = await opened(place);
    await world.advance(2 * HOUR);
    await says(world, channel, 'Hello!');
    await world.advance(2 * HOUR);
    await world.ada.dms('Hello?');
    await world.advance(3 * HOUR - MINUTE);
    expect(closings(world)).toBe(0);
    await world.advance(MINUTE);
    expect(world.dmTexts(world.ada).at(-1)).toContain('was closed, since nobody wrote for a while');
    expect(world.texts(channel).at(-1)).toContain('since nobody wrote for a while');
    expect(world.texts(world.logs).join('\n')).toContain('was closed: nobody wrote for a while.');
    const file = world.sam
      .reads(world.logs)
      .flatMap((message) => message.attachments)
      .find((one) => one.filename.endsWith('.txt'))!;
    const transcript = Buffer.from(world.simulator.world.state.uploads.get(file.id)!.bytes).toString();
    expect(transcript).toContain('Closed by: nobody wrote for a while');
    await world.advance(4 * HOUR);
    expect(closings(world)).toBe(1);
  });
});

it('what could not be delivered does not keep it open', async () => {
  const { world, channel } = await opened();
  world.ada.closesDms();
  await world.advance(2 * HOUR);
  await world.sam.types(channel, 'Are you there?');
  await world.sam.types(channel, '// nobody home');
  await world.advance(HOUR);
  expect(world.texts(channel).at(-2)).toContain('since nobody wrote for a while');
});

it('both sides are warned before, and a message of either begins anew', async () => {
  const { world, channel } = await opened({}, 'autoCloseWarning=1h');
  await world.advance(2 * HOUR - MINUTE);
  expect(warnings(world)).toBe(0);
  await world.advance(MINUTE);
  expect(warnings(world)).toBe(1);
  expect(world.texts(channel).at(-1)).toContain('unless somebody writes');
  await world.ada.dms('I am here');
  await world.advance(2 * HOUR - MINUTE);
  expect([warnings(world), closings(world)]).toEqual([1, 0]);
  await world.advance(MINUTE);
  expect([warnings(world), closings(world)]).toEqual([2, 0]);
  await world.advance(HOUR);
  expect([warnings(world), closings(world)]).toEqual([2, 1]);
});

it.each([true, false])(
  'it is closed once also when the time comes while the bot is away (warned before: %s)',
  async (isWarned) => {
    const { world } = await opened({}, 'autoCloseWarning=1h');
    if (isWarned) await world.advance(2 * HOUR);
    await world.stopBot();
    await world.advance(24 * HOUR);
    await world.startBot();
    await world.advance(MINUTE);
    // Whoever was to be warned is.
    expect([warnings(world), closings(world)]).toEqual([1, isWarned ? 1 : 0]);
    await world.stopBot();
    await world.startBot();
    await world.advance(HOUR);
    expect([warnings(world), closings(world)]).toEqual([1, 1]);
  },
);

it('a message that came while the bot was away keeps the ticket open', async () => {
  const { world, channel } = await opened();
  await world.advance(HOUR);
  await world.stopBot();
  await world.ada.dms('Anybody?');
  await world.advance(24 * HOUR);
  await world.startBot();
  await world.advance(3 * HOUR - MINUTE);
  expect(world.texts(channel)).toContain('Anybody?');
  expect(closings(world)).toBe(0);
  await world.advance(MINUTE);
  expect(closings(world)).toBe(1);
});

it('what Discord tells late, after a short absence, keeps the ticket open', async () => {
  const { world, channel } = await opened();
  await world.advance(3 * HOUR - MINUTE);
  await world.stopBot();
  await world.ada.dms('Anybody?');
  await world.advance(MINUTE + 1000);
  await world.startBot();
  await world.advance(MINUTE);
  expect(world.texts(channel).at(-1)).toBe('Anybody?');
  expect(closings(world)).toBe(0);
});

it('a conversation that cannot be read after an absence keeps its own ticket open, and no other one', async () => {
  const world = await createWorld({ settings: ['autoClose=10m'] });
  await world.ada.dms('help');
  await world.ben.dms('me too');
  await world.settle();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(MINUTE);
  const path = `/channels/${world.ben.readsDms()[0]!.channelId}/messages`;
  world.simulator.faults.fail({ method: 'GET', path, when: 'before', status: 500, times: 1000 });
  await world.startBot();
  await world.advance(12 * MINUTE);
  expect(world.dmTexts(world.ada).join()).toContain('was closed');
  expect(world.dmTexts(world.ben).join()).not.toContain('was closed');
  world.simulator.faults.clear();
  await world.advance(6 * MINUTE);
  expect(world.dmTexts(world.ben).join()).toContain('was closed');
});

it('a ticket with a message on its way is not closed over it', async () => {
  const { world, channel } = await opened();
  await world.advance(3 * HOUR - MINUTE);
  const fault = { method: 'POST', path: `/channels/${world.ada.readsDms()[0]!.channelId}/messages` } as const;
  world.simulator.faults.fail({ ...fault, when: 'before', status: 500 });
  await world.sam.types(channel, 'Nearly lost');
  await world.advance(5 * MINUTE);
  expect(world.texts(channel).at(-1)).toBe('Nearly lost');
  world.simulator.faults.clear();
  // Longer than the longest pause between two tries.
  await world.advance(10 * MINUTE);
  expect(world.dmTexts(world.ada)).toEqual(['help', 'Nearly lost']);
  await world.advance(3 * HOUR);
  expect(closings(world)).toBe(1);
});

it('switched on or changed, it counts for tickets that are open, within a second', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.advance(5 * HOUR);
  await world.set('autoClose=6h');
  await world.advance(HOUR - MINUTE);
  expect(closings(world)).toBe(0);
  await world.advance(MINUTE);
  expect(closings(world)).toBe(1);
  await world.ada.dms('again');
  await world.advance(2 * HOUR);
  await world.set('autoClose=2h');
  await world.advance(1000);
  await world.ben.dms('hi');
  await world.settle();
  expect(closings(world)).toBe(2);
});

it('switched off, nothing is closed any more; open again, the time begins anew', async () => {
  const { world, channel } = await opened({ channelKind: 'private-channel' });
  await world.advance(3 * HOUR);
  expect(closings(world)).toBe(1);
  await world.sam.runs('/reopen', {}, channel);
  await world.advance(3 * HOUR - MINUTE);
  expect(closings(world)).toBe(1);
  await world.set('autoClose=off');
  await world.advance(100 * HOUR);
  expect(closings(world)).toBe(1);
});

it('many are closed, each once, and others stay open', async () => {
  const { world } = await opened();
  await world.advance(2 * HOUR);
  await world.ben.dms('help');
  await world.advance(HOUR);
  expect(closings(world)).toBe(1);
  expect(world.dmTexts(world.ben)).toEqual(['help']);
  await world.advance(2 * HOUR);
  expect(world.dmTexts(world.ben).at(-1)).toContain('was closed');
});

it.each(channelKinds)('in a %s with silent closing nobody is told', async (channelKind) => {
  const { world, channel } = await opened({ channelKind }, 'closeNotify=with-comment');
  await world.advance(3 * HOUR);
  expect(closings(world)).toBe(0);
  expect(world.texts(channel).at(-1)).toContain('since nobody wrote for a while');
});
