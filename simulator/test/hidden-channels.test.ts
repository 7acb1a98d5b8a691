import { afterEach, describe, expect, test } from 'vitest';
import { createThread } from '../src/acts/create-thread.ts';
import { deleteOverwrite, editChannel, putOverwrite } from '../src/acts/edit-channel.ts';
import { editThread } from '../src/acts/edit-thread.ts';
import { editMember } from '../src/acts/members.ts';
import { createRole } from '../src/acts/roles.ts';
import { permissionFlags } from '../src/permissions.ts';
import { channelTypes, type Channel, type Overwrite } from '../src/state.ts';
import { clientOf } from './client.ts';
import { identified, leaveNobodyConnected, type Frame } from './gateway-client.ts';
import { library, type Library } from './library.ts';

afterEach(leaveNobodyConnected);

const view = permissionFlags.viewChannel;

/** What the bot may see depends on its role: `key` opens. */
async function withAttic(hidesChannels?: boolean) {
  const here = await library(hidesChannels === undefined ? {} : { hidesChannels });
  const { seed, world } = here.simulator;
  const bot = here.application.userId;
  const deny = (id: string): Overwrite => ({ id, type: 'role', allow: 0n, deny: view });
  const key = createRole(world, null, here.guild, { name: 'key', permissions: 0n });
  const overwrites = [deny(here.guild), { ...deny(key.id), allow: view, deny: 0n }];
  const category = seed.channel(here.guild, { name: 'Upstairs', type: channelTypes.category, overwrites });
  const attic = seed.channel(here.guild, { name: 'attic', topic: 'old books', overwrites, parent: category.id });
  const cellar = seed.channel(here.guild, { name: 'cellar', overwrites: [deny(here.guild)], parent: category.id });
  const own = [...(world.state.guilds.get(here.guild)?.members.get(bot)?.roles ?? [])];
  return {
    here,
    bot,
    attic,
    cellar,
    category,
    getKey: () => editMember(world, null, here.guild, bot, { roles: [...own, key.id] }),
    loseKey: () => editMember(world, null, here.guild, bot, { roles: own }),
    open: (channel: Channel) => putOverwrite(world, null, channel, { id: bot, type: 'member', allow: view, deny: 0n }),
  };
}

const channelsIn = ({ d }: Frame) => d.channels as { id: string; name: string; flags: number }[];

async function listed(here: Library): Promise<string[]> {
  return (await clientOf(here).guilds.getChannels(here.guild)).map(({ name }) => name ?? '');
}

describe('a channel that a bot may not view', () => {
  test('has no name, topic or permissions for it, and is not listed', async () => {
    const { here, attic, category } = await withAttic();
    const client = await identified(here);
    const inside = channelsIn(client.frames.find(({ t }) => t === 'GUILD_CREATE')!);
    expect(inside.find(({ id }) => id === attic.id)).toEqual({
      id: attic.id,
      type: 0,
      name: '___hidden___',
      position: attic.position,
      parent_id: null,
      permission_overwrites: [{ id: here.guild, type: 0, allow: '0', deny: String(view) }],
      nsfw: false,
      flags: 1 << 17,
      topic: null,
      rate_limit_per_user: 0,
      last_message_id: null,
    });
    expect(inside.find(({ id }) => id === category.id)).toMatchObject({ name: '___hidden___', flags: 1 << 17 });
    expect(inside.find(({ id }) => id === here.general)).toMatchObject({ name: 'general', flags: 0 });
    expect(await listed(here)).not.toContain('attic');
  });

  test('stays hidden when it changes', async () => {
    const { here, attic } = await withAttic();
    const client = await identified(here);
    editChannel(here.simulator.world, null, attic, { name: 'loft' });
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: attic.id, name: '___hidden___' });
  });

  test('comes in full with its category once a role opens it, and then what happens there', async () => {
    const { here, attic, category, getKey } = await withAttic();
    const client = await identified(here);
    getKey();
    const shown = [await client.next('CHANNEL_UPDATE'), await client.next('CHANNEL_UPDATE')];
    expect(shown.map(({ d }) => [d.id, d.name, d.flags])).toEqual([
      [category.id, 'Upstairs', 0],
      [attic.id, 'attic', 0],
    ]);
    expect(await listed(here)).toContain('attic');
  });

  test('comes in full with its category when its own permissions open it, once', async () => {
    const { here, attic, category, open } = await withAttic();
    const client = await identified(here);
    open(attic);
    here.simulator.seed.channel(here.guild, { name: 'last' });
    await client.next('CHANNEL_CREATE');
    const shown = client.frames.filter(({ t }) => t === 'CHANNEL_UPDATE').map(({ d }) => [d.id, d.name]);
    expect(shown).toEqual([
      [attic.id, 'attic'],
      [category.id, 'Upstairs'],
    ]);
  });

  test('shows its category when it is new there, or moved there', async () => {
    const { here, category, cellar } = await withAttic();
    const { seed, world } = here.simulator;
    const client = await identified(here);
    editChannel(world, null, world.state.channels.get(here.general)!, { parentId: category.id });
    await client.next(({ d }) => d?.id === here.general);
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: category.id, name: 'Upstairs' });
    const other = seed.channel(here.guild, {
      name: 'Downstairs',
      type: channelTypes.category,
      overwrites: [...cellar.overwrites.values()],
    });
    seed.channel(here.guild, { name: 'kitchen', parent: other.id, overwrites: [] });
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: other.id, name: 'Downstairs' });
  });

  test('is told in full to a command that is used there', async () => {
    const { here, attic } = await withAttic();
    const { world } = here.simulator;
    await clientOf(here).applicationCommands.createGlobalCommand(here.application.id, {
      name: 'here',
      description: 'where am I?',
    });
    const client = await identified(here);
    putOverwrite(world, null, attic, { id: here.ada.id, type: 'member', allow: view, deny: 0n });
    void here.ada.runs('/here', {}, attic.id);
    const { d } = await client.next('INTERACTION_CREATE');
    expect(d.channel).toMatchObject({ id: attic.id, name: 'attic', topic: 'old books' });
  });

  test('was seen and listed in full before November 2026, and a role that opened it said no more', async () => {
    const { here, attic, getKey } = await withAttic(false);
    const client = await identified(here);
    const inside = channelsIn(client.frames.find(({ t }) => t === 'GUILD_CREATE')!);
    expect(inside.find(({ id }) => id === attic.id)).toMatchObject({ name: 'attic', topic: 'old books', flags: 0 });
    expect(await listed(here)).toContain('attic');
    getKey();
    here.simulator.seed.channel(here.guild, { name: 'last' });
    await client.next('CHANNEL_CREATE');
    expect(client.events()).not.toContain('CHANNEL_UPDATE');
  });
});

