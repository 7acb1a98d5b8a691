import { describe, expect, it } from 'vitest';
import { unfurl } from '../../simulator/src/acts/unfurl.ts';
import type { Exchange } from '../../simulator/src/options.ts';
import type { BotId, ChannelId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';
import type { Entry, EntryVersion, Store } from '../src/store.ts';
import { places, says } from './doors.ts';
import { says as contentOf } from './stored.ts';
import { createWorld, shown, type World } from './world.ts';

/** The bot is stopped, its session is lost, `meanwhile` happens, and it comes back. */
async function away(world: World, meanwhile: () => Promise<unknown>): Promise<void> {
  world.simulator.faults.dropGateway({ resumable: false });
  await world.stopBot();
  await world.advance(60_000);
  await meanwhile();
  await world.startBot();
}

const lines = (world: World, channel: string): readonly string[] =>
  world.texts(channel).filter((text) => text.startsWith('I was away'));

/** Whether staff see a message that begins so; behind an edited one stands that it was edited. */
const shows = (world: World, channel: string, text: string): boolean =>
  world.texts(channel).some((one) => one.startsWith(text));

/** What the stopped bot has in its database. */
async function stored<Result>(world: World, read: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

interface Kept extends Entry {
  readonly versions: readonly EntryVersion[];
}

async function entriesOf(world: World): Promise<readonly Kept[]> {
  return stored(world, async ({ tables }) => {
    const ticket = (await tables.tickets.byChannel(world.app().bot, world.ticketChannel() as ChannelId))!;
    const entries = await tables.entries.of(ticket.id, null, 1000);
    return Promise.all(entries.map(async (one) => ({ ...one, versions: await tables.entries.versions(one.id) })));
  });
}

async function openTicket(world: World, text = 'help'): Promise<string> {
  await world.ada.dms(text);
  await world.settle();
  return world.ticketChannel();
}

describe.each(places)('in a %s', (_, place) => {
  it('what was edited and deleted while the bot was away is carried over in both directions, once', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'my naem is Ada');
    await world.ada.dms('I take this back');
    const [dm, back] = world.ada.readsDms();
    const answer = await says(world, channel, '!r Helo Ada');
    const wrong = await says(world, channel, '!r wrong window');
    const note = await says(world, channel, '// an internal naem');
    await world.settle();
    await away(world, async () => {
      await world.ada.edits(dm!.id, 'my name is Ada');
      await world.ada.deletes(back!.id);
      await world.sam.edits(answer.id, '!r Hello Ada');
      await world.sam.deletes(wrong.id);
      await world.sam.edits(note.id, '// an internal name');
    });
    const texts = world.texts(channel);
    expect(texts.filter((text) => text.includes('my name is Ada'))).toHaveLength(1);
    expect(texts.join('\n')).not.toContain('my naem');
    expect(texts.find((text) => text.includes('I take this back'))).toContain('deleted by its author');
    expect(world.dmTexts(world.ada)).toEqual(['my name is Ada', 'Hello Ada']);
    const told = lines(world, channel);
    expect(told).toHaveLength(2);
    expect(told.join('\n')).toContain('new messages: 0, edited: 1, deleted: 1.');
    expect(told.join('\n')).toContain('new messages: 0, edited: 2, deleted: 1.');
    const before = world.simulator.exchanges.length;
    await away(world, async () => undefined);
    expect(world.simulator.exchanges.slice(before).filter((one) => one.method === 'PATCH')).toEqual([]);
    expect(lines(world, channel)).toEqual(told);
    const kept = await entriesOf(world);
    expect(kept.map((one) => one.versions.length).filter((count) => count > 0)).toEqual([1, 1, 1]);
    expect(kept.filter((one) => one.deletedAt !== null)).toHaveLength(2);
  });

  it('a preview, or a copy that a moderator deleted meanwhile, is no change', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'see https://example.com');
    await world.ada.dms('second');
    await world.settle();
    const copy = world.sam.reads(channel).find((one) => shown(one).text === 'second');
    const before = world.dmTexts(world.ada);
    await away(world, async () => {
      unfurl(world.simulator.world, world.ada.readsDms()[0]!, [
        { type: 'link', url: 'https://example.com', title: 'Example' },
      ]);
      await world.olga.deletes(copy!.id);
    });
    expect(lines(world, channel)).toEqual([]);
    expect(world.dmTexts(world.ada)).toEqual(before);
    expect((await entriesOf(world)).filter((one) => one.deletedAt !== null || one.versions.length > 0)).toEqual([]);
  });
});

it('what was written, edited and deleted is told in one line for each side', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  await away(world, async () => {
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'help me');
    await world.ada.dms('hello?');
  });
  expect(shows(world, channel, 'help me')).toBe(true);
  expect(world.texts(channel).slice(-2)).toEqual([
    'hello?',
    'I was away. What happened meanwhile was fetched: new messages: 1, edited: 1, deleted: 0.',
  ]);
});

it('what is written while the bot compares waits until what was missed is carried over', async () => {
  const told: string[] = [];
  let hasWritten = false;
  const world = await createWorld({
    observe({ ada }, { method, query, request }) {
      const { content } = (request ?? {}) as { readonly content?: string };
      if (method !== 'GET' && content !== undefined) told.push(content.split('\n')[0]!);
      if (method !== 'GET' || !query.includes('before=') || hasWritten) return;
      hasWritten = true;
      void ada.dms('live');
    },
  });
  const channel = await openTicket(world);
  const answer = await world.sam.types(channel, 'helo');
  await world.settle();
  await away(world, async () => {
    await world.sam.edits(answer.id, 'hello');
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'help me');
  });
  expect(hasWritten).toBe(true);
  expect(told.filter((text) => text === 'live')).toHaveLength(1);
  expect(told.indexOf('help me')).toBeLessThan(told.indexOf('live'));
});

