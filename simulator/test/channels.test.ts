import type { API } from '@discordjs/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { permissionFlags } from '../src/permissions.ts';
import { clientOf, refusal } from './client.ts';
import { library, type Library } from './library.ts';

let here: Library;
let api: API;

beforeEach(async () => {
  here = await library();
  api = clientOf(here);
});
afterEach(() => here.simulator.stop());

const category = async () => (await api.guilds.createChannel(here.guild, { name: 'Tickets', type: 4 })).id;

describe('a channel', () => {
  test('is made for those whom its overwrites let in', async () => {
    const view = String(permissionFlags.viewChannel);
    const made = await api.guilds.createChannel(here.guild, {
      name: 'Modmail Ada',
      parent_id: await category(),
      topic: 'about a book',
      permission_overwrites: [
        { id: here.guild, type: 0, deny: view },
        { id: here.staffRole, type: 0, allow: view },
        { id: here.application.userId, type: 1, allow: view },
      ],
    });
    expect(made).toMatchObject({ name: 'modmail-ada', topic: 'about a book', type: 0 });
    expect([here.sam.sees(made.id), here.ada.sees(made.id)]).toEqual([true, false]);
    await api.channels.editPermissionOverwrite(made.id, here.ada.id, { type: 1, allow: view });
    expect(here.ada.sees(made.id)).toBe(true);
    await api.channels.deletePermissionOverwrite(made.id, here.ada.id);
    expect(here.ada.sees(made.id)).toBe(false);
    expect(await api.channels.delete(made.id)).toMatchObject({ id: made.id, name: 'modmail-ada' });
    expect(await refusal(api.channels.get(made.id))).toMatchObject({ status: 404, code: 10003 });
  });

  test('is renamed and moved', async () => {
    const parent = await category();
    const changed = await api.channels.edit(here.general, { name: 'Main Hall', topic: null, parent_id: parent });
    expect(changed).toMatchObject({ name: 'main-hall', parent_id: parent });
    await api.guilds.setChannelPositions(here.guild, [{ id: here.general, position: 4, parent_id: null }]);
    expect(await api.channels.get(here.general)).toMatchObject({ position: 4, parent_id: null });
    const both = [here.general, here.desk].map((id) => ({ id, parent_id: parent }));
    expect(await refusal(api.guilds.setChannelPositions(here.guild, both))).toMatchObject({ code: 40009 });
  });

  test.each([
    [{ name: '' }, 'name BASE_TYPE_REQUIRED'],
    [{ name: 'x'.repeat(101) }, 'name BASE_TYPE_BAD_LENGTH'],
    [{ name: 'x', topic: 'x'.repeat(1025) }, 'topic BASE_TYPE_MAX_LENGTH'],
    [{ name: 'x', type: 1 as never }, 'type BASE_TYPE_CHOICES'],
    [{ name: 'x', nsfw: 'yes' as never }, 'nsfw BOOLEAN_TYPE_CONVERT'],
    [
      { name: 'x', permission_overwrites: [{ id: 'everyone', type: 0 }] },
      'permission_overwrites.0.id NUMBER_TYPE_COERCE',
    ],
    [{ name: 'x', parent: '1' } as never, 'parent UNKNOWN_FIELD'],
  ])('is not made from %o', async (body, field) => {
    expect(await refusal(api.guilds.createChannel(here.guild, body))).toMatchObject({ code: 50035, fields: [field] });
  });

  test('finds a category full with 50, and a server with 500', async () => {
    const parent = await category();
    for (let at = 0; at < 50; at += 1) await api.guilds.createChannel(here.guild, { name: `${at}`, parent_id: parent });
    expect(await refusal(api.guilds.createChannel(here.guild, { name: 'x', parent_id: parent }))).toEqual({
      status: 400,
      code: 50035,
      fields: ['parent_id CHANNEL_PARENT_MAX_CHANNELS'],
    });
    const moved = api.channels.edit(here.general, { parent_id: parent });
    expect(await refusal(moved)).toMatchObject({ fields: ['parent_id CHANNEL_PARENT_MAX_CHANNELS'] });
    const left = 500 - (await api.guilds.getChannels(here.guild)).length;
    for (let at = 0; at < left; at += 1) await api.guilds.createChannel(here.guild, { name: `more-${at}` });
    const over = api.guilds.createChannel(here.guild, { name: 'x' });
    expect(await refusal(over)).toMatchObject({ status: 400, code: 30013 });
    const another = api.guilds.createChannel(here.guild, { name: 'x', type: 4 });
    expect(await refusal(another)).toMatchObject({ status: 400, code: 30013 });
    const moves = api.guilds.setChannelPositions(here.guild, [{ id: here.general, parent_id: parent }]);
    expect(await refusal(moves)).toMatchObject({ fields: ['parent_id CHANNEL_PARENT_MAX_CHANNELS'] });
    await api.channels.createThread(here.general, { name: 'threads do not count', type: 11 });
    await api.channels.delete(here.desk);
    await api.guilds.createChannel(here.guild, { name: 'the last' });
  });

  test('that the bot does not see is not listed, and is refused', async () => {
    withPermissions(permissionFlags.viewChannel);
    await here.simulator.seed.channel(here.guild, {
      name: 'secret',
      overwrites: [{ id: here.guild, type: 'role', allow: 0n, deny: permissionFlags.viewChannel }],
    });
    const names = (await api.guilds.getChannels(here.guild)).map(({ name }) => name);
    expect(names).toContain('general');
    expect(names).not.toContain('secret');
    const { id } = [...here.simulator.world.state.channels.values()].find(({ name }) => name === 'secret')!;
    expect(await refusal(api.channels.get(id))).toMatchObject({ status: 403, code: 50001 });
  });
});

