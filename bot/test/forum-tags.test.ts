import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../simulator/src/options.ts';
import { says } from './doors.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const inForum: WorldOptions = { channelKind: 'forum-post' };
const modes: readonly (readonly [string, WorldOptions])[] = [
  ['with Message Content', inForum],
  ['without Message Content', { ...inForum, intents: { content: false } }],
];

const forumOf = (world: World) => world.simulator.world.state.channels.get(world.parent['forum-post'])!.forum!;

/** What stands on a post, in the order in which Discord shows it. */
function tags(world: World, post: string): readonly string[] {
  const { appliedTags } = world.simulator.world.state.channels.get(post)!.thread!;
  return appliedTags.map((id) => forumOf(world).tags.find((tag) => tag.id === id)?.name ?? id);
}

async function opens(world: World, text = 'help'): Promise<string> {
  await world.ada.dms(text);
  await world.settle();
  return world.ticketChannel();
}

const rests = (world: World): Promise<void> => world.advance(10_000);

const problems = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

const addTags = (world: World, ...names: readonly string[]): void => {
  for (const [at, name] of names.entries())
    forumOf(world).tags.push({
      id: String(700000000000000000n + BigInt(at)),
      name,
      moderated: false,
      emojiId: null,
      emojiName: null,
    });
};

const botIn = (world: World): string => [...world.simulator.world.state.applications.values()][0]!.userId;
const overwrites = (world: World) => world.simulator.world.state.channels.get(world.parent['forum-post'])!.overwrites;

const mayNot = (world: World, deny: bigint): void =>
  void overwrites(world).set(botIn(world), { id: botIn(world), type: 'member', allow: 0n, deny });
const may = (world: World): void => void overwrites(world).delete(botIn(world));
const manageChannels = 1n << 4n;

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

it('with 20 tags in the forum already, tickets open without mine, somebody is told, and room that is made is used', async () => {
  const world = await createWorld({ ...inForum, startBot: false });
  addTags(world, ...Array.from({ length: 20 }, (_, at) => `Tag ${at}`));
  await world.startBot();
  const post = await opens(world);
  expect(world.texts(post)).toContain('help');
  expect(tags(world, post)).toEqual([]);
  expect(await problems(world)).toContain('is no room for my tags');
  forumOf(world).tags.splice(0, 10);
  await world.advance(5 * 60_000);
  await world.sam.types(post, 'Hello!');
  await world.settle();
  expect(tags(world, post)).toEqual(['Open', 'Awaiting Response']);
  expect(await problems(world)).not.toContain('is no room for my tags');
});

it('without Manage Channels everything else goes on, and the fix is named; given back, the tags are there', async () => {
  const world = await createWorld(inForum);
  mayNot(world, manageChannels);
  const post = await opens(world);
  expect(world.texts(post)).toContain('help');
  expect(await problems(world)).toContain('allow Manage Channels');
  await world.sam.types(post, 'Hello!');
  await world.settle();
  expect(world.dmTexts(world.ada)).toContain('Hello!');
  may(world);
  await world.advance(5 * 60_000);
  await world.ada.dms('thanks');
  await world.settle();
  expect(tags(world, post)).toEqual(['Open', 'User Responded']);
});

it.each([['true'], ['false']])(
  'a forum that takes no post without a tag takes tickets with forumTags=%s',
  async (on) => {
    const world = await createWorld({ ...inForum, settings: [`forumTags=${on}`] });
    forumOf(world).requireTag = true;
    const post = await opens(world);
    expect(tags(world, post)).toEqual(on === 'true' ? ['Open', 'Unanswered'] : ['Open']);
    expect(world.texts(post)).toContain('help');
  },
);

it('where no tag can be made and one is required, any other one does; is there none, the ticket says why it cannot open', async () => {
  const world = await createWorld(inForum);
  mayNot(world, manageChannels);
  forumOf(world).requireTag = true;
  await world.ada.dms('help');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(await problems(world)).toContain('Require people to select tags');
  addTags(world, 'Anything');
  const post = await opens(world, 'again');
  expect(tags(world, post)).toEqual(['Anything']);
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

it('a tag made for moderators only, which the bot may not use, keeps no ticket from opening', async () => {
  const world = await createWorld(inForum);
  await opens(world);
  for (const tag of forumOf(world).tags) tag.moderated = true;
  mayNot(world, 1n << 34n);
  await world.ben.dms('me too');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('me too');
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