describe('nothing is taken for deleted', () => {
  it.each([
    ['when Discord fails', 503, undefined],
    ['when Discord does not let the bot see the channel', 403, 50001],
  ])('%s', async (_, status, code) => {
    const world = await createWorld();
    const channel = await openTicket(world);
    const answer = await world.sam.types(channel, 'answer');
    await world.settle();
    await away(world, async () => {
      await world.sam.deletes(answer.id);
      world.simulator.faults.fail({ method: 'GET', path: /\/messages/, when: 'before', status, ...(code && { code }) });
    });
    await world.advance(10_000);
    expect(world.dmTexts(world.ada)).toEqual(['help', 'answer']);
    expect(lines(world, channel)).toEqual([]);
    world.simulator.faults.clear();
    await away(world, async () => undefined);
    await world.advance(60_000);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('when the bot may not read the history, so that its pages are empty', async () => {
    const world = await createWorld({ channelKind: 'private-channel' });
    const channel = await openTicket(world);
    await world.sam.types(channel, 'answer');
    await world.settle();
    const { channels } = world.simulator.world.state;
    const id = world.app().bot;
    await away(world, async () => {
      channels.get(channel)!.overwrites.set(id, { id, type: 'member', allow: 1n << 10n, deny: 1n << 16n });
    });
    const page = world.simulator.exchanges.findLast((one) => one.path === `/channels/${channel}/messages`);
    expect(page?.response).toEqual([]);
    expect(world.dmTexts(world.ada)).toEqual(['help', 'answer']);
    expect(lines(world, channel)).toEqual([]);
  });
});

it('a bot that is stopped in the middle goes on with the other side, and repeats nothing', async () => {
  const world = await createWorld();
  const channel = await openTicket(world, 'my naem is Ada');
  const answer = await world.sam.types(channel, 'Helo Ada');
  await world.settle();
  const dm = world.ada.readsDms()[0]!;
  await away(world, async () => {
    await world.ada.edits(dm.id, 'my name is Ada');
    await world.sam.edits(answer.id, 'Hello Ada');
    world.simulator.faults.fail({
      method: 'GET',
      path: `/channels/${dm.channelId}/messages`,
      when: 'before',
      status: 500,
    });
  });
  expect(world.dmTexts(world.ada)).toEqual(['my name is Ada', 'Hello Ada']);
  expect(shows(world, channel, 'my naem is Ada')).toBe(true);
  await world.stopBot();
  world.simulator.faults.clear();
  await world.startBot();
  expect(shows(world, channel, 'my name is Ada')).toBe(true);
  expect((await entriesOf(world)).map((one) => one.versions.length).filter((count) => count > 0)).toEqual([1, 1]);
  expect(lines(world, channel)).toHaveLength(2);
});

it('what a member changed before they chose a server is what is sent', async () => {
  const world = await createWorld({ startBot: false });
  await world.addServer('Chess Club');
  await world.startBot();
  for (const text of ['helo', 'never mind']) await world.ada.dms(text);
  await world.settle();
  const [first, second] = world.ada.readsDms().filter((one) => one.authorId === world.ada.id);
  await away(world, async () => {
    await world.ada.edits(first!.id, 'hello');
    await world.ada.deletes(second!.id);
  });
  await world.ada.selects(['Chess Club'], { channel: first!.channelId });
  await world.settle();
  const texts = world.texts(world.ticketChannel());
  expect(texts).toContain('hello');
  expect(texts.join('\n')).not.toMatch(/helo|never mind/);
});

const historyPages = (asked: readonly Exchange[], channel: string): number =>
  asked.filter((one) => one.path === `/channels/${channel}/messages` && one.query.includes('before=')).length;

it('only the pages on which the last 500 entries stand are read', async () => {
  const asked: Exchange[] = [];
  const world = await createWorld({
    settings: ['limits.perSidePerMinute=0'],
    observe: (_, exchange) => void asked.push(exchange),
  });
  const channel = await openTicket(world, 'message 0');
  for (let number = 1; number < 150; number += 1) await world.ada.dms(`message ${number}`);
  await world.settle();
  const [first, second] = world.ada.readsDms();
  const { bot } = world.app();
  const newest = world.ada.readsDms().at(-1)!;
  asked.length = 0;
  await away(world, async () => {
    await world.ada.edits(first!.id, 'the first message');
    await world.ada.deletes(newest.id);
  });
  expect(shows(world, channel, 'the first message')).toBe(true);
  expect(world.texts(channel).at(-2)).toContain('deleted by its author');
  expect(historyPages(asked, first!.channelId)).toBe(2);
  const late = world.ada.readsDms()[140]!;
  await away(world, async () => {
    await stored(world, (store) => fillUp(store, bot, channel as ChannelId));
    await world.ada.edits(second!.id, 'the second message');
    await world.ada.edits(late.id, 'a late message');
    asked.length = 0;
  });
  expect(shows(world, channel, 'the second message')).toBe(false);
  expect(shows(world, channel, 'a late message')).toBe(true);
  expect(historyPages(asked, first!.channelId)).toBe(1);
}, 60_000);

/** So many entries that only a hundred of the earlier ones are among the last 500. */
async function fillUp({ tables, transaction }: Store, bot: BotId, channel: ChannelId): Promise<void> {
  const ticket = (await tables.tickets.byChannel(bot, channel))!.id;
  await transaction(async ({ entries }) => {
    for (let number = 0; number < 400; number += 1)
      await entries.add({
        ticket,
        kind: 'internal',
        author: null,
        at: 1,
        source: `filling:${number}`,
        content: contentOf('among us'),
        notice: null,
        replyTo: null,
        anonymous: false,
      });
  });
}