/** Leaves the bot with these permissions in its managed role. */
function withPermissions(permissions: bigint): void {
  const guild = here.simulator.world.state.guilds.get(here.guild)!;
  for (const id of guild.members.get(here.application.userId)!.roles) guild.roles.get(id)!.permissions = permissions;
  guild.roles.get(here.guild)!.permissions = 0n;
}

describe('a bot without the permission', () => {
  beforeEach(() => withPermissions(permissionFlags.viewChannel));

  test.each<[string, (api: API, here: Library) => Promise<unknown>]>([
    ['write', () => api.channels.createMessage(here.general, { content: 'x' })],
    ['make a channel', () => api.guilds.createChannel(here.guild, { name: 'x' })],
    ['rename a channel', () => api.channels.edit(here.general, { name: 'x' })],
    ['move channels', () => api.guilds.setChannelPositions(here.guild, [{ id: here.general, position: 9 }])],
    ['look at a webhook', () => api.webhooks.get(foreignWebhook())],
    ['delete a channel', () => api.channels.delete(here.general)],
    [
      'let somebody in',
      () => api.channels.editPermissionOverwrite(here.general, here.ada.id, { type: 1, allow: '1024' }),
    ],
    ['make a private thread', () => api.channels.createThread(here.general, { name: 'x' })],
    ['make a post', () => api.channels.createForumThread(here.forum, { name: 'x', message: { content: 'x' } })],
    ['make a webhook', () => api.channels.createWebhook(here.general, { name: 'x' })],
    ['list webhooks', () => api.channels.getWebhooks(here.general)],
    ['make a role', () => api.guilds.createRole(here.guild, { name: 'x' })],
    ['throw somebody out', () => api.guilds.removeMember(here.guild, here.ada.id)],
    ['type', () => api.channels.showTyping(here.general)],
    ['read a message', () => api.channels.getMessage(here.general, '123456789012345678')],
  ])('cannot %s', async (_, ask) => {
    expect(await refusal(ask(api, here))).toMatchObject({ status: 403, code: 50013 });
  });
});

/** A webhook that was not made by the bot. */
function foreignWebhook(): string {
  const { state, newId } = here.simulator.world;
  const id = newId();
  const of = { guildId: here.guild, channelId: here.general, applicationId: null, creatorId: here.ada.id };
  state.webhooks.set(id, { id, ...of, name: 'Other', avatar: null, token: 'secret' });
  return id;
}

