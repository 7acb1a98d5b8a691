import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChannel } from '../src/acts/create-channel.ts';
import { createThread } from '../src/acts/create-thread.ts';
import { deleteChannel } from '../src/acts/delete-channel.ts';
import { editChannel, putOverwrite } from '../src/acts/edit-channel.ts';
import { editThread } from '../src/acts/edit-thread.ts';
import { ban, editMember, joinGuild } from '../src/acts/members.ts';
import { react, readEmoji } from '../src/acts/react.ts';
import { createRole, editRole } from '../src/acts/roles.ts';
import { ApiError } from '../src/errors.ts';
import { permissionFlags } from '../src/permissions.ts';
import { channelTypes, type Channel, type Overwrite } from '../src/state.ts';
import type { World } from '../src/world.ts';
import { identified, leaveNobodyConnected, type GatewayClient } from './gateway-client.ts';
import { library, type Library } from './library.ts';

afterEach(leaveNobodyConnected);

let here: Library;
let world: World;
let client: GatewayClient;
let bot: string;

beforeEach(async () => {
  here = await library();
  world = here.simulator.world;
  bot = here.application.userId;
  client = await identified(here);
});

function refused(act: () => unknown): number | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}

const role = (id: string, allow: bigint, deny = 0n): Overwrite => ({ id, type: 'role', allow, deny });
const channel = (id: string): Channel => world.state.channels.get(id) as Channel;

describe('a bot hears', () => {
  test('of channels that it gets to see by a role of its own, in full', async () => {
    const hidden = [role(here.guild, 0n, permissionFlags.viewChannel)];
    const helpers = here.simulator.seed.role(here.guild, { name: 'helpers', permissions: 0n });
    const room = here.simulator.seed.channel(here.guild, {
      name: 'room',
      overwrites: [...hidden, role(helpers.id, permissionFlags.viewChannel)],
    });
    const attic = here.simulator.seed.channel(here.guild, { name: 'attic', overwrites: hidden });
    const own = world.state.guilds.get(here.guild)?.members.get(bot)?.roles ?? [];
    editMember(world, null, here.guild, bot, { roles: [...own, helpers.id] });
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: room.id, name: 'room' });
    editRole(world, null, here.guild, helpers.id, { permissions: permissionFlags.administrator });
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: attic.id, name: 'attic' });
  });

  test('of the channels of a category that follow its permissions, and not of those that do not', async () => {
    const { seed } = here.simulator;
    const category = seed.channel(here.guild, { name: 'Desks', type: channelTypes.category });
    const follows = seed.channel(here.guild, { name: 'follows', parent: category.id });
    const own = seed.channel(here.guild, {
      name: 'own',
      parent: category.id,
      overwrites: [role(here.staffRole, permissionFlags.pinMessages)],
    });
    putOverwrite(world, null, category, role(here.guild, 0n, permissionFlags.addReactions));
    expect((await client.next('CHANNEL_UPDATE')).d.id).toBe(follows.id);
    expect((await client.next('CHANNEL_UPDATE')).d.id).toBe(category.id);
    expect([follows, own].map(({ overwrites }) => overwrites.has(here.guild))).toEqual([true, false]);
  });

  test('that a category is gone, and of its channels without it', async () => {
    const { seed } = here.simulator;
    const category = seed.channel(here.guild, { name: 'Desks', type: channelTypes.category });
    const child = seed.channel(here.guild, { name: 'child', parent: category.id });
    deleteChannel(world, null, category);
    expect((await client.next('CHANNEL_DELETE')).d).toMatchObject({ id: category.id, guild_id: here.guild });
    expect((await client.next('CHANNEL_UPDATE')).d).toMatchObject({ id: child.id, parent_id: null });
  });

  test('of its own membership when a thread opens again', async () => {
    const thread = createThread(world, bot, here.general, { name: 'page', type: 11 });
    editThread(world, bot, thread, { archived: true });
    editThread(world, bot, thread, { archived: false });
    const { d } = await client.next('THREAD_MEMBER_UPDATE');
    expect(d).toMatchObject({ id: thread.id, user_id: bot, guild_id: here.guild });
  });

  test('a line in the channel where a public thread starts, and none for a private one', async () => {
    createThread(world, bot, here.general, { name: 'secret' });
    const thread = createThread(world, bot, here.general, { name: 'open', type: 11 });
    expect((await client.next('MESSAGE_CREATE')).d).toMatchObject({
      type: 18,
      content: 'open',
      message_reference: { channel_id: thread.id },
    });
  });

  test('of the ban, then that the member is gone', async () => {
    const before = client.events().length;
    ban(world, bot, here.guild, here.ada.id);
    await client.next('GUILD_MEMBER_REMOVE');
    expect(client.events().slice(before)).toEqual(['GUILD_BAN_ADD', 'GUILD_MEMBER_REMOVE']);
    expect(refused(() => joinGuild(world, here.guild, here.ada.id))).toBe(40007);
  });
});

