import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './world.ts';

/** `/send` when things go wrong; what it does stands with the stories of SupportMail. */

const received = (world: World, text: string): number =>
  world.dmTexts(world.ada).filter((one) => one.endsWith(text)).length;

it('a /send that Discord hands over several times arrives once', async () => {
  const world = await createWorld();
  await world.ada.dms('help');
  await world.settle();
  world.simulator.faults.duplicate({ event: 'INTERACTION_CREATE', copies: 3 });
  await world.sam.runs('/send', { message: 'inside' }, world.ticketChannel());
  await world.sam.runs('/send', { user: world.ada.id, message: 'outside' }, world.logs);
  await world.settle();
  expect([received(world, 'inside'), received(world, 'outside')]).toEqual([1, 1]);
});

describe.each([
  ['before acting', 'before'],
  ['after acting', 'after'],
] as const)('where Discord fails %s and the bot is restarted', (_, when) => {
  it('a /send outside of a ticket arrives once, and whoever sent it learns that', async () => {
    const world = await createWorld();
    world.simulator.faults.fail({ method: 'POST', path: /channels\/\d+\/messages$/, when, status: 502, times: 2 });
    const answered = await world.sam.runs(
      '/send',
      { user: world.ada.id, message: 'Please read the rules' },
      world.logs,
    );
    await world.settle();
    expect(answered.message?.content).not.toBe('Sent.');
    await world.stopBot();
    await world.startBot();
    await world.advance(5 * 60_000);
    expect(received(world, 'Please read the rules')).toBe(1);
    expect(answered.message?.content).toBe('Sent.');
  });
});

it('a /send that is held says so, and goes out by itself', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=1'] });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  const first = await world.sam.runs('/send', { message: 'one' }, channel);
  const second = await world.sam.runs('/send', { message: 'two' }, channel);
  await world.settle();
  expect(first.message?.content).toBe('Sent.');
  expect(second.message?.content).toContain('held');
  expect(received(world, 'two')).toBe(0);
  await world.advance(60_000);
  expect(received(world, 'two')).toBe(1);
});

it('a /send in a ticket that is closed says so, and sends nothing', async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  const late = await world.sam.runs('/send', { message: 'late' }, channel);
  await world.settle();
  expect(late.message?.content).toBe('This ticket is closed already.');
  expect(received(world, 'late')).toBe(0);
});

it('when the answer can no longer be given, nobody waits for it, and the next message goes out', async () => {
  const world = await createWorld();
  world.simulator.faults.fail({ method: 'POST', path: /channels\/\d+\/messages$/, when: 'before', status: 503 });
  await world.sam.runs('/send', { user: world.ada.id, message: 'slow' }, world.logs);
  await world.advance(20 * 60_000);
  world.simulator.faults.clear();
  await world.advance(60 * 60_000);
  await world.sam.runs('/send', { user: world.ada.id, message: 'next' }, world.logs);
  await world.settle();
  expect([received(world, 'slow'), received(world, 'next')]).toEqual([1, 1]);
});
