import { describe, expect, it } from 'vitest';
import { createWebhook, deleteWebhook } from '../../simulator/src/acts/webhooks.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import type { Message } from '../../simulator/src/state.ts';
import type { Problem } from '../src/bookkeeping.ts';
import { openStore } from '../src/store/open.ts';
import { channelKinds, createWorld, reactions, shown, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

const webhooks = (world: World) => [...world.simulator.world.state.webhooks.values()];

function deleteWebhooks(world: World): void {
  for (const webhook of webhooks(world)) deleteWebhook(world.simulator.world, null, webhook);
}

async function problems(world: World): Promise<readonly Problem[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  try {
    return await store.tables.problems.all();
  } finally {
    await store.close();
  }
}

const newest = (world: World, channel: string): Message => world.sam.reads(channel).at(-1)!;

const executing = /^\/webhooks\/\d+\/[^/]+$/;
/** Breaks the next posts through webhooks. */
function breakWebhooks(world: World, how: Partial<Parameters<World['simulator']['faults']['fail']>[0]>): void {
  world.simulator.faults.fail({ method: 'POST', path: executing, when: 'before', status: 429, times: 1, ...how });
}

const long = Array.from({ length: 400 }, (_, index) => `word${String(index).padStart(4, '0')}`).join(' ');
const wordsOf = (messages: readonly Message[]): string[] =>
  messages.flatMap((message) => shown(message).text.match(/word\d+/g) ?? []);

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a webhook that somebody deleted is made again', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    deleteWebhooks(world);
    await world.ada.dms('still there?');
    await world.settle();
    expect(newest(world, channel)).toMatchObject({ content: 'still there?', face: { name: 'Ada Lovelace' } });
    expect(webhooks(world)).toHaveLength(1);
  });

  it('a name that Discord refuses gives way to a neutral one', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    breakWebhooks(world, { status: 400, code: 20031 });
    await world.ada.dms('who am I?');
    await world.settle();
    expect(newest(world, channel)).toMatchObject({ content: 'who am I?', face: { name: 'Somebody' } });
  });

  it('while others use up the budget the bot posts copies itself, in order, until it is over', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    breakWebhooks(world, { scope: 'shared', retryAfter: 30 });
    for (const text of ['one', 'two']) await world.ada.dms(text);
    await world.settle();
    expect(world.sam.reads(channel).slice(-2)).toMatchObject([{ webhookId: null }, { webhookId: null }]);
    await world.advance(31_000);
    await world.ada.dms('three');
    await world.settle();
    expect(world.sam.reads(channel).slice(-3).map(shown)).toEqual(
      ['one', 'two', 'three'].map((text) => ({ name: 'Ada Lovelace', text })),
    );
    expect(newest(world, channel).webhookId).not.toBeNull();
    expect(reactions(world.ada.readsDms().at(-1)!)).toEqual(['✅']);
  });

  it.each([
    ['others have used up the budget', { scope: 'shared', retryAfter: 30 }],
    ['Discord asks for a pause', { scope: 'user', retryAfter: 5 }],
    ['Discord fails before acting', { status: 502 }],
    ['Discord fails after acting', { status: 502, when: 'after' }],
  ] as const)('a long text of which the second half meets trouble arrives whole and once: %s', async (_, how) => {
    let posted = 0;
    const world = await createWorld({
      channelKind,
      observe(there, { method, path }) {
        if (method === 'POST' && executing.test(path) && (posted += 1) === 2) breakWebhooks(there, how);
      },
    });
    const channel = await openTicket(world);
    await world.ada.dms(long);
    await world.ada.dms('after');
    await world.advance(60_000);
    expect(wordsOf(world.sam.reads(channel))).toEqual(long.split(' '));
    expect(shown(newest(world, channel)).text).toBe('after');
  });

  it('what a webhook may have posted before the bot has to go on by itself is not posted again', async () => {
    let posted = 0;
    const world = await createWorld({
      channelKind,
      observe(there, { method, path }) {
        if (method !== 'POST' || !executing.test(path)) return;
        posted += 1;
        if (posted === 2) breakWebhooks(there, { status: 502, when: 'after' });
        if (posted === 3) breakWebhooks(there, { scope: 'shared', retryAfter: 30 });
      },
    });
    const channel = await openTicket(world);
    await world.ada.dms(long);
    await world.advance(60_000);
    expect(posted).toBeGreaterThan(2);
    expect(wordsOf(world.sam.reads(channel))).toEqual(long.split(' '));
  });

  it('what the bot posted itself is not taken for something else of its own', async () => {
    let posted = 0;
    const world = await createWorld({
      channelKind,
      intents: { content: false },
      settings: ['pingStaff=false'],
      observe(there, { method, path, response }) {
        const isCard = method === 'POST' && JSON.stringify(response).includes('ticket:claim');
        if (!isCard || (posted += 1) > 1) return;
        const made = path.endsWith('/messages') ? path : `/channels/${(response as { id: string }).id}/messages`;
        there.simulator.faults.fail({ method: 'POST', path: made, when: 'before', status: 502, times: 1 });
      },
    });
    await world.ada.dms('help');
    await world.advance(60_000);
    expect(posted).toBe(1);
    // Nobody was pinged into a thread, so only its owner could look for it.
    const { channels } = world.simulator.world.state;
    const channel = [...channels.values()].find(({ parentId }) => parentId === world.parent[channelKind]);
    expect(world.olga.reads(channel!.id).map((message) => shown(message).text)).toContain('help');
  });

  it('an edit of a copy whose webhook is gone is an answer to it', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    const copy = newest(world, channel);
    deleteWebhooks(world);
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'help with my account');
    await world.settle();
    const answer = newest(world, channel);
    expect(answer.reference?.messageId).toBe(copy.id);
    expect(shown(answer)).toEqual({ name: 'Ada Lovelace', text: expect.stringContaining('help with my account') });
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'help with both accounts');
    await world.settle();
    expect(shown(newest(world, channel)).text).toContain('help with both accounts');
    expect(newest(world, channel).id).toBe(answer.id);
  });

  it.each([
    ['minutes later', 0],
    ['after the end of the program', 1],
  ])('what the bot wrote instead of a lost copy is not written again when the edit is tried %s', async (_, stops) => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    deleteWebhooks(world);
    const before = world.sam.reads(channel).length;
    const posts = `/channels/${channel}/messages`;
    // The answer to it is posted without the bot’s learning of that.
    world.simulator.faults.fail({ method: 'POST', path: posts, when: 'after', status: 502, times: 1 });
    await world.ada.edits(world.ada.readsDms()[0]!.id, long);
    await world.settle();
    world.simulator.faults.fail({ path: posts, when: 'before', status: 502 });
    if (stops > 0) await world.stopBot();
    await world.advance(20 * 60_000);
    world.simulator.faults.clear();
    if (stops > 0) await world.startBot();
    await world.advance(10 * 60_000);
    expect(wordsOf(world.sam.reads(channel).slice(before))).toEqual(long.split(' '));
  });

  it('an edit of a copy whose webhook was made again since is an answer to it as well', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    const copy = newest(world, channel);
    deleteWebhooks(world);
    await world.ada.dms('hello?');
    await world.settle();
    await world.ada.edits(world.ada.readsDms()[0]!.id, 'help with my account');
    await world.settle();
    expect(newest(world, channel).reference?.messageId).toBe(copy.id);
    expect(shown(newest(world, channel)).text).toContain('help with my account');
  });

  it('a text that grows and shrinks keeps its files where they are, once', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    const before = world.sam.reads(channel).length;
    const files = [{ name: 'a.txt', bytes: new TextEncoder().encode('a') }];
    const dm = await world.ada.dms('short', { files });
    await world.settle();
    for (const text of [long, 'short again']) {
      await world.ada.edits(dm.id, text);
      await world.settle();
      const copies = world.sam.reads(channel).slice(before);
      expect(copies.flatMap(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual(['a.txt']);
      expect(
        copies
          .map((copy) => shown(copy).text.replace(/\n-# ✏️.*$/, ''))
          .join('')
          .trim(),
      ).toBe(text);
    }
    const grown = await world.ada.dms(long, { files });
    await world.settle();
    await world.ada.edits(grown.id, 'short');
    await world.settle();
    const all = world.sam.reads(channel).flatMap(({ attachments }) => attachments.map(({ filename }) => filename));
    expect(all).toEqual(['a.txt', 'a.txt']);
  });
});

it('a text that grows beside more files than one message takes keeps them all, once', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  const files = ['a', 'b', 'c'].map((name) => ({
    name,
    bytes: new Uint8Array(9 * 1024 * 1024).fill(name.charCodeAt(0)),
  }));
  const answer = await world.sam.types(channel, 'short', { files });
  await world.settle();
  await world.sam.edits(answer.id, long);
  await world.settle();
  const got = world.ada.readsDms().slice(1);
  expect(wordsOf(got)).toEqual(long.split(' '));
  expect(got.flatMap(({ attachments }) => attachments.map(({ filename }) => filename))).toEqual(['a', 'b', 'c']);
  expect(await problems(world)).toEqual([]);
});

