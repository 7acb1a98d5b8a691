import { afterEach, describe, expect, test } from 'vitest';
import { createThread, createThreadFromMessage } from '../src/acts/create-thread.ts';
import { createPost } from '../src/acts/create-post.ts';
import { deleteChannel } from '../src/acts/delete-channel.ts';
import { editThread, type ThreadChanges } from '../src/acts/edit-thread.ts';
import { ApiError } from '../src/errors.ts';
import { addToThread, removeFromThread } from '../src/acts/thread-members.ts';
import { permissionFlags } from '../src/permissions.ts';
import { allIntents, identified, leaveNobodyConnected } from './gateway-client.ts';
import { library as plainLibrary, type Library } from './library.ts';

afterEach(leaveNobodyConnected);

/** Where the staff may start threads. */
async function library(): Promise<Library> {
  const here = await plainLibrary();
  const staff = here.simulator.world.state.guilds.get(here.guild)?.roles.get(here.staffRole);
  if (staff) staff.permissions |= permissionFlags.createPublicThreads | permissionFlags.createPrivateThreads;
  return here;
}

/** A private thread of Sam's, who manages threads. */
function samsThread({ simulator, sam, desk }: Library, invitable = true) {
  return createThread(simulator.world, sam.id, desk, { name: 'ticket', invitable });
}

describe('of threads a bot hears', () => {
  test('that one was made, once and as new', async () => {
    const here = await library();
    const client = await identified(here);
    const thread = samsThread(here);
    expect((await client.next('THREAD_CREATE')).d).toMatchObject({
      id: thread.id,
      type: 12,
      newly_created: true,
      owner_id: here.sam.id,
      thread_metadata: { archived: false, locked: false, invitable: true },
    });
  });

  test('that it was added to one, without "new", and by whom', async () => {
    const here = await library();
    const { world } = here.simulator;
    const client = await identified(here);
    const thread = createThread(world, here.sam.id, here.general, { name: 'aside', type: 11 });
    await client.next('THREAD_CREATE');
    addToThread(world, here.sam.id, thread, here.application.userId);
    const { d } = await client.next('THREAD_CREATE');
    expect(d).toMatchObject({ id: thread.id, member: { user_id: here.application.userId } });
    expect(d).not.toHaveProperty('newly_created');
    expect((await client.next('THREAD_MEMBERS_UPDATE')).d).toMatchObject({
      member_count: 2,
      added_members: [{ user_id: here.application.userId, member: { user: { bot: true } } }],
      removed_member_ids: [],
    });
    expect((await client.next(({ d }) => d.type === 1)).d).toMatchObject({
      author: { id: here.sam.id },
      mentions: [{ id: here.application.userId }],
    });
  });

  test('of other members only with the Members intent', async () => {
    const here = await library();
    const [nosy, plain] = [await identified(here), await identified(here, { intents: allIntents & ~2 })];
    const thread = createThread(here.simulator.world, here.sam.id, here.general, { name: 'aside', type: 11 });
    addToThread(here.simulator.world, here.sam.id, thread, here.ada.id);
    await nosy.next('THREAD_MEMBERS_UPDATE');
    await here.ada.types('general', 'later');
    await plain.next(({ d }) => d.content === 'later');
    expect(plain.events()).not.toContain('THREAD_MEMBERS_UPDATE');
  });

  test('that it was put out of a private one, and nothing from there afterwards', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const everything = { id: here.guild, type: 'role', allow: 1n << 36n, deny: 0n } as const;
    const room = seed.channel(here.guild, { name: 'room', overwrites: [everything] });
    const bot = { id: here.application.userId, type: 'member', allow: 0n, deny: 1n << 34n } as const;
    room.overwrites.set(bot.id, bot);
    const thread = createThread(world, here.sam.id, room.id, { name: 'secret' });
    const client = await identified(here);
    addToThread(world, here.sam.id, thread, here.application.userId);
    await client.next('THREAD_CREATE');
    await client.next('THREAD_MEMBERS_UPDATE');
    removeFromThread(world, here.sam.id, thread, here.application.userId);
    expect((await client.next('THREAD_MEMBERS_UPDATE')).d.removed_member_ids).toEqual([here.application.userId]);
    await here.sam.types(thread.id, 'now we can talk');
    await here.ada.types('general', 'later');
    await client.next(({ d }) => d.content === 'later');
    expect(client.frames.filter(({ d }) => d?.content === 'now we can talk')).toEqual([]);
  });

  test('that one opened again before what was written in it', async () => {
    const here = await library();
    const thread = samsThread(here);
    editThread(here.simulator.world, here.sam.id, thread, { archived: true });
    const client = await identified(here);
    await here.sam.types(thread.id, 'one more thing');
    await client.next('MESSAGE_CREATE');
    const [update, message] = client.frames.slice(-2);
    expect(update).toMatchObject({ t: 'THREAD_UPDATE', d: { id: thread.id, thread_metadata: { archived: false } } });
    expect(message).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: 'one more thing' } });
  });

  test('that one is gone, where it could see it', async () => {
    const here = await library();
    const client = await identified(here);
    const thread = samsThread(here);
    await client.next('THREAD_CREATE');
    deleteChannel(here.simulator.world, here.sam.id, thread);
    expect((await client.next('THREAD_DELETE')).d).toEqual({
      id: thread.id,
      type: 12,
      guild_id: here.guild,
      parent_id: here.desk,
    });
  });

  test('of a forum post: the thread, then its first message with the same id, which does not count', async () => {
    const here = await library();
    const client = await identified(here);
    const by = { as: 'account', userId: here.ada.id } as const;
    const { thread } = createPost(here.simulator.world, by, here.forum, {
      name: 'Where?',
      message: { content: 'is it' },
    });
    expect((await client.next('THREAD_CREATE')).d).toMatchObject({ id: thread.id, message_count: 0, applied_tags: [] });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      id: thread.id,
      channel_id: thread.id,
      content: 'is it',
    });
    await here.ada.types(thread.id, 'anyone?');
    expect(thread.thread).toMatchObject({ messageCount: 1, totalMessageSent: 1 });
  });
});

