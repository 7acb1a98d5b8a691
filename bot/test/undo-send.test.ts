import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, shown, type World, type WorldOptions } from './world.ts';

const SECOND = 1000;

async function opened(options: WorldOptions = {}): Promise<{ world: World; channel: string }> {
  const world = await createWorld({ ...options, settings: ['undoSend=10s', ...(options.settings ?? [])] });
  await world.ada.dms('help');
  await world.settle();
  return { world, channel: world.ticketChannel() };
}

const newest = (world: World, channel: string): string => shown(world.tess.reads(channel).at(-1)!).text;

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a reply waits, and taken back it never reaches the member; staff see that', async () => {
    const { world, channel } = await opened({ channelKind });
    const answered = await world.sam.runs('/reply', { text: 'To the wrong person' }, channel);
    await world.settle();
    expect(answered.message?.content).toMatch(/^Goes out <t:\d+:R>\.$/);
    expect(newest(world, channel)).toBe('To the wrong person');
    await world.advance(9 * SECOND);
    await world.sam.clicks('Undo', { message: answered.message!.id });
    await world.advance(60 * SECOND);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    expect(answered.message?.content).toMatch(/^Taken back[^]*> To the wrong person$/);
    expect(answered.message?.components).toEqual([]);
    expect(newest(world, channel)).toBe('To the wrong person\n-# ↩️ taken back before it was sent');
  });

  it('left alone it goes out, and says so; then it is too late', async () => {
    const { world, channel } = await opened({ channelKind });
    const answered = await world.sam.runs('/send', { message: 'Hello Ada' }, channel);
    await world.settle();
    const undo = { message: answered.message!.id };
    await world.advance(9 * SECOND);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    await world.advance(SECOND);
    expect(world.dmTexts(world.ada)).toEqual(['help', 'Hello Ada']);
    expect(answered.message?.content).toBe('Sent.');
    await expect(world.sam.clicks('Undo', undo)).rejects.toThrow('no button Undo');
  });
});

it('what is said behind it keeps its place, and goes on at once where it is taken back', async () => {
  const { world, channel } = await opened();
  const first = await world.sam.runs('/reply', { text: 'one' }, channel);
  await world.settle();
  await world.tess.types(channel, 'two');
  await world.sam.runs('/reply', { text: 'three' }, channel);
  await world.advance(5 * SECOND);
  expect(world.dmTexts(world.ada)).toEqual(['help']);
  await world.advance(5 * SECOND);
  expect(world.dmTexts(world.ada)).toEqual(['help', 'one', 'two', 'three']);
  const second = await world.sam.runs('/reply', { text: 'four' }, channel);
  await world.settle();
  await world.tess.types(channel, 'five');
  await world.settle();
  await world.sam.clicks('Undo', { message: second.message!.id });
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'one', 'two', 'three', 'five']);
  expect(first.message?.content).toBe('Sent.');
});

it('two clicks take it back once, and after a restart it still can be, or goes out once', async () => {
  const { world, channel } = await opened();
  const answered = await world.sam.runs('/reply', { text: 'one' }, channel);
  await world.settle();
  await world.stopBot();
  await world.startBot();
  const undo = { message: answered.message!.id };
  const clicks = await Promise.all([world.sam.clicks('Undo', undo), world.sam.clicks('Undo', undo)]);
  await world.settle();
  expect(clicks.filter((one) => one.message?.content.startsWith('Too late'))).toHaveLength(1);
  await world.sam.runs('/reply', { text: 'two' }, channel);
  await world.settle();
  await world.stopBot();
  await world.advance(30 * SECOND);
  expect(world.dmTexts(world.ada)).toEqual(['help']);
  await world.startBot();
  await world.stopBot();
  await world.startBot();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'two']);
});

it('a ticket that closes sends it first', async () => {
  const { world, channel } = await opened();
  await world.sam.runs('/reply', { text: 'Bye!' }, channel);
  await world.settle();
  await world.tess.runs('/close', {}, channel);
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'Bye!', expect.stringContaining('was closed')]);
});

it('what is typed does not wait', async () => {
  const { world, channel } = await opened();
  await world.sam.types(channel, 'at once');
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'at once']);
});

it('the transcript holds what was taken back, marked', async () => {
  const { world, channel } = await opened();
  const answered = await world.sam.runs('/reply', { text: 'Oops' }, channel);
  await world.settle();
  await world.sam.clicks('Undo', { message: answered.message!.id });
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  const [html, text] = world.sam
    .reads(world.logs)
    .flatMap((message) => message.attachments)
    .map((file) => Buffer.from(world.simulator.world.state.uploads.get(file.id)!.bytes).toString());
  expect(text).toMatch(/taken back before it was sent\):\n\s+Oops/);
  expect(html).toContain('taken back before it was sent');
});

describe('whoever answers first has the ticket', () => {
  it.each(channelKinds)('in a %s, once, and only by answering', async (channelKind) => {
    const world = await createWorld({ channelKind, settings: ['softClaim=true'] });
    await world.ada.dms('help');
    await world.settle();
    const channel = world.ticketChannel();
    await world.tess.types(channel, '// who takes this?');
    await world.settle();
    expect(world.texts(channel).join('\n')).not.toContain('took this ticket');
    await world.sam.types(channel, 'I do');
    await world.tess.runs('/reply', { text: 'Me too' }, channel);
    await world.settle();
    expect(world.texts(channel).filter((text) => text.includes('took this ticket'))).toEqual(['Sam took this ticket.']);
    expect(JSON.stringify(world.sam.reads(channel)[0]?.components)).toContain('ticket:unclaim');
    expect(world.dmTexts(world.ada)).toEqual(['help', 'I do', 'Me too']);
  });

  it('not without the setting', async () => {
    const world = await createWorld();
    await world.ada.dms('help');
    await world.settle();
    await world.sam.types(world.ticketChannel(), 'Hello');
    await world.settle();
    expect(world.texts(world.ticketChannel()).join('\n')).not.toContain('took this ticket');
  });
});
