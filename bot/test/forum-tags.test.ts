import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../simulator/src/options.ts';
import { says } from './doors.ts';
import { inForum, forumOf, tags, opens, rests, problems, addTags } from './in-forum.ts';
import { topicsAre } from './topics-asked.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const modes: readonly (readonly [string, WorldOptions])[] = [
  ['with Message Content', inForum],
  ['without Message Content', { ...inForum, intents: { content: false } }],
];

describe.each(modes)('%s', (_, options) => {
  it('[supportmail] six tags follow status and activity from the opening to the end', async () => {
    const world = await createWorld(options);
    const post = await opens(world);
    expect(tags(world, post)).toEqual(['Open', 'Unanswered']);
    await rests(world);
    await says(world, post, 'Hello!');
    await world.settle();
    expect(tags(world, post)).toEqual(['Open', 'Awaiting Response']);
    await rests(world);
    await world.ada.dms('thanks');
    await world.settle();
    expect(tags(world, post)).toEqual(['Open', 'User Responded']);
    await world.sam.clicks('Close', { channel: post });
    await world.sam.submits({});
    await world.settle();
    expect(tags(world, post)).toEqual(['Closed']);
    expect(world.simulator.world.state.channels.get(post)!.thread!.archived).toBe(true);
  });

  it('what was not delivered changes no tag', async () => {
    const world = await createWorld(options);
    const post = await opens(world);
    await rests(world);
    world.ada.closesDms();
    await says(world, post, 'Hello!');
    await world.settle();
    await rests(world);
    expect(tags(world, post)).toEqual(['Open', 'Unanswered']);
  });
});

it('many messages in a row change a post once, and a lively conversation not all the time', async () => {
  const patches: string[] = [];
  const observe = (world: World, { method, path }: Exchange): void => {
    const isPost = method === 'PATCH' && /\/channels\/\d+$/.test(path) && !path.endsWith(world.parent['forum-post']);
    if (isPost) patches.push(path);
  };
  const world = await createWorld({ ...inForum, observe, settings: ['limits.perSidePerMinute=0'] });
  const post = await opens(world);
  for (let count = 0; count < 5; count += 1) await world.ada.dms(`and ${count}`);
  await world.settle();
  await rests(world);
  expect(patches).toEqual([]);
  for (let count = 0; count < 8; count += 1) {
    await world.sam.types(post, `answer ${count}`);
    await world.settle();
    await world.ada.dms(`question ${count}`);
    await world.settle();
  }
  expect(patches.length).toBeLessThanOrEqual(1);
  await rests(world);
  expect(patches.length).toBeLessThanOrEqual(2);
  expect(tags(world, post)).toEqual(['Open', 'User Responded']);
});

it('a bot that is stopped in between shows afterwards what is true', async () => {
  const world = await createWorld(inForum);
  const post = await opens(world);
  await world.sam.types(post, 'first');
  await world.settle();
  await world.stopBot();
  await world.sam.types(post, 'second');
  await world.startBot();
  await rests(world);
  expect(tags(world, post)).toEqual(['Open', 'Awaiting Response']);
  const names = forumOf(world).tags.map(({ name }) => name);
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
});

it('when Discord fails in the middle of making the tags, they are made once', async () => {
  const world = await createWorld({ ...inForum, startBot: false });
  const path = new RegExp(`/channels/${world.parent['forum-post']}$`);
  world.simulator.faults.fail({ method: 'PATCH', path, when: 'after', status: 500, times: 1 });
  await world.startBot();
  await world.ada.dms('help');
  await world.settle();
  await rests(world);
  expect(tags(world, world.ticketChannel())).toEqual(['Open', 'Unanswered']);
  expect(forumOf(world).tags.map(({ name }) => name)).toHaveLength(5);
});

it('a tag that somebody deletes is made again when it is needed, one that is renamed stays, one of the same name is used', async () => {
  const world = await createWorld({ ...inForum, startBot: false });
  addTags(world, 'closed', 'Praise');
  await world.startBot();
  const post = await opens(world);
  expect(forumOf(world).tags.map(({ name }) => name)).toEqual([
    'closed',
    'Praise',
    'Open',
    'Unanswered',
    'User Responded',
    'Awaiting Response',
  ]);
  forumOf(world).tags.find(({ name }) => name === 'Open')!.name = 'In progress';
  forumOf(world).tags = forumOf(world).tags.filter(({ name }) => name !== 'Awaiting Response');
  await rests(world);
  await world.sam.types(post, 'Hello!');
  await world.settle();
  expect(tags(world, post)).toEqual(['In progress', 'Awaiting Response']);
  await world.sam.types(post, '!close');
  await world.settle();
  expect(tags(world, post)).toEqual(['closed']);
});

it('a forum whose tag was deleted takes new tickets', async () => {
  const world = await createWorld(inForum);
  await opens(world);
  forumOf(world).tags = forumOf(world).tags.filter(({ name }) => name !== 'Unanswered');
  await world.ben.dms('me too');
  await world.settle();
  expect(tags(world, world.ticketChannel())).toEqual(['Open', 'Unanswered']);
});

