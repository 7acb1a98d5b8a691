import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveGuild } from '../../simulator/src/acts/members.ts';
import { editRole } from '../../simulator/src/acts/roles.ts';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { channelPermissions, permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import { startForTests } from '../../simulator/test/start-for-tests.ts';
import type { Channel, Guild } from '../src/discord.ts';
import type { ChannelId, GuildId, RoleId, UserId } from '../src/ids.ts';
import { fixText, storedText } from '../src/render/notices.ts';
import { findProblems } from '../src/settings/checks/find.ts';
import { permissionsIn } from '../src/settings/checks/permissions.ts';
import type { ServerView } from '../src/settings/checks/server.ts';
import { complete } from '../src/settings/complete.ts';
import type { ChannelKind } from '../src/store.ts';
import { backchannel } from './run-built.ts';
import { channelKinds, createWorld, type World } from './world.ts';

/** Takes permissions from the bot in a channel, or gives them back. */
function deny(world: World, channel: string, ...names: readonly PermissionName[]): void {
  const bits = names.reduce((all, name) => all | permissionFlags[name], 0n);
  const place = world.simulator.world.state.channels.get(channel)!;
  const overwrite = { id: world.app().bot, type: 'member', allow: 0n, deny: bits } as const;
  putOverwrite(world.simulator.world, null, place, overwrite);
}

const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

const needed: Readonly<Record<ChannelKind, readonly [PermissionName, string]>> = {
  'private-thread': ['createPrivateThreads', 'Create Private Threads'],
  'private-channel': ['manageChannels', 'Manage Channels'],
  'forum-post': ['sendMessages', 'Send Messages'],
};

test.each(channelKinds)(
  '[phantom] a permission that %s needs is missed, named with its fix, and forgotten once it is given back',
  async (channelKind) => {
    const world = await createWorld({ channelKind });
    expect(await page(world)).toContain('None that I know of.');
    const [name, label] = needed[channelKind];
    deny(world, world.parent[channelKind], name);
    await world.advance(10_000);
    const shown = await page(world);
    expect(shown).toContain(`I lack: ${label}.`);
    expect(shown).toContain(`→ Permissions → add my role → allow ${label}`);

    deny(world, world.parent[channelKind]);
    await world.advance(10_000);
    expect(await page(world)).toContain('None that I know of.');
  },
);

test('a parent that is hidden from the bot, or shown to everyone, becomes a problem by itself', async () => {
  const world = await createWorld();
  const parent = world.parent['private-thread'];
  deny(world, parent, 'viewChannel');
  await world.advance(10_000);
  expect(await page(world)).toContain('is hidden from the bot');

  deny(world, parent);
  const place = world.simulator.world.state.channels.get(parent)!;
  const all = { id: world.guild, type: 'role', allow: permissionFlags.viewChannel, deny: 0n } as const;
  putOverwrite(world.simulator.world, null, place, all);
  await world.advance(10_000);
  expect(await page(world)).toContain('can be seen by @everyone');
});

test('a staff role that nobody may ping is told of, until it may be pinged', async () => {
  const world = await createWorld();
  const { state } = world.simulator.world;
  const { members, roles } = state.guilds.get(world.guild)!;
  for (const role of [world.guild, ...members.get(world.app().bot)!.roles]) {
    const permissions = roles.get(role)!.permissions & ~permissionFlags.mentionEveryone;
    editRole(world.simulator.world, null, world.guild, role, { permissions });
  }
  await world.advance(10_000);
  expect(await page(world)).toContain('I may not ping the role Staff');

  editRole(world.simulator.world, null, world.guild, world.staffRole, { mentionable: true });
  await world.advance(10_000);
  expect(await page(world)).toContain('None that I know of.');
});

test('a role that the bot is given or loses counts at once', async () => {
  const world = await createWorld({ intents: { members: false } });
  const { seed, world: state } = world.simulator;
  const { members, roles } = state.state.guilds.get(world.guild)!;
  for (const role of [world.guild, ...members.get(world.app().bot)!.roles]) {
    const permissions = roles.get(role)!.permissions & ~permissionFlags.createPrivateThreads;
    editRole(state, null, world.guild, role, { permissions });
  }
  await world.advance(10_000);
  expect(await page(world)).toContain('I lack: Create Private Threads.');
  const extra = seed.role(world.guild, { name: 'Extra', permissions: permissionFlags.createPrivateThreads }).id;
  await world.advance(10_000);
  world.olga.givesRole(world.app().bot, extra, world.guild);
  await world.advance(10_000);
  expect(await page(world)).toContain('None that I know of.');
  world.olga.takesRole(world.app().bot, extra, world.guild);
  await world.advance(10_000);
  expect(await page(world)).toContain('I lack: Create Private Threads.');
});

test('a server that was set up before the bot came is looked at when it comes, and forgotten when it goes', async () => {
  const world = await createWorld();
  const { seed } = world.simulator;
  const { id: guild } = seed.guild({ name: 'Chess Club', owner: world.olga.id });
  const parent = seed.channel(guild, { name: 'open-to-all', type: 0 }).id;
  const env = { DATA_DIR: world.dataDir };
  const cwd = world.dataDir;
  const set = ['settings', 'set', guild, `parentChannel=${parent}`, 'enabled=true'];
  expect((await backchannel(set, { env, cwd })).err).toContain('not checked yet');
  await world.stopBot();
  await world.startBot();
  await world.advance(10_000);
  expect(await page(world)).not.toContain('can be seen by @everyone');
  seed.addBot(guild, world.app().bot);
  await world.advance(10_000);
  expect(await page(world)).toContain('Chess Club: The setting parentChannel does not fit');
  leaveGuild(world.simulator.world, guild, world.app().bot);
  await world.advance(10_000);
  expect(await page(world)).not.toContain('can be seen by @everyone');
});

test('the command line saves what works less well, and says what to mend beside it', async () => {
  const world = await createWorld();
  deny(world, world.parent['private-thread'], 'manageWebhooks');
  const { url } = world.simulator;
  const env = { DISCORD_TOKEN: world.token, DISCORD_API: `${url}/api`, DATA_DIR: world.dataDir };
  const set = await backchannel(['settings', 'set', world.guild, 'prefix=?'], { env, cwd: world.dataDir });
  expect(set.code).toBe(0);
  expect(set.err).toMatch(/^! In #tickets I lack what makes copies look right: Manage Webhooks\.\n {4}Edit #tickets/);
  expect(await page(world)).toContain('Manage Webhooks');
});

// ---- the function behind it ----

const guildId = '100000000000000001' as GuildId;
const bot = '100000000000000002' as UserId;
const staff = '100000000000000003' as RoleId;
const parent = '100000000000000004' as ChannelId;

const guild: Guild = {
  id: guildId,
  name: 'Harbour',
  owner: '100000000000000009' as UserId,
  roles: [
    { id: guildId as string as RoleId, name: '@everyone', permissions: 0n, position: 0, mentionable: false },
    { id: staff, name: 'Staff', permissions: 1n << 10n, position: 1, mentionable: true },
    { id: '100000000000000005' as RoleId, name: 'Bot', permissions: 1n << 3n, position: 2, mentionable: false },
  ],
  emoji: new Set(),
};

function channel(id: string, type: Channel['type'], inside: ChannelId | null = null): Channel {
  const where = { guild: guildId, name: `c${id.slice(-3)}`, parent: inside, overwrites: [] };
  return { id: id as ChannelId, type, ...where, archived: false, locked: false };
}

function server(channels: readonly Channel[], more: Partial<ServerView> = {}): ServerView {
  const roles = ['100000000000000005' as RoleId];
  return { guild, channels, bot: { user: bot, roles }, activeThreads: 0, elsewhere: new Map(), ...more };
}

const found = (view: ServerView, values: Record<string, unknown>): readonly string[] =>
  findProblems(view, complete({ staffRoles: [staff], parentChannel: parent, ...values }), null).map(
    (finding) => `${finding.severity}: ${storedText(finding, 'en')} ${fixText(finding, 'en') ?? 'NO FIX'}`,
  );

const full = (count: number): readonly Channel[] =>
  Array.from({ length: count }, (_, index) => channel(String(200000000000000000n + BigInt(index)), 'text', parent));

test('nothing is found where nothing is wrong', () => {
  expect(found(server([channel(parent, 'text')]), {})).toEqual([]);
});

test('a category is told of from 45 channels on, as full at 50, and not while an overflow category has room', () => {
  const spare = '100000000000000006';
  const category = channel(parent, 'category');
  const kind = { channelKind: 'private-channel' };
  expect(found(server([category, ...full(44)]), kind)).toEqual([]);
  expect(found(server([category, ...full(45)]), kind)).toMatchObject(
    [/^warning: .* holds 45 of 50 channels/].map((line) => expect.stringMatching(line) as string),
  );
  expect(found(server([category, ...full(50)]), kind)).toEqual([
    expect.stringMatching(/^error: .* is full: .* overflowCategories/),
  ]);
  const overflow = { ...kind, overflowCategories: [spare] };
  expect(found(server([category, channel(spare, 'category'), ...full(50)]), overflow)).toEqual([]);
  const wrong = found(server([category, channel(spare, 'text'), ...full(44)]), overflow);
  expect(wrong).toEqual([expect.stringMatching(/^error: The setting overflowCategories .* must be a category/)]);
});

test('a server near 500 channels or 1000 threads is told of', () => {
  const categories = Array.from({ length: 449 }, (_, index) =>
    channel(String(300000000000000000n + BigInt(index)), 'text'),
  );
  const view = server([channel(parent, 'category'), ...categories]);
  expect(found(view, { channelKind: 'private-channel' })).toEqual([expect.stringContaining('450 of 500 channels')]);
  expect(found(view, {})).not.toContainEqual(expect.stringContaining('500'));
  const threads = (activeThreads: number): ServerView => server([channel(parent, 'text')], { activeThreads });
  expect(found(threads(899), {})).toEqual([]);
  expect(found(threads(900), {})).toEqual([expect.stringMatching(/^warning: .* 900 of 1000/)]);
  expect(found(threads(1000), {})).toEqual([expect.stringMatching(/^error: .* \(1000\)/)]);
});

test('ids of another server, of hidden channels and of nothing are told apart', () => {
  const ids = ['another server', 'hidden from the bot', 'of this server that the bot can see'] as const;
  const where = ['other-server', 'hidden', 'unknown'] as const;
  for (const [index, words] of ids.entries())
    expect(found(server([], { elsewhere: new Map([[parent, where[index]!]]) }), {})).toEqual([
      expect.stringContaining(words),
    ]);
});

test('a staff role that sees no private thread is told of: neither pinged nor managing threads', () => {
  const view = server([channel(parent, 'text')]);
  expect(found(view, { pingStaff: false })).toEqual([expect.stringContaining('neither pinged')]);
  expect(found(view, { pingStaff: false, pingRoles: [staff] })).toEqual([]);
  const hides = { id: staff, of: 'role', allow: 0n, deny: 1n << 10n } as const;
  const hidden = server([{ ...channel(parent, 'text'), overwrites: [hides] }]);
  expect(found(hidden, {})).toEqual([expect.stringContaining('Staff cannot see #c004')]);
});

test('permissions come out as Discord computes them, whatever the roles and overwrites', async () => {
  const simulator = await startForTests({ seed: 3 });
  try {
    const { seed, world } = simulator;
    const owner = seed.user({ username: 'olga' }).id;
    const member = seed.user({ username: 'sam' }).id;
    const bits = fc.bigInt({ min: 0n, max: (1n << 40n) - 1n });
    const overwrite = fc.record({ allow: bits, deny: bits });
    const roles = fc.array(fc.record({ permissions: bits, over: fc.option(overwrite) }), { maxLength: 4 });
    const story = fc.record({ everyone: bits, roles, all: fc.option(overwrite), own: fc.option(overwrite) });
    fc.assert(
      fc.property(story, ({ everyone, roles: drawn, all, own }) => {
        const made = seed.guild({ name: 'Any', owner, everyonePermissions: everyone });
        const ids = drawn.map(({ permissions }) => seed.role(made.id, { name: 'r', permissions }).id);
        seed.join(made.id, member, ids);
        const overwrites = [
          ...(all ? [{ id: made.id, type: 'role' as const, ...all }] : []),
          ...drawn.flatMap(({ over }, at) => (over ? [{ id: ids[at]!, type: 'role' as const, ...over }] : [])),
          ...(own ? [{ id: member, type: 'member' as const, ...own }] : []),
        ];
        const place = seed.channel(made.id, { name: 'here', type: 0, overwrites });
        const theirs = channelPermissions(world.state, place, member, world.clock.now());
        const ours = permissionsIn(
          {
            id: made.id as GuildId,
            owner: owner as UserId,
            roles: [...made.roles.values()].map((role) => ({ ...role, id: role.id as RoleId })),
          },
          { overwrites: overwrites.map(({ type, ...rest }) => ({ ...rest, of: type })) },
          { user: member as UserId, roles: ids as RoleId[] },
        );
        // What Discord takes along with the right to write is no matter of ours.
        const compared =
          ~(
            permissionFlags.mentionEveryone |
            permissionFlags.attachFiles |
            permissionFlags.embedLinks |
            permissionFlags.sendTtsMessages
          ) &
          ((1n << 40n) - 1n);
        expect(ours & compared).toBe(theirs & compared);
      }),
      { numRuns: 60 },
    );
  } finally {
    await simulator.stop();
  }
});
