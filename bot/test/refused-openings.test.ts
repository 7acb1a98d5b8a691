import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags, type PermissionName } from '../../simulator/src/permissions.ts';
import type { PersonId, UserId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store.ts';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

const waits = 'there is no room for another conversation right now';

const page = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

/** Discord's answer to whatever would make a ticket channel; `times` absent: until faults are cleared. */
function refuseMaking(world: World, code: number, times?: number): void {
  const path = /\/(threads|guilds\/\d+\/channels)$/;
  const status = code === 50013 ? 403 : 400;
  world.simulator.faults.fail({ method: 'POST', path, when: 'before', status, code, ...(times && { times }) });
}

/** Fills a category to Discord's 50 channels; the last of them is given back. */
function fill(world: World, category: string): string {
  const { channels } = world.simulator.world.state;
  const used = [...channels.values()].filter(({ parentId }) => parentId === category).length;
  const made = Array.from({ length: 50 - used }, (_, index) =>
    world.simulator.seed.channel(world.guild, { name: `full-${index}`, type: 0, parent: category }),
  );
  return made.at(-1)!.id;
}

const marks = (world: World): readonly (readonly string[])[] =>
  world.ada
    .readsDms()
    .filter(({ authorId }) => authorId === world.ada.id)
    .map(reactions);

describe('a ticket for which there is no room', () => {
  it('waits: messages are kept in order, the member is told once, and it opens when a channel is deleted', async () => {
    const world = await createWorld({ channelKind: 'private-channel' });
    const last = fill(world, world.parent['private-channel']);
    await world.ada.dms('one');
    await world.settle();
    await world.ada.dms('two');
    await world.advance(45_000);
    expect(world.dmTexts(world.ada).filter((text) => text.includes(waits))).toHaveLength(1);
    expect(marks(world)).toEqual([[], []]);
    expect(await page(world)).toContain('New tickets wait for room.');
    expect(await page(world)).toContain('overflowCategories');

    await world.olga.deletesChannel(last);
    await world.settle();
    expect(world.texts(world.ticketChannel()).filter((text) => text === 'one' || text === 'two')).toEqual([
      'one',
      'two',
    ]);
    expect(marks(world)).toEqual([['✅'], ['✅']]);
    await world.advance(10_000);
    expect(await page(world)).not.toContain('New tickets wait for room.');
    expect(world.dmTexts(world.ada).filter((text) => text.includes(waits))).toHaveLength(1);
  });

  it('still waits after a restart, and opens once another ticket is closed', async () => {
    const settings = ['onClose=delete'];
    const world = await createWorld({ channelKind: 'private-channel', settings });
    await world.ben.dms('me first');
    await world.settle();
    const first = world.ticketChannels()[0]!;
    fill(world, world.parent['private-channel']);
    await world.ada.dms('help');
    await world.settle();
    await world.stopBot();
    await world.startBot();
    expect(marks(world)).toEqual([[]]);

    await world.sam.runs('/close', {}, first);
    await world.settle();
    const opened = world.ticketChannels().filter((one) => world.texts(one).includes('help'));
    expect(opened).toHaveLength(1);
    expect(opened).not.toContain(first);
    expect(marks(world)).toEqual([['✅']]);
  });

  it.each([
    ['private-thread', 160006],
    ['forum-post', 160006],
    ['private-channel', 30013],
  ] as const)('is tried again by itself: %s, %i', async (channelKind, code) => {
    const world = await createWorld({ channelKind });
    refuseMaking(world, code);
    await world.ada.dms('help');
    await world.advance(5 * 60_000);
    expect(world.ticketChannels()).toEqual([]);
    const tries = (): number =>
      world.simulator.exchanges.filter(({ method, status }) => method === 'POST' && status === 400).length;
    const soFar = tries();
    // 30 s apart at first, then half of what it has waited.
    expect(soFar).toBeGreaterThan(3);
    expect(soFar).toBeLessThan(9);
    world.simulator.faults.clear();
    await world.advance(4 * 60_000);
    expect(world.texts(world.ticketChannel())).toContain('help');
    expect(marks(world)).toEqual([['✅']]);
  });

  it('goes to the next overflow category, and to the one after when that is full or gone', async () => {
    const world = await createWorld({ channelKind: 'private-channel' });
    const { seed } = world.simulator;
    const category = (name: string): string => seed.channel(world.guild, { name, type: 4 }).id;
    const [second, gone, third] = [category('More'), category('Gone'), category('Most')];
    await world.set(`overflowCategories=${second},${gone},${third}`);
    await world.advance(1000);
    fill(world, world.parent['private-channel']);
    await world.ada.dms('help');
    await world.settle();
    const inside = (parent: string): readonly string[] =>
      [...world.simulator.world.state.channels.values()]
        .filter(({ parentId, name }) => parentId === parent && name.startsWith('modmail-'))
        .map(({ id }) => id);
    expect(world.texts(inside(second)[0]!)).toContain('help');

    fill(world, second);
    await world.olga.deletesChannel(gone);
    await world.ben.dms('me too');
    await world.settle();
    expect(world.texts(inside(third)[0]!)).toContain('me too');
    expect(world.dmTexts(world.ben).join()).not.toContain(waits);
    expect(world.ada.sees(inside(third)[0]!)).toBe(false);
  });
});

describe.each(channelKinds)('a %s that cannot be opened', (channelKind) => {
  const lacking: PermissionName = channelKind === 'forum-post' ? 'sendMessages' : 'createPrivateThreads';

  function deny(world: World, ...names: readonly PermissionName[]): void {
    const bits = names.reduce((all, name) => all | permissionFlags[name], 0n);
    const place = world.simulator.world.state.channels.get(world.parent[channelKind])!;
    putOverwrite(world.simulator.world, null, place, {
      id: world.app().bot,
      type: 'member',
      allow: 0n,
      deny: bits,
    });
  }

  it('leaves nothing behind: one line to the member, a problem with its fix, no ✅, and the cooldown is not used up', async () => {
    const world = await createWorld({ channelKind, settings: ['limits.openCooldown=5m'] });
    if (channelKind === 'private-channel') refuseMaking(world, 50013, 1);
    else deny(world, lacking);
    await world.ada.dms('help');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', expect.stringContaining('could not be passed on')]);
    expect(marks(world)).toEqual([[]]);
    expect(world.ticketChannels()).toEqual([]);
    expect(await page(world)).toContain('npx --no backchannel doctor');

    if (channelKind !== 'private-channel') deny(world);
    await world.ada.dms('again');
    await world.settle();
    expect(world.texts(world.ticketChannel())).toContain('again');
    expect(await page(world)).not.toContain('could not be opened');
  });

  it('is not opened under a parent that is gone', async () => {
    const world = await createWorld({ channelKind });
    await world.olga.deletesChannel(world.parent[channelKind]);
    await world.ada.dms('help');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', expect.stringContaining('the place for it is gone')]);
    expect(await page(world)).toContain('Choose another one: the setting parentChannel.');
  });
});

it('a thread that was made and then refused its first message goes again', async () => {
  const world = await createWorld({ settings: ['limits.openCooldown=5m'] });
  const place = world.simulator.world.state.channels.get(world.parent['private-thread'])!;
  const without = {
    id: world.app().bot,
    type: 'member',
    allow: 0n,
    deny: permissionFlags.sendMessagesInThreads,
  } as const;
  putOverwrite(world.simulator.world, null, place, without);
  await world.ada.dms('help');
  await world.settle();
  const threads = (): number =>
    [...world.simulator.world.state.channels.values()].filter(({ parentId }) => parentId === place.id).length;
  expect(threads()).toBe(0);
  putOverwrite(world.simulator.world, null, place, { ...without, deny: 0n });
  await world.ada.dms('again');
  await world.settle();
  expect(threads()).toBe(1);
});

it('when a ticket is refused after all, nothing that was kept for it is left waiting', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=100'] });
  const threads = /\/threads$/;
  world.simulator.faults.fail({ method: 'POST', path: threads, when: 'before', status: 500 });
  for (let written = 1; written <= 102; written += 1) await world.ada.dms(`message ${written}`);
  await world.settle();
  expect(marks(world).slice(-2)).toEqual([['⏱️'], ['⏱️']]);
  world.simulator.faults.clear();
  refuseMaking(world, 50013, 1);
  await world.advance(5 * 60_000);
  expect(world.dmTexts(world.ada).at(-1)).toContain('could not be passed on');
  expect(marks(world).flat()).toEqual([]);
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const states = new Set<string>();
  for (const ticket of await store.tables.tickets.historyOf((await personOf(store, world))!, world.guild, 1))
    for (const { state } of await store.tables.entries.of(ticket.id, null, 200)) states.add(state);
  await store.close();
  expect([...states]).toEqual(['undelivered']);
});

async function personOf(store: Store, world: World): Promise<PersonId | undefined> {
  return (await store.tables.people.byUser(world.app().bot, world.ada.id as UserId))?.id;
}