describe('nobody gives more than they have:', () => {
  const lacking = permissionFlags.manageGuild;

  beforeEach(() => {
    const own = [...(world.state.guilds.get(here.guild)?.roles.values() ?? [])].find(({ botId }) => botId === bot);
    if (own) own.permissions &= ~lacking;
  });

  test('not in a channel', () => {
    const give = (bits: bigint) =>
      refused(() => putOverwrite(world, bot, channel(here.general), role(here.staffRole, bits)));
    expect(give(permissionFlags.pinMessages)).toBeNull();
    expect(give(lacking)).toBe(50013);
    expect(give(permissionFlags.manageRoles)).toBe(50013);
    const draft = { type: 0, name: 'new', overwrites: [role(here.staffRole, 0n, lacking)] };
    expect(refused(() => createChannel(world, bot, here.guild, draft))).toBe(50013);
  });

  test('what was there before may stay', () => {
    const shelf = here.simulator.seed.channel(here.guild, {
      name: 'shelf',
      overwrites: [role(here.staffRole, lacking)],
    });
    const overwrites = [role(here.staffRole, lacking), role(here.guild, permissionFlags.addReactions)];
    expect(refused(() => editChannel(world, bot, shelf, { overwrites }))).toBeNull();
    expect(refused(() => editChannel(world, bot, shelf, { overwrites: [] }))).toBe(50013);
  });

  test('not by a role, nor a role that is not below their own', () => {
    expect(refused(() => createRole(world, bot, here.guild, { permissions: lacking }))).toBe(50013);
    const low = createRole(world, bot, here.guild, { name: 'low', permissions: 0n });
    const high = here.simulator.seed.role(here.guild, { name: 'high', position: 99 });
    const give = (id: string) => refused(() => editMember(world, bot, here.guild, here.ada.id, { roles: [id] }));
    expect([give(high.id), give(low.id)]).toEqual([50013, null]);
    expect(refused(() => editRole(world, bot, here.guild, high.id, { name: 'mine' }))).toBe(50013);
  });

  test('and who moderates acts only on those below', () => {
    const high = here.simulator.seed.role(here.guild, { name: 'high', position: 99 });
    editMember(world, null, here.guild, here.sam.id, { roles: [high.id] });
    const act = (id: string) =>
      refused(() => editMember(world, bot, here.guild, id, { timedOutUntil: null, nick: 'x' }));
    expect([act(here.ada.id), act(here.sam.id)]).toEqual([null, 50013]);
  });
});

test('who blocks the bot gets no reactions from it', async () => {
  const message = await here.ada.dms('hello');
  const thumb = readEmoji(world, '👍');
  here.ada.blocksTheBot();
  expect(refused(() => react(world, bot, message, thumb))).toBe(90001);
  here.ada.unblocksTheBot();
  expect(refused(() => react(world, bot, message, thumb))).toBeNull();
});

test.each(['✅', '❤️', '❤', '⏱️', '👨‍👩‍👧', '🇩🇪', '1️⃣'])('%s is an emoji', (text) => {
  expect(readEmoji(world, text)).toMatchObject({ id: null, name: text });
});

test.each(['a', '1', '', 'check', '✅✅', 'gone:123456789012345678'])(
  '"%s" is none that one can react with',
  (text) => {
    expect(refused(() => readEmoji(world, text))).toBe(10014);
  },
);