describe('threads of a channel', () => {
  test.each([true, false])('come in a list once a bot sees the channel (hidden before: %s)', async (hides) => {
    const { here, attic, cellar, open } = await withAttic(hides);
    const { world, seed } = here.simulator;
    const owner = world.state.guilds.get(here.guild)!.ownerId;
    const make = (parent: Channel, name: string, type = 11) => createThread(world, owner, parent.id, { name, type });
    const [shelf, done] = [make(attic, 'shelf'), make(attic, 'done')];
    editThread(world, owner, done, { archived: true });
    const secret = make(attic, 'secret', 12);
    make(cellar, 'elsewhere');
    shelf.thread!.members.set(here.application.userId, { joinedAt: world.clock.now() });
    for (const role of world.state.guilds.get(here.guild)!.roles.values())
      role.permissions &= ~permissionFlags.manageThreads;
    const client = await identified(here);
    open(attic);
    const { d } = await client.next('THREAD_LIST_SYNC');
    expect(d).toMatchObject({
      guild_id: here.guild,
      channel_ids: [attic.id],
      threads: [{ id: shelf.id, name: 'shelf' }],
      members: [{ id: shelf.id, user_id: here.application.userId }],
    });
    expect(JSON.stringify(d)).not.toContain(secret.id);
    seed.channel(here.guild, { name: 'last' });
    await client.next('CHANNEL_CREATE');
    expect(client.events().filter((name) => name === 'THREAD_LIST_SYNC')).toHaveLength(1);
  });

  test('come by a role as well, and an empty list where there are none', async () => {
    const { here, attic, getKey } = await withAttic();
    const client = await identified(here);
    getKey();
    expect((await client.next('THREAD_LIST_SYNC')).d).toMatchObject({ channel_ids: [attic.id], threads: [] });
  });

  test('go without a word when the bot no longer sees it', async () => {
    const { here, attic, open, getKey, loseKey } = await withAttic();
    const { world, seed } = here.simulator;
    open(attic);
    createThread(world, world.state.guilds.get(here.guild)!.ownerId, attic.id, { name: 'shelf', type: 11 });
    getKey();
    const client = await identified(here);
    const before = client.events().length;
    deleteOverwrite(world, null, attic, here.application.userId);
    loseKey();
    seed.channel(here.guild, { name: 'last' });
    await client.next('CHANNEL_CREATE');
    expect(client.events().slice(before)).toEqual(['CHANNEL_UPDATE', 'GUILD_MEMBER_UPDATE', 'CHANNEL_CREATE']);
  });
});
