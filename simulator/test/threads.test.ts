import type { API } from '@discordjs/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { permissionFlags } from '../src/permissions.ts';
import { clientOf, refusal } from './client.ts';
import { handClock, type HandClock } from './hand-clock.ts';
import { library, type Library } from './library.ts';

let clock: HandClock;
let here: Library;
let api: API;

beforeEach(async () => {
  clock = handClock();
  here = await library({ clock });
  api = clientOf(here);
});
afterEach(() => here.simulator.stop());

const asThread = (channel: unknown) =>
  channel as { id: string; type: number; name: string; thread_metadata: { archived: boolean; locked: boolean } };

describe('a thread', () => {
  test('is private unless its type says otherwise, and is there for its members', async () => {
    const thread = await api.channels.createThread(here.general, { name: 'ticket' });
    expect(thread.type).toBe(12);
    expect(here.ada.sees(thread.id)).toBe(false);
    await api.threads.addMember(thread.id, here.ada.id);
    expect(here.ada.sees(thread.id)).toBe(true);
    expect(
      await api.rest.get(`/channels/${thread.id}/thread-members/${here.ada.id}`, {
        query: new URLSearchParams('with_member=true'),
      }),
    ).toMatchObject({
      user_id: here.ada.id,
      member: { user: { username: 'ada' } },
    });
    expect(await api.threads.getAllMembers(thread.id)).toHaveLength(2);
    await api.threads.removeMember(thread.id, here.ada.id);
    expect(await refusal(api.threads.getMember(thread.id, here.ada.id))).toMatchObject({ status: 404, code: 10007 });
  });

  test('is closed and locked in one request; then nothing but writing by those who may changes it', async () => {
    const thread = await api.channels.createThread(here.general, { name: 'ticket', type: 11 });
    const { id } = await api.channels.createMessage(thread.id, { content: 'first' });
    const closed = asThread(await api.channels.edit(thread.id, { archived: true, locked: true }));
    expect(closed.thread_metadata).toMatchObject({ archived: true, locked: true });
    expect(await refusal(api.channels.editMessage(thread.id, id, { content: 'x' }))).toMatchObject({ code: 50083 });
    expect(await refusal(api.channels.addMessageReaction(thread.id, id, '✅'))).toMatchObject({ code: 50083 });
    expect(await refusal(api.channels.edit(thread.id, { name: 'other' }))).toMatchObject({ code: 50083 });
    const misplaced = api.channels.edit(thread.id, { topic: 'threads have none' });
    expect(await refusal(misplaced)).toMatchObject({ fields: ['topic UNKNOWN_FIELD'] });
    await expect(here.ada.types(thread.id, 'may I?')).rejects.toMatchObject({ code: 160005 });
    await api.channels.createMessage(thread.id, { content: 'again' });
    expect(asThread(await api.channels.get(thread.id)).thread_metadata.archived).toBe(false);
  });

  test('from a message has its id, and there is only one', async () => {
    const { id } = await here.ada.types('general', 'a topic');
    const thread = await api.channels.createThread(here.general, { name: 'about it' }, id);
    expect(thread.id).toBe(id);
    const again = api.channels.createThread(here.general, { name: 'about it' }, id);
    expect(await refusal(again)).toMatchObject({ status: 400, code: 160004 });
  });

  test('is listed while it is active, and by the time it was archived afterwards', async () => {
    const create = async (name: string, type: 11 | 12) => {
      clock.pass(1000);
      return (await api.channels.createThread(here.general, { name, type })).id;
    };
    const [one, two, three] = [await create('one', 11), await create('two', 11), await create('three', 12)];
    const names = (list: { threads: readonly unknown[] }) => list.threads.map((thread) => asThread(thread).name);
    const active = await api.guilds.getActiveThreads(here.guild);
    expect(names(active)).toEqual(['three', 'two', 'one']);
    expect(active.members).toHaveLength(3);
    for (const id of [two, one, three]) {
      clock.pass(1000);
      await api.channels.edit(id, { archived: true });
    }
    expect(names(await api.guilds.getActiveThreads(here.guild))).toEqual([]);
    const archived = await api.channels.getArchivedThreads(here.general, 'public');
    expect([names(archived), archived.has_more]).toEqual([['one', 'two'], false]);
    expect(names(await api.channels.getArchivedThreads(here.general, 'private'))).toEqual(['three']);
    const before = new Date(clock.now() - 1000).toISOString();
    expect(names(await api.channels.getArchivedThreads(here.general, 'public', { before }))).toEqual(['two']);
    const roles = [...here.simulator.world.state.guilds.get(here.guild)!.roles.values()];
    for (const role of roles) role.permissions &= ~permissionFlags.manageThreads;
    const hidden = api.channels.getArchivedThreads(here.general, 'private');
    expect(await refusal(hidden)).toMatchObject({ status: 403, code: 50013 });
    expect(names(await api.channels.getJoinedPrivateArchivedThreads(here.general))).toEqual(['three']);
    expect(await refusal(api.channels.getArchivedThreads(here.general, 'public', { limit: 1 }))).toMatchObject({
      fields: ['limit NUMBER_TYPE_MIN'],
    });
  });

  test.each([
    [{ name: '' }, 'name BASE_TYPE_REQUIRED'],
    [{ name: 'x'.repeat(101) }, 'name BASE_TYPE_BAD_LENGTH'],
    [{ name: 'x', auto_archive_duration: 5 as never }, 'auto_archive_duration BASE_TYPE_CHOICES'],
    [{ name: 'x', rate_limit_per_user: 21601 }, 'rate_limit_per_user NUMBER_TYPE_MAX'],
    [{ name: 'x', type: 5 as never }, 'type BASE_TYPE_CHOICES'],
    [{ name: 'x', message: { content: 'x' } } as never, 'message UNKNOWN_FIELD'],
  ])('is not made from %o', async (body, field) => {
    expect(await refusal(api.channels.createThread(here.general, body))).toMatchObject({ fields: [field] });
  });

  test('is the thousandth of its server at most', async () => {
    for (let at = 0; at < 1000; at += 1) await api.channels.createThread(here.general, { name: `${at}`, type: 11 });
    const more = api.channels.createThread(here.general, { name: 'more', type: 11 });
    expect(await refusal(more)).toMatchObject({ status: 400, code: 160006 });
    const post = api.channels.createForumThread(here.forum, { name: 'more', message: { content: 'more' } });
    expect(await refusal(post)).toMatchObject({ status: 400, code: 160006 });
    const [first] = (await api.guilds.getActiveThreads(here.guild)).threads;
    await api.channels.edit(first!.id, { archived: true });
    await api.channels.createThread(here.general, { name: 'more', type: 11 });
  });
});