describe('pinging someone in a private thread', () => {
  test('adds them, if they see the channel around it', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const room = seed.channel(here.guild, { name: 'room' });
    const open = createThread(world, here.sam.id, room.id, { name: 'open' });
    await here.sam.types(open.id, `look <@${here.ada.id}>`);
    expect(here.ada.sees(open.id)).toBe(true);
    const closed = samsThread(here);
    await here.sam.types(closed.id, `look <@${here.ada.id}>`);
    expect(() => addToThread(world, here.sam.id, closed, here.ada.id)).toThrow('Missing Access');
    expect([...(closed.thread?.members.keys() ?? [])]).toEqual([here.sam.id]);
  });

  test('adds nobody when the author may not invite, or the ping is not allowed', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const threads = { id: here.guild, type: 'role', allow: 1n << 38n, deny: 0n } as const;
    const room = seed.channel(here.guild, { name: 'room', overwrites: [threads] });
    const thread = createThread(world, here.sam.id, room.id, { name: 'closed', invitable: false });
    addToThread(world, here.sam.id, thread, here.ada.id);
    const eve = seed.user({ username: 'eve' }).id;
    seed.join(here.guild, eve);
    await here.ada.types(thread.id, `come <@${eve}>`);
    expect(thread.thread?.members.has(eve)).toBe(false);
    expect(() => addToThread(world, here.ada.id, thread, eve)).toThrow(ApiError);
    await here.sam.types(thread.id, `come <@${eve}>`);
    expect(thread.thread?.members.has(eve)).toBe(true);
  });

  test('by a role adds those who have it, unless there are more than a hundred', async () => {
    const here = await library();
    const { world, seed } = here.simulator;
    const room = seed.channel(here.guild, { name: 'room' });
    const role = seed.role(here.guild, { name: 'crowd', mentionable: true });
    const thread = createThread(world, here.sam.id, room.id, { name: 'meeting' });
    const join = () => seed.join(here.guild, seed.user({ username: 'someone', avatar: null }).id, [role.id]);
    for (let count = 0; count < 100; count += 1) join();
    await here.sam.types(thread.id, `all <@&${role.id}>`);
    expect(thread.thread?.members.size).toBe(101);
    const second = createThread(world, here.sam.id, room.id, { name: 'second' });
    join();
    await here.sam.types(second.id, `all <@&${role.id}>`);
    expect(second.thread?.members.size).toBe(1);
  });
});

const refused = (act: () => unknown): number | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
};

test('who starts a thread may rename and archive it, but not lock it', async () => {
  const here = await library();
  const { world } = here.simulator;
  const message = await here.ada.types('general', 'a question');
  const everyone = world.state.guilds.get(here.guild)?.roles.get(here.guild);
  if (everyone) everyone.permissions |= permissionFlags.createPublicThreads;
  const thread = createThreadFromMessage(world, here.ada.id, message, { name: 'question' });
  const edit = (by: string, changes: ThreadChanges) => refused(() => editThread(world, by, thread, changes));
  expect(edit(here.ada.id, { name: 'my question', autoArchiveMinutes: 60 })).toBeNull();
  expect(edit(here.ada.id, { locked: true })).toBe(50013);
  expect(edit(here.ada.id, { archived: true })).toBeNull();
  expect(edit(here.sam.id, { archived: false, locked: true })).toBeNull();
  const eve = here.simulator.seed.user({ username: 'eve' }).id;
  here.simulator.seed.join(here.guild, eve);
  expect(edit(eve, { name: 'not mine' })).toBe(50013);
});

describe('an archived thread', () => {
  test('changes only together with opening it', async () => {
    const here = await library();
    const { world } = here.simulator;
    const thread = samsThread(here);
    const edit = (changes: ThreadChanges) => refused(() => editThread(world, here.sam.id, thread, changes));
    expect(edit({ archived: true })).toBeNull();
    expect([edit({ name: 'new' }), edit({ locked: true }), edit({ archived: true })]).toEqual([50083, 50083, 50083]);
    expect(refused(() => addToThread(world, here.sam.id, thread, here.application.userId))).toBe(50083);
    expect(edit({ archived: false, locked: true, name: 'new' })).toBeNull();
    expect(thread).toMatchObject({ name: 'new', thread: { archived: false, locked: true } });
  });

  test('that is locked is for those who manage threads', async () => {
    const here = await library();
    const { world } = here.simulator;
    const thread = createThread(world, here.sam.id, here.general, { name: 'closed', type: 11 });
    const said = await here.ada.types(thread.id, 'wait');
    editThread(world, here.sam.id, thread, { locked: true });
    await expect(here.ada.edits(said.id, 'wait!')).rejects.toMatchObject({ code: 160005 });
    editThread(world, here.sam.id, thread, { archived: true });
    expect(refused(() => editThread(world, here.ada.id, thread, { archived: false }))).toBe(160005);
    await expect(here.ada.types(thread.id, 'hello?')).rejects.toMatchObject({ code: 160005 });
    await here.sam.types(thread.id, 'one last word');
    expect(thread.thread).toMatchObject({ archived: false, locked: true });
  });
});
