import { expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import { createWorld, type World } from './world.ts';

const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** A text channel that everybody in the server sees. */
async function lobby(world: World): Promise<string> {
  const overwrites = [{ id: world.app().bot, type: 'member', allow: permissionFlags.viewChannel, deny: 0n }] as const;
  const { id } = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0, overwrites: [...overwrites] });
  await world.set(`fallbackChannel=${id}`);
  await world.stopBot();
  await world.startBot();
  return id;
}

/** Takes permissions from somebody in a channel, or gives them back. */
function deny(world: World, channel: string, of: 'the bot' | '@everyone', ...names: readonly PermissionName[]): void {
  const bits = names.reduce((all, name) => all | permissionFlags[name], 0n);
  const place = world.simulator.world.state.channels.get(channel)!;
  const who =
    of === 'the bot' ? { id: world.app().bot, type: 'member' as const } : { id: world.guild, type: 'role' as const };
  putOverwrite(world.simulator.world, null, place, { ...who, allow: 0n, deny: bits });
}

it('what the bot lacks in the fallback channel is named with its fix, until it is given', async () => {
  const world = await createWorld();
  const channel = await lobby(world);
  expect(await page(world)).toContain('None that I know of.');
  deny(world, channel, 'the bot', 'createPrivateThreads', 'manageThreads');
  await world.advance(10_000);
  expect(await page(world)).toContain('In #lobby I lack: Create Private Threads, Manage Threads.');
  deny(world, channel, 'the bot');
  await world.advance(10_000);
  expect(await page(world)).toContain('None that I know of.');
});

it.each([
  ['viewChannel', 'View Channels'],
  ['sendMessagesInThreads', 'Send Messages in Threads'],
] as const)('a fallback channel in which members lack %s is told of', async (name, label) => {
  const world = await createWorld();
  const channel = await lobby(world);
  deny(world, channel, '@everyone', name);
  await world.advance(10_000);
  const shown = await page(world);
  expect(shown).toContain('In #lobby, the setting fallbackChannel, members lack');
  expect(shown).toContain(label);
  expect(shown).toContain('→ Permissions → @everyone → allow');
});

it('a channel that only one role of members sees is good enough', async () => {
  const world = await createWorld();
  const channel = await lobby(world);
  const verified = world.simulator.seed.role(world.guild, { name: 'Verified' }).id;
  const place = world.simulator.world.state.channels.get(channel)!;
  place.overwrites.set(verified, { id: verified, type: 'role', allow: permissionFlags.viewChannel, deny: 0n });
  deny(world, channel, '@everyone', 'viewChannel');
  await world.advance(10_000);
  expect(await page(world)).toContain('None that I know of.');
});

it('a fallback channel must be a text channel of this server', async () => {
  const world = await createWorld();
  await lobby(world);
  await world.set(`fallbackChannel=${world.parent['forum-post']}`);
  await world.stopBot();
  await world.startBot();
  expect(await page(world)).toContain(
    'The setting fallbackChannel does not fit this server: it must be a text channel.',
  );
});