describe('a forum', () => {
  test('takes posts, whose first message has their id, and no messages', async () => {
    const post = await api.channels.createForumThread(here.forum, {
      name: 'a question',
      message: { content: 'why?', files: [{ name: 'a.txt', data: Buffer.from('because') }] },
    });
    const { message } = post as unknown as { message: { id: string; attachments: unknown[] } };
    expect(message.id).toBe(post.id);
    expect(message.attachments).toHaveLength(1);
    const direct = api.channels.createMessage(here.forum, { content: 'x' });
    expect(await refusal(direct)).toMatchObject({ status: 400, code: 40058 });
    const nameOnly = api.channels.createThread(here.forum, { name: 'x' });
    expect(await refusal(nameOnly)).toMatchObject({ fields: ['message BASE_TYPE_REQUIRED'] });
  });

  test('has up to 20 tags with names of their own, of which a post takes five', async () => {
    const tags = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `tag ${at}` }));
    const edit = (available_tags: object[]) =>
      api.channels.edit(here.forum, { available_tags: available_tags as never }) as Promise<unknown>;
    expect(await refusal(edit(tags(21)))).toMatchObject({ fields: ['available_tags BASE_TYPE_MAX_LENGTH'] });
    expect(await refusal(edit([{ name: 'Open' }, { name: 'open' }]))).toMatchObject({ code: 40061 });
    const { available_tags: made } = (await edit(tags(6))) as { available_tags: { id: string; name: string }[] };
    const create = (applied_tags: string[]) =>
      api.channels.createForumThread(here.forum, { name: 'x', message: { content: 'x' }, applied_tags });
    const ids = made.map(({ id }) => id);
    expect(await refusal(create(ids))).toMatchObject({ fields: ['applied_tags BASE_TYPE_MAX_LENGTH'] });
    expect(await create(ids.slice(0, 5))).toMatchObject({ applied_tags: ids.slice(0, 5) });
    const kept = (await edit([{ id: ids[0], name: 'renamed' }])) as { available_tags: { id: string }[] };
    expect(kept.available_tags).toMatchObject([{ id: ids[0], name: 'renamed' }]);
  });

  test('keeps tags that are moderated for those who manage threads', async () => {
    const made = (await api.channels.edit(here.forum, {
      available_tags: [{ name: 'Solved', moderated: true }, { name: 'Open' }] as never,
    })) as unknown as { available_tags: { id: string; moderated: boolean }[] };
    const [solved, open] = made.available_tags;
    expect([solved?.moderated, open?.moderated]).toEqual([true, false]);
    const create = (applied_tags: string[]) =>
      api.channels.createForumThread(here.forum, { name: 'x', message: { content: 'x' }, applied_tags });
    const post = await create([solved!.id]);
    for (const role of here.simulator.world.state.guilds.get(here.guild)!.roles.values())
      role.permissions &= ~permissionFlags.manageThreads;
    expect(await refusal(create([solved!.id]))).toMatchObject({ status: 403, code: 50013 });
    const more = api.channels.edit(post.id, { applied_tags: [solved!.id, open!.id] });
    expect(await refusal(more)).toMatchObject({ status: 403, code: 50013 });
    expect(await create([open!.id])).toMatchObject({ applied_tags: [open!.id] });
    expect(await refusal(create(['123456789012345678']))).toMatchObject({ status: 404, code: 10087 });
  });

  test.each([
    ['a name of 101 characters', { name: 'x'.repeat(101), message: { content: 'x' } }, 'name BASE_TYPE_BAD_LENGTH'],
    ['no name', { name: ' ', message: { content: 'x' } }, 'name BASE_TYPE_REQUIRED'],
  ])('takes no post with %s', async (_, body, field) => {
    expect(await refusal(api.channels.createForumThread(here.forum, body))).toMatchObject({ fields: [field] });
  });

  test('takes no empty post, and answers a new one with 201', async () => {
    const empty = api.channels.createForumThread(here.forum, { name: 'x', message: { content: '' } });
    expect(await refusal(empty)).toMatchObject({ status: 400, code: 50006 });
    await api.channels.createForumThread(here.forum, { name: 'x', message: { content: 'x' } });
    expect(here.simulator.exchanges.at(-1)).toMatchObject({ status: 201, route: '/channels/{channel_id}/threads' });
  });

  test('takes no tag with a name of 21 characters', async () => {
    const edit = api.channels.edit(here.forum, { available_tags: [{ name: 'x'.repeat(21) }] as never });
    expect(await refusal(edit)).toMatchObject({ fields: ['available_tags.0.name BASE_TYPE_BAD_LENGTH'] });
  });

  test('may ask for a tag, also of a post that has one', async () => {
    await api.channels.edit(here.forum, { flags: 1 << 4, available_tags: [{ name: 'Open' }] as never });
    const untagged = api.channels.createForumThread(here.forum, { name: 'x', message: { content: 'x' } });
    expect(await refusal(untagged)).toMatchObject({ status: 400, code: 40067 });
    const [tag] = (here.simulator.world.state.channels.get(here.forum)?.forum?.tags ?? []).map(({ id }) => id);
    const first = { name: 'x', message: { content: 'x' }, applied_tags: [tag!] };
    const { id } = await api.channels.createForumThread(here.forum, first);
    expect(await refusal(api.channels.edit(id, { applied_tags: [] }))).toMatchObject({ status: 400, code: 40067 });
  });
});
