import { describe, expect, it } from 'vitest';
import type { Person } from '../../simulator/src/people/person.ts';
import type { ChannelId, RoleId } from '../src/ids.ts';
import { billing, bugs, dmOf, ticketOf, topicsAre } from './topics-asked.ts';
import { channelKinds, createWorld, type World } from './world.ts';

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a topic has its own place, staff, pings and greeting', async () => {
    const world = await createWorld({ channelKind });
    const { seed } = world.simulator;
    const money = seed.role(world.guild, { name: 'Money' }).id;
    const extra = seed.role(world.guild, { name: 'Extra' }).id;
    const parentChannel = await placeFor(world, channelKind, [money, world.staffRole]);
    const own = {
      parentChannel,
      staffRoles: [money as RoleId],
      pingRoles: [extra as RoleId],
      greeting: 'About money!',
    };
    await world.set(topicsAre({ ...billing, ...own }, bugs), 'greeting=Hello!', `pingRoles=${world.staffRole}`);
    await world.advance(1000);
    await world.ada.dms('help');
    await world.settle();
    await world.ada.selects(['Billing'], { channel: dmOf(world) });
    await world.settle();
    const { channels, messages } = world.simulator.world.state;
    const channel = [...channels.values()].find(({ parentId }) => parentId === parentChannel)!;
    const card = [...messages.get(channel.id)!.values()][0]!;
    expect(card.content).toBe(`<@&${money}> <@&${extra}>`);
    expect(world.dmTexts(world.ada)).toContain('About money!');
    expect(world.dmTexts(world.ada)).not.toContain('Hello!');
    if (channelKind !== 'private-channel') return;
    expect(channel.overwrites.get(money)?.allow).toBeGreaterThan(0n);
    expect(channel.overwrites.has(world.staffRole)).toBe(false);
  });
});

async function placeFor(world: World, channelKind: string, roles: readonly string[]): Promise<ChannelId> {
  const type = { 'private-thread': 0, 'private-channel': 4, 'forum-post': 15 }[channelKind]!;
  const bots = [...(world.simulator.world.state.guilds.get(world.guild)!.members.get(world.app().bot)?.roles ?? [])];
  const view = 1n << 10n;
  const overwrites = [
    { id: world.guild as string, type: 'role' as const, allow: 0n, deny: view },
    ...[...roles, ...bots].map((id) => ({ id, type: 'role' as const, allow: view, deny: 0n })),
  ];
  const { id } = world.simulator.seed.channel(world.guild, { name: 'money', type, overwrites });
  await world.settle();
  return id as ChannelId;
}

it('only the staff of its topic may answer a ticket, also when the topic is gone; admins always may', async () => {
  const world = await createWorld({ channelKind: 'forum-post' });
  const money = world.simulator.seed.role(world.guild, { name: 'Money' }).id;
  world.olga.givesRole(world.tess.id, money, world.guild);
  await world.set(topicsAre({ ...billing, staffRoles: [money as RoleId] }, bugs));
  await world.advance(1000);
  await world.ada.dms('help');
  await world.settle();
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  const channel = world.ticketChannel();
  for (const topics of [null, topicsAre(bugs, { name: 'Other' })]) {
    if (topics !== null) await world.set(topics);
    await world.advance(1000);
    expect((await world.sam.runs('/reply', { text: 'no' }, channel)).message?.content).toBe('You may not do this.');
    for (const staff of [world.tess, world.olga]) {
      await staff.runs('/reply', { text: `from ${staff.username}` }, channel);
      await world.settle();
      expect(world.dmTexts(world.ada).at(-1)).toBe(`from ${staff.username}`);
    }
  }
});

it('only the staff of its topic come into its thread, and who is no longer one of them gives back what they took', async () => {
  const world = await createWorld();
  const money = world.simulator.seed.role(world.guild, { name: 'Money' }).id;
  world.olga.givesRole('ben', 'Money', world.guild);
  const parent = world.simulator.world.state.channels.get(world.parent['private-thread'])!;
  parent.overwrites.set(money, { id: money, type: 'role', allow: 1n << 10n, deny: 0n });
  await world.set(topicsAre({ ...billing, staffRoles: [money as RoleId] }, bugs));
  await world.advance(1000);
  await world.ada.dms('help');
  await world.settle();
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  const join = async (staff: Person): Promise<string | undefined> => {
    const run = await staff.runs('/ticket join', { number: 1 }, world.logs);
    await world.settle();
    return run.message?.content;
  };
  expect(await join(world.sam)).toBe('You may not do this.');
  expect(world.ticketChannels()).toEqual([]);
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  const joined = await world.ben.runs('/ticket join', { number: 1 }, lobby);
  expect(joined.message?.content).toContain('<#');
  const channel = /\d{17,20}/.exec(joined.message?.content ?? '')?.[0] ?? '';
  await world.ben.runs('/ticket claim', {}, channel);
  await world.settle();
  world.olga.givesRole('ben', 'Staff', world.guild);
  world.olga.takesRole('ben', 'Staff', world.guild);
  await world.settle();
  const isTaken = async (): Promise<boolean> => (await ticketOf(world, channel))?.claimedBy !== null;
  expect(await isTaken()).toBe(true);
  world.olga.takesRole('ben', 'Money', world.guild);
  await world.settle();
  expect(await isTaken()).toBe(false);
});
