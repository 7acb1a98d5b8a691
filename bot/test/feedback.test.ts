import { describe, expect, it } from 'vitest';
import type { Message } from '../../simulator/src/state.ts';
import { channelKinds, createWorld, type World } from './world.ts';

const HOUR = 60 * 60_000;

async function closes(world: World, options: Readonly<Record<string, string | boolean>> = {}): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/close', options, channel);
  await world.settle();
  return channel;
}

async function rates(world: World, stars: number): Promise<string | null> {
  const answered = await world.ada.clicks(String(stars), {});
  await world.settle();
  return answered.message?.content ?? null;
}

async function adds(world: World, words: string): Promise<string | null> {
  expect((await world.ada.clicks('Add a few words', {})).modal).not.toBeNull();
  const answered = await world.ada.submits({ words });
  await world.settle();
  return answered.message?.content ?? null;
}

const asked = (world: World): Message => world.ada.readsDms().findLast((one) => one.content.includes('was closed'))!;
const logs = (world: World): string =>
  world.sam
    .reads(world.logs)
    .map((message) => message.content)
    .join('\n');
const isArchived = (world: World, channel: string): boolean | undefined =>
  world.simulator.world.state.channels.get(channel)?.thread?.archived;

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a member gives stars in the closing message, and words to them; staff read both, and nothing is unarchived', async () => {
    const world = await createWorld({ channelKind, settings: ['feedback=true'] });
    const channel = await closes(world);
    expect(asked(world).content).toContain('How was it?');
    await rates(world, 4);
    expect(asked(world).content).toMatch(/was closed[^]*You gave ★★★★☆/);
    await adds(world, 'Quick and *kind*');
    expect(asked(world).content).toMatch(/★★★★☆[^]*> Quick and \*kind\*/);
    expect(asked(world).components).toEqual([]);
    expect(logs(world)).toMatch(
      /Ada Lovelace gave ticket 1 ★★★★☆\.[^]*Ada Lovelace gave ticket 1 ★★★★☆ and says:\n> Quick/,
    );
    const isThread = channelKind !== 'private-channel';
    expect(isArchived(world, channel)).toBe(isThread ? true : undefined);
    const shown = world.texts(channel).join('\n');
    if (isThread) expect(shown).not.toContain('★');
    else expect(shown).toMatch(/gave this ticket ★★★★☆[^]*Quick and/);
    const card = JSON.stringify(world.sam.reads(channel)[0]?.embeds);
    expect(card.includes('★★★★☆')).toBe(!isThread);
  });
});

it('the stars are given once: a second click, also at the same moment, says so and changes nothing', async () => {
  const world = await createWorld({ settings: ['feedback=true'] });
  await closes(world);
  const message = asked(world).id;
  const answers = await Promise.all([5, 1].map((stars) => world.ada.clicks(String(stars), { message })));
  await world.settle();
  expect(answers.map((one) => one.message?.content ?? '').filter((text) => text.includes('already'))).toHaveLength(1);
  expect(logs(world).match(/gave ticket 1/g)).toHaveLength(1);
  expect(asked(world).content).toMatch(/You gave (?:★{5}|★☆{4})\./);
});

it('words are added once', async () => {
  const world = await createWorld({ settings: ['feedback=true'] });
  await closes(world);
  await rates(world, 2);
  await world.ada.clicks('Add a few words', {});
  const answers = await Promise.all([world.ada.submits({ words: 'Slow' }), world.ada.submits({ words: 'Very slow' })]);
  await world.settle();
  expect(answers.filter((one) => one.message?.content.includes('already'))).toHaveLength(1);
  expect(logs(world).match(/and says:/g)).toHaveLength(1);
});

it('without the setting nobody is asked; with it a member is told also where closing would be silent', async () => {
  const silent = await createWorld({ settings: ['closeNotify=never'] });
  await closes(silent);
  expect(silent.dmTexts(silent.ada)).toEqual(['help']);
  const asking = await createWorld({ settings: ['closeNotify=never', 'feedback=true'] });
  await closes(asking, { comment: 'Spam', 'share-comment': false });
  expect(asked(asking).content).toContain('How was it?');
  expect(asked(asking).content).not.toContain('Spam');
});

it("the server's own closing words come with the stars", async () => {
  const world = await createWorld({ settings: ['feedback=true', 'closeMessage=That is all, see you.'] });
  await closes(world);
  expect(world.dmTexts(world.ada).at(-1)).toMatch(/^That is all, see you\.\n[^]*How was it\?/);
  await rates(world, 3);
  expect(world.dmTexts(world.ada).at(-1)).toMatch(/^That is all, see you\.\n[^]*★★★☆☆/);
});

it('stars count although the ticket channel is gone, and although the bot was away in between', async () => {
  const world = await createWorld({ settings: ['feedback=true', 'onClose=delete', 'transcript=none'] });
  await closes(world);
  expect(world.ticketChannels()).toEqual([]);
  await world.advance(3 * 24 * HOUR);
  await world.stopBot();
  await world.startBot();
  await rates(world, 5);
  expect(logs(world)).toContain('gave ticket 1 ★★★★★');
  expect(asked(world).content).toContain('You gave ★★★★★');
});

it('a ticket that was closed by deleting its channel is not rated', async () => {
  const world = await createWorld({ settings: ['feedback=true'] });
  await world.ada.dms('help');
  await world.settle();
  await world.olga.deletesChannel(world.ticketChannel());
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help']);
});

it('open again, the stars are gone and a click that was on its way changes nothing; the next closing asks anew, once', async () => {
  const world = await createWorld({ channelKind: 'private-channel', settings: ['feedback=true'] });
  const channel = await closes(world);
  const first = asked(world);
  const stale = world.ada.clicks('1', { message: first.id });
  const reopening = world.sam.runs('/reopen', {}, channel);
  await Promise.all([stale, reopening]);
  await world.settle();
  const texts = async (): Promise<string> => JSON.stringify(world.ada.readsDms().find((one) => one.id === first.id));
  if (!(await texts()).includes('You gave')) expect(await texts()).not.toContain('feedback:stars');
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect((await texts()).includes('feedback:stars')).toBe(false);
});

it('the card of the next ticket and a later transcript show what was given', async () => {
  const world = await createWorld({ channelKind: 'private-channel', settings: ['feedback=true'] });
  const channel = await closes(world);
  await rates(world, 5);
  await world.sam.runs('/reopen', {}, channel);
  await world.advance(1000);
  expect(JSON.stringify(world.sam.reads(channel)[0]?.embeds)).toContain('★★★★★');
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(asked(world).content).not.toContain('How was it?');
  const files = world.sam.reads(world.logs).flatMap((message) => message.attachments);
  const texts = files
    .filter((file) => file.filename.endsWith('.txt'))
    .map((file) => Buffer.from(world.simulator.world.state.uploads.get(file.id)!.bytes).toString());
  expect(texts.map((text) => text.includes('Rating: ★★★★★'))).toEqual([false, true]);
  expect(texts.at(-1)).toMatch(/The member gave this ticket ★★★★★[^]*Sam opened this ticket again/);
});
