import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

const numbers = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);

/** Ada writes as fast as she can. */
async function floods(world: World, from: number, to: number): Promise<void> {
  for (const text of numbers(from, to)) await world.ada.dms(text);
  await world.settle();
}

/** Sam has a ticket of Ada's and answers as fast as he can. */
async function floodsBack(world: World, channel: string, from: number, to: number): Promise<void> {
  for (const text of numbers(from, to)) await world.sam.types(channel, text);
  await world.settle();
}

const seen = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.startsWith('message '));

function marksOn(world: World, text: string): readonly string[] {
  return reactions(world.ada.readsDms().find((one) => one.content === text)!);
}

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('the 11th message of a minute gets ⏱️, waits, and goes out by itself; then ⏱️ becomes ✅', async () => {
    const world = await createWorld({ channelKind });
    await floods(world, 1, 12);
    const channel = world.ticketChannel();
    expect(seen(world.texts(channel))).toEqual(numbers(1, 10));
    expect(marksOn(world, 'message 10')).toEqual(['✅']);
    expect(marksOn(world, 'message 11')).toEqual(['⏱️']);
    await world.advance(59_000);
    expect(seen(world.texts(channel))).toEqual(numbers(1, 10));
    await world.advance(1000);
    expect(seen(world.texts(channel))).toEqual(numbers(1, 12));
    expect(marksOn(world, 'message 11')).toEqual(['✅']);
    expect(marksOn(world, 'message 12')).toEqual(['✅']);
  });

  it('the 11th answer of a minute waits too, whoever of staff wrote it, and its ⏱️ just goes', async () => {
    const world = await createWorld({ channelKind });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    await floodsBack(world, channel, 1, 10);
    const late = await world.tess.types(channel, 'message 11');
    await world.settle();
    const marks = (): readonly string[] => reactions(world.sam.reads(channel).find((one) => one.id === late.id)!);
    expect(seen(world.dmTexts(world.ada))).toEqual(numbers(1, 10));
    expect(marks()).toEqual(['⏱️']);
    await world.advance(60_000);
    expect(seen(world.dmTexts(world.ada))).toEqual(numbers(1, 11));
    expect(marks()).toEqual([]);
  });

  it('closing sends what waits on both sides, before the closing message and into the transcript', async () => {
    const world = await createWorld({ channelKind });
    await floods(world, 1, 12);
    const channel = world.ticketChannel();
    await floodsBack(world, channel, 1, 12);
    await world.sam.types(channel, '!close');
    await world.settle();
    const dms = world.dmTexts(world.ada);
    expect(dms.slice(-3)).toEqual(['message 11', 'message 12', expect.stringContaining('was closed')]);
    const shown = world.sam.reads(channel).filter((one) => one.face?.name === 'Ada Lovelace');
    expect(shown.map((one) => one.content)).toEqual(numbers(1, 12));
  });
});

it('the window slides: each message makes room a minute after it was written', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=2'] });
  await floods(world, 1, 1);
  await world.advance(20_000);
  await floods(world, 2, 4);
  const channel = world.ticketChannel();
  expect(seen(world.texts(channel))).toEqual(numbers(1, 2));
  await world.advance(40_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 3));
  await world.advance(20_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 4));
  await world.advance(60_000);
  await floods(world, 5, 5);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 5));
});

it('what comes while others wait goes behind them', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=1'] });
  await floods(world, 1, 3);
  const channel = world.ticketChannel();
  await world.advance(60_000);
  await floods(world, 4, 4);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 2));
  await world.advance(120_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 4));
});

it('at most 20 wait; what is beyond them gets ❌ and one line, and stays in the history as not delivered', async () => {
  const world = await createWorld();
  await floods(world, 1, 33);
  expect(marksOn(world, 'message 30')).toEqual(['⏱️']);
  expect(marksOn(world, 'message 31')).toEqual(['❌']);
  expect(marksOn(world, 'message 33')).toEqual(['❌']);
  expect(world.dmTexts(world.ada).filter((text) => text.includes('a lot at once'))).toHaveLength(1);
  const channel = world.ticketChannel();
  await world.advance(3 * 60_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 30));
  await world.sam.types(channel, '!close');
  await world.settle();
  const [file] = world.sam
    .reads(world.logs)
    .flatMap((one) => one.attachments)
    .filter((one) => one.filename.endsWith('txt'));
  const transcript = new TextDecoder().decode(world.simulator.world.state.uploads.get(file!.id)?.bytes);
  expect(transcript).toContain('message 33');
  expect(transcript.match(/not delivered/g)).toHaveLength(3);
});

it('too many answers get ❌ and one line for staff; /reply is told at once', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=1'] });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await floodsBack(world, channel, 1, 20);
  const held = await world.sam.runs('/reply', { text: 'message 21' }, channel);
  const refused = await world.sam.runs('/reply', { text: 'message 22' }, channel);
  await world.settle();
  expect(held.message?.content).toContain('goes out as soon as there is room');
  expect(refused.message?.content).toContain('was not passed on');
  expect(
    world.tess.reads(channel).filter((one) => one.content.startsWith('Too many messages are waiting')),
  ).toHaveLength(1);
  expect(world.texts(channel).find((text) => text.startsWith('message 21'))).toContain('waits');
  await world.advance(20 * 60_000);
  expect(seen(world.dmTexts(world.ada))).toEqual(numbers(1, 21));
  expect(world.texts(channel).find((text) => text.startsWith('message 21'))).not.toContain('waits');
  expect(world.texts(channel).find((text) => text.startsWith('message 22'))).toContain('not delivered');
});

it('a long message counts once, and what the bot says does not count', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=3', 'greeting=Hello!'] });
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  const long = 'word '.repeat(700);
  await world.sam.runs('/reply', { text: long }, channel);
  await world.sam.runs('/ticket claim', {}, channel);
  await floodsBack(world, channel, 1, 2);
  expect(seen(world.dmTexts(world.ada))).toEqual(numbers(1, 2));
});

it('what waits survives the end of the program, and what was written meanwhile is not held up', async () => {
  const world = await createWorld();
  await floods(world, 1, 12);
  const channel = world.ticketChannel();
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  for (const text of numbers(13, 50)) await world.ada.dms(text);
  await world.startBot();
  await world.advance(60_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 50));
  expect(world.ada.readsDms().filter((one) => reactions(one).includes('❌'))).toEqual([]);
});

it('with a limit of 0 nothing waits', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=0'] });
  await floods(world, 1, 40);
  expect(seen(world.texts(world.ticketChannel()))).toEqual(numbers(1, 40));
});

it('Discord failing when there is room again changes neither the order nor the number', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=2'] });
  await floods(world, 1, 5);
  const channel = world.ticketChannel();
  await world.advance(59_000);
  world.simulator.faults.fail({ method: 'POST', when: 'after', status: 502, times: 2 });
  world.simulator.faults.fail({ method: 'DELETE', when: 'before', status: 503, times: 2 });
  await world.advance(5 * 60_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 5));
  for (const text of numbers(1, 5)) expect(marksOn(world, text)).toEqual(['✅']);
});

it('what is written after the limit was lifted still goes behind what waits', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=1'] });
  await floods(world, 1, 2);
  await world.set('limits.perSidePerMinute=0');
  await world.advance(1000);
  await floods(world, 3, 3);
  const channel = world.ticketChannel();
  expect(seen(world.texts(channel))).toEqual(numbers(1, 1));
  await world.advance(60_000);
  expect(seen(world.texts(channel))).toEqual(numbers(1, 3));
});
