import { expect, test } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { editRole } from '../../simulator/src/acts/roles.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import type { Channel, Guild } from '../src/discord.ts';
import type { ChannelId, GuildId, RoleId, UserId } from '../src/ids.ts';
import { fixText, storedText } from '../src/render/notices.ts';
import { parseJson } from '../src/settings/assignments.ts';
import { findProblems } from '../src/settings/checks/find.ts';
import type { ServerView } from '../src/settings/checks/server.ts';
import { complete } from '../src/settings/complete.ts';
import { backchannel } from './run-built.ts';
import { createWorld, type World } from './world.ts';

const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

const none = 'None that I know of.';

/** A text channel that all but staff and the bot are kept out of. */
function hiddenChannel(world: World, name: string): string {
  const { state } = world.simulator.world;
  const like = state.channels.get(world.parent['private-thread'])!;
  return world.simulator.seed.channel(world.guild, { name, type: 0, overwrites: [...like.overwrites.values()] }).id;
}

test('a topic whose place the bot may not use, or everyone sees, is a problem until it is mended', async () => {
  const world = await createWorld();
  const bugs = hiddenChannel(world, 'bugs');
  await world.set(`topics=[{"name":"Bugs","parentChannel":"${bugs}"}]`);
  const place = world.simulator.world.state.channels.get(bugs)!;
  const bot = { id: world.app().bot, type: 'member', allow: 0n } as const;
  putOverwrite(world.simulator.world, null, place, { ...bot, deny: permissionFlags.createPrivateThreads });
  await world.advance(10_000);
  expect(await page(world)).toContain('In #bugs (topic Bugs) I lack: Create Private Threads.');
  expect(await page(world)).toContain('Edit #bugs (topic Bugs) → Permissions');

  putOverwrite(world.simulator.world, null, place, { ...bot, deny: 0n });
  const everyone = { id: world.guild, type: 'role', deny: 0n, allow: permissionFlags.viewChannel } as const;
  putOverwrite(world.simulator.world, null, place, everyone);
  await world.advance(10_000);
  expect(await page(world)).toMatch(/topics\[0\]\.parentChannel .* can be seen by @everyone: .* \(topic "Bugs"\)/);
  expect(await page(world)).toContain('Change it: /topic edit in Discord');

  putOverwrite(world.simulator.world, null, place, { ...everyone, allow: 0n, deny: permissionFlags.viewChannel });
  await world.advance(10_000);
  expect(await page(world)).toContain(none);
});

test('a role of a topic that is gone, or that nobody may ping, is told of with its topic, also by the doctor', async () => {
  const world = await createWorld();
  const { seed, world: simulated } = world.simulator;
  const devs = seed.role(world.guild, { name: 'Devs' }).id;
  const { members, roles } = simulated.state.guilds.get(world.guild)!;
  const everywhere = [world.guild, ...members.get(world.app().bot)!.roles];
  for (const role of everywhere) {
    const permissions = roles.get(role)!.permissions & ~permissionFlags.mentionEveryone;
    editRole(simulated, null, world.guild, role, { permissions });
  }
  editRole(simulated, null, world.guild, world.staffRole, { mentionable: true });
  await world.set(
    `topics=[{"name":"Bugs","pingRoles":["${devs}"]},{"name":"Rest","staffRoles":["423456789012345678"]}]`,
  );
  await world.advance(10_000);
  editRole(simulated, null, world.guild, world.staffRole, { name: 'Team' });
  await world.advance(10_000);
  const shown = await page(world);
  expect(shown).toContain('I may not ping the role Devs: nobody in it hears of new tickets of the topic Bugs.');
  expect(shown).toContain('423456789012345678 is not a role of this server (topic "Rest")');

  const env = { DISCORD_TOKEN: world.token, DISCORD_API: `${world.simulator.url}/api`, DATA_DIR: world.dataDir };
  const doctor = await backchannel(['doctor'], { env, cwd: world.dataDir });
  expect(doctor.out).toMatch(/Devs: nobody in it hears .*topic Bugs\.\n {4}Server Settings → Roles → Devs/);

  editRole(simulated, null, world.guild, devs, { mentionable: true });
  await world.set(`topics=[{"name":"Bugs","pingRoles":["${devs}"]}]`);
  await world.advance(10_000);
  expect(await page(world)).toContain(none);
});