test('a server that the bot is not in is unknown to it', async () => {
  const { seed, world } = here.simulator;
  const other = seed.guild({ name: 'Elsewhere', owner: world.state.guilds.get(here.guild)!.ownerId });
  for (const ask of [api.guilds.get(other.id), api.guilds.getChannels(other.id), api.guilds.getRoles(other.id)])
    expect(await refusal(ask)).toMatchObject({ status: 404, code: 10004 });
});

test('an overwrite cannot give what the bot does not have itself', async () => {
  withPermissions(permissionFlags.viewChannel | permissionFlags.manageRoles | permissionFlags.manageChannels);
  const given = api.channels.editPermissionOverwrite(here.general, here.ada.id, {
    type: 1,
    allow: String(permissionFlags.banMembers),
  });
  expect(await refusal(given)).toMatchObject({ status: 403, code: 50013 });
});

describe('members and roles', () => {
  test('are found by id, by name, and listed with the intent', async () => {
    expect((await api.guilds.getMember(here.guild, here.ada.id)).user.username).toBe('ada');
    const found = await api.guilds.searchForMembers(here.guild, { query: 'sa', limit: 5 });
    expect(found.map(({ user }) => user.username)).toEqual(['sam']);
    expect(await api.guilds.getMembers(here.guild, { limit: 10 })).toHaveLength(4);
    here.application.intents.members = false;
    expect(await refusal(api.guilds.getMembers(here.guild))).toMatchObject({ code: 50001 });
    here.ada.leaves('Library');
    expect(await refusal(api.guilds.getMember(here.guild, here.ada.id))).toMatchObject({ status: 404, code: 10007 });
    expect(await refusal(api.guilds.getMember(here.guild, '1'))).toMatchObject({ status: 404, code: 10013 });
  });

  test('change: nickname, roles, time-out', async () => {
    const role = await api.guilds.createRole(here.guild, { name: 'Reader', color: 0x3ba55c, permissions: '0' });
    await api.guilds.addRoleToMember(here.guild, here.ada.id, role.id);
    const until = new Date(Date.parse('2030-01-01')).toISOString();
    const edited = await api.guilds.editMember(here.guild, here.ada.id, {
      nick: 'A.',
      communication_disabled_until: until,
    });
    expect(edited).toMatchObject({ nick: 'A.', roles: [role.id] });
    expect(Date.parse(edited.communication_disabled_until!)).toBe(Date.parse(until));
    await api.guilds.removeRoleFromMember(here.guild, here.ada.id, role.id);
    expect((await api.guilds.getMember(here.guild, here.ada.id)).roles).toEqual([]);
    await api.guilds.deleteRole(here.guild, role.id);
    expect((await api.guilds.getRoles(here.guild)).map(({ name }) => name)).not.toContain('Reader');
  });

  test('are banned, and may come back', async () => {
    await api.guilds.banUser(here.guild, here.ada.id);
    expect((await api.guilds.getMemberBan(here.guild, here.ada.id)).user.username).toBe('ada');
    await api.guilds.unbanUser(here.guild, here.ada.id);
    expect(await refusal(api.guilds.getMemberBan(here.guild, here.ada.id))).toMatchObject({ code: 10026 });
  });
});

test('a bot knows itself, its application, its servers and where the gateway is', async () => {
  expect(await api.users.getCurrent()).toMatchObject({ id: here.application.id, bot: true });
  expect((await api.users.getGuilds({ with_counts: true }))[0]).toMatchObject({
    id: here.guild,
    approximate_member_count: 4,
  });
  const flagged = async () => (await api.applications.getCurrent()).flags ?? 0;
  expect((await flagged()) & (1 << 19)).not.toBe(0);
  here.application.intents.content = false;
  expect((await flagged()) & (1 << 19)).toBe(0);
  const gateway = (await api.rest.get('/gateway/bot')) as { url: string; shards: number };
  expect(gateway).toMatchObject({ url: `${here.simulator.url.replace('http', 'ws')}/gateway`, shards: 1 });
  const guild = await api.guilds.get(here.guild, { with_counts: true });
  expect(guild).toMatchObject({ name: 'Library', approximate_member_count: 4 });
});
