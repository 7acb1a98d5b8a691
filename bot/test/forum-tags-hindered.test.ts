import { expect, it } from 'vitest';
import { inForum, forumOf, tags, opens, problems, addTags, mayNot, may, manageChannels } from './in-forum.ts';
import { createWorld } from './world.ts';

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

it('a tag made for moderators only, which the bot may not use, keeps no ticket from opening', async () => {
  const world = await createWorld(inForum);
  await opens(world);
  for (const tag of forumOf(world).tags) tag.moderated = true;
  mayNot(world, 1n << 34n);
  await world.ben.dms('me too');
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('me too');
});

it('the check of a server names the permission that the tags need, and only where they are wanted', async () => {
  const world = await createWorld({ ...inForum, startBot: false });
  mayNot(world, manageChannels);
  await world.startBot();
  await world.advance(1000);
  expect(await problems(world)).toContain('In #ticket-forum I may not make the tags');
  await world.stopBot();
  await world.set('forumTags=false');
  await world.startBot();
  await world.advance(1000);
  expect(await problems(world)).not.toContain('I may not make the tags');
});