test('the command line takes no topic whose ids are not of this server, and names each', async () => {
  const world = await createWorld();
  const env = { DISCORD_TOKEN: world.token, DISCORD_API: `${world.simulator.url}/api`, DATA_DIR: world.dataDir };
  const topics = [
    { name: 'Bugs', parentChannel: world.parent['forum-post'] },
    { name: 'Rest', parentChannel: '423456789012345678', staffRoles: [world.logs] },
  ];
  const given = ['settings', 'set', world.guild, `topics=${JSON.stringify(topics)}`];
  const set = await backchannel(given, { env, cwd: world.dataDir });
  expect(set.code).toBe(1);
  expect(set.err.trimEnd().split('\n').slice(1)).toEqual([
    '  topics[0].parentChannel must be a text channel, as channelKind=private-thread needs (topic "Bugs")',
    '  topics[1].parentChannel 423456789012345678 is not a channel of this server that the bot can see (topic "Rest")',
    `  topics[1].staffRoles ${world.logs} is not a role of this server (topic "Rest")`,
  ]);
});

// ---- the function behind it ----

const guildId = '100000000000000001' as GuildId;
const staff = '100000000000000003' as RoleId;
const parent = '100000000000000004' as ChannelId;
const own = '100000000000000006' as ChannelId;
const spare = '100000000000000007' as ChannelId;
const guild: Guild = {
  id: guildId,
  name: 'Harbour',
  owner: '100000000000000009' as UserId,
  roles: [
    { id: guildId as string as RoleId, name: '@everyone', permissions: 0n, position: 0, mentionable: false },
    { id: staff, name: 'Staff', permissions: 1n << 10n, position: 1, mentionable: true },
    { id: '100000000000000005' as RoleId, name: 'Bot', permissions: 1n << 3n, position: 2, mentionable: false },
  ],
  emoji: new Set(['100000000000000008']),
};

function channel(id: string, type: Channel['type'], inside: ChannelId | null = null): Channel {
  const where = { guild: guildId, name: `c${id.slice(-3)}`, parent: inside, overwrites: [] };
  return { id: id as ChannelId, type, ...where, archived: false, locked: false };
}

function found(channels: readonly Channel[], topics: unknown, more: Record<string, unknown> = {}): readonly string[] {
  const bot = { user: '100000000000000002' as UserId, roles: ['100000000000000005' as RoleId] };
  const view: ServerView = { guild, channels, bot, activeThreads: 0, elsewhere: new Map() };
  const parsed = parseJson({ topics, staffRoles: [staff], parentChannel: parent, ...more });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return findProblems(view, complete(parsed.change.values), null).map(
    (finding) => `${finding.severity}: ${storedText(finding, 'en')} ${fixText(finding, 'en') ?? 'NO FIX'}`,
  );
}

test('an emoji of another server is told of, one of this server not', () => {
  const text = [channel(parent, 'text')];
  expect(found(text, [{ name: 'Bugs', emoji: '<:bug:100000000000000008>' }])).toEqual([]);
  expect(found(text, [{ name: 'Bugs', emoji: '<:bug:100000000000000018>' }])).toEqual([
    expect.stringMatching(
      /^warning: The emoji <:bug:\d+> of the topic Bugs is not one of this server.* Choose another/,
    ),
  ]);
});

test('what holds for all tickets is not said again for every topic', () => {
  const text = [channel(parent, 'text'), channel(own, 'text')];
  const topics = [{ name: 'Bugs' }, { name: 'Rest', parentChannel: own }];
  expect(found(text, topics, { pingStaff: false })).toEqual([
    expect.stringMatching(/^warning: The role Staff is neither pinged by new tickets nor /),
    expect.stringMatching(/^warning: The role Staff is neither pinged by new tickets of the topic Rest nor /),
  ]);
  const hides = { id: staff, of: 'role', allow: 0n, deny: 1n << 10n } as const;
  const hidden = [channel(parent, 'text'), { ...channel(own, 'text'), overwrites: [hides] }];
  expect(found(hidden, topics)).toEqual([
    expect.stringMatching(/^warning: The role Staff cannot see #c006, so it sees no ticket of the topic Rest there\./),
  ]);
});

test('a topic’s category that is full is told of, unless an overflow category has room', () => {
  const full = Array.from({ length: 50 }, (_, at) => channel(String(200000000000000000n + BigInt(at)), 'text', own));
  const channels = [channel(parent, 'category'), channel(own, 'category'), channel(spare, 'category'), ...full];
  const topics = [{ name: 'Bugs', parentChannel: own }];
  const kind = { channelKind: 'private-channel' };
  expect(found(channels, topics, kind)).toEqual([
    expect.stringMatching(/^error: The category c006 \(topic Bugs\) is full: /),
  ]);
  expect(found(channels, topics, { ...kind, overflowCategories: [spare] })).toEqual([]);
});