it('tags that people put on a post stay, and where mine do not fit beside them somebody is told', async () => {
  const world = await createWorld({ ...inForum, startBot: false });
  addTags(world, 'Billing', 'Bug', 'Refund', 'Vip');
  await world.startBot();
  const post = await opens(world);
  const inner = world.simulator.world.state.channels.get(post)!.thread!;
  inner.appliedTags = [
    ...forumOf(world)
      .tags.slice(0, 3)
      .map(({ id }) => id),
    ...inner.appliedTags,
  ];
  await rests(world);
  await world.sam.types(post, 'Hello!');
  await world.settle();
  expect(tags(world, post)).toEqual(['Billing', 'Bug', 'Refund', 'Open', 'Awaiting Response']);
  inner.appliedTags = forumOf(world)
    .tags.slice(0, 4)
    .map(({ id }) => id);
  await rests(world);
  await world.ada.dms('thanks');
  await world.settle();
  expect(tags(world, post)).toEqual(['Billing', 'Bug', 'Refund', 'Vip', 'Open']);
  expect(await problems(world)).toContain('Take a tag off that post');
});

it('switched off, no tag is made or changed; switched on again, the next message sets them', async () => {
  const world = await createWorld({ ...inForum, settings: ['forumTags=false'] });
  const post = await opens(world);
  await world.sam.types(post, 'Hello!');
  await world.settle();
  expect(forumOf(world).tags).toEqual([]);
  await world.set('forumTags=true');
  await rests(world);
  await world.ada.dms('thanks');
  await world.settle();
  expect(tags(world, post)).toEqual(['Open', 'User Responded']);
});

it('a ticket that is opened again is open and says whose turn it is', async () => {
  const world = await createWorld(inForum);
  const post = await opens(world);
  await world.sam.types(post, '!close');
  await world.settle();
  expect(tags(world, post)).toEqual(['Closed']);
  await world.sam.runs('/ticket reopen', {}, post);
  await world.settle();
  await rests(world);
  expect(tags(world, post)).toEqual(['Open', 'Unanswered']);
});

it('other kinds of tickets have no tags, and their channels are not touched', async () => {
  const world = await createWorld({ channelKind: 'private-thread' });
  const thread = await opens(world);
  await world.sam.types(thread, 'Hello!');
  await world.settle();
  expect(forumOf(world).tags).toEqual([]);
});

it('a ticket with a topic carries that topic’s tag, made with its emoji and cut to what Discord takes', async () => {
  const world = await createWorld({
    ...inForum,
    settings: [topicsAre({ name: 'Billing', emoji: '💰' }, { name: 'Something very long to say about bugs' })],
  });
  await world.ada.dms('I was charged twice');
  await world.settle();
  await world.ada.selects(['Billing'], {});
  await world.settle();
  expect(tags(world, world.ticketChannel())).toEqual(['Open', 'Unanswered', 'Billing']);
  expect(forumOf(world).tags.find(({ name }) => name === 'Billing')).toMatchObject({ emojiName: '💰' });
  await world.ben.dms('bug');
  await world.settle();
  await world.ben.selects(['Something very long to say about bugs'], {});
  await world.settle();
  const [, , topic = ''] = tags(world, world.ticketChannel());
  expect(topic).toHaveLength(20);
  expect(topic).toMatch(/^Something very long/);
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  expect(tags(world, world.ticketChannel())).toEqual(['Closed', topic]);
});

it.each([
  ['before', 500],
  ['after', 500],
] as const)(
  'stars are a tag of the closed post, which sleeps again also when Discord fails %s putting it away',
  async (when, status) => {
    const world = await createWorld({ ...inForum, settings: ['feedback=true'] });
    const post = await opens(world);
    await world.sam.types(post, '!close');
    await world.settle();
    world.simulator.faults.fail({ method: 'PATCH', path: new RegExp(`/channels/${post}$`), when, status, times: 2 });
    await world.ada.clicks('4', {});
    await world.settle();
    await world.advance(60_000);
    expect(tags(world, post)).toEqual(['Closed', '4 stars']);
    expect(world.simulator.world.state.channels.get(post)!.thread).toMatchObject({ archived: true, locked: true });
  },
);

it('a post that sleeps is not woken for its tags', async () => {
  const world = await createWorld(inForum);
  const post = await opens(world);
  const thread = world.simulator.world.state.channels.get(post)!.thread!;
  await world.sam.types(post, 'Hello!');
  await world.settle();
  thread.archived = true;
  await rests(world);
  expect(thread.archived).toBe(true);
  expect(tags(world, post)).toEqual(['Open', 'Unanswered']);
  await world.ada.dms('thanks');
  await world.settle();
  await rests(world);
  expect(tags(world, post)).toEqual(['Open', 'User Responded']);
});