it('where no webhook fits any more the bot posts copies itself, and those who can make room are told until there is some', async () => {
  const world = await createWorld();
  const { parent, simulator } = world;
  const others = Array.from({ length: 15 }, () =>
    createWebhook(simulator.world, world.olga.id, parent['private-thread'], { name: 'Other' }),
  );
  const channel = await openTicket(world);
  expect(newest(world, channel)).toMatchObject({ authorId: world.app().bot, webhookId: null });
  expect(shown(newest(world, channel))).toEqual({ name: 'Ada Lovelace', text: 'help' });
  expect(await problems(world)).toMatchObject([{ guild: world.guild, text: 'problem.webhooks' }]);
  deleteWebhook(simulator.world, null, others[0]!);
  await world.advance(5 * 60_000);
  await world.ada.dms('and now?');
  await world.settle();
  expect(newest(world, channel).webhookId).not.toBeNull();
  expect(await problems(world)).toEqual([]);
});

it('tickets that come one after the other are spread over webhooks before these are busy', async () => {
  const world = await createWorld();
  const { seed } = world.simulator;
  for (let index = 0; index < 12; index += 1) {
    const { id } = seed.user({ username: `member${index}` });
    seed.join(world.guild, id);
    await world.simulator.person(id).dms('one');
    await world.settle();
  }
  const uses = new Map<string | null, number>();
  for (const channel of world.ticketChannels())
    for (const { webhookId } of world.sam.reads(channel).filter((message) => message.webhookId !== null))
      uses.set(webhookId, (uses.get(webhookId) ?? 0) + 1);
  expect([...uses.values()]).toEqual([6, 6]);
});

it('a busy parent gets more webhooks, at most 8, and each ticket keeps its own, also after a restart', async () => {
  const world = await createWorld();
  const { seed } = world.simulator;
  const people = Array.from({ length: 20 }, (_, index): Person => {
    const { id } = seed.user({ username: `member${index}` });
    seed.join(world.guild, id);
    return world.simulator.person(id);
  });
  const all = async (text: string): Promise<void> => {
    for (const person of people) await person.dms(text);
    await world.settle();
  };
  for (const text of ['one', 'two', 'three']) await all(text);
  await world.stopBot();
  await world.startBot();
  await all('four');
  expect(webhooks(world).length).toBeGreaterThan(1);
  expect(webhooks(world).length).toBeLessThanOrEqual(8);
  const used = world.ticketChannels().map((channel) => {
    const own = world.sam.reads(channel).filter(({ webhookId }) => webhookId !== null);
    expect(own.map(({ content }) => content)).toEqual(['one', 'two', 'three', 'four']);
    return new Set(own.map(({ webhookId }) => webhookId));
  });
  expect(used).toHaveLength(20);
  for (const one of used) expect(one.size).toBe(1);
  expect(new Set(used.flatMap((one) => [...one])).size).toBeGreaterThan(1);
});
