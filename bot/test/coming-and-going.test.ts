import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, type World, type WorldOptions } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

async function claimed(options: WorldOptions): Promise<{ readonly world: World; readonly channel: string }> {
  const world = await createWorld(options);
  const channel = await openTicket(world);
  await world.sam.types(channel, '!claim');
  await world.settle();
  expect(world.texts(channel)).toContain('Sam took this ticket.');
  return { world, channel };
}

const dropped = (world: World, channel: string): readonly string[] =>
  world.tess.reads(channel).flatMap(({ content }) => (content.includes('no longer on the team') ? [content] : []));

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('staff read that the member left, and that they are back', async () => {
    const world = await createWorld({ channelKind });
    const channel = await openTicket(world);
    world.ada.leaves(world.guild);
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('The member left the server.');
    world.ada.joins(world.guild);
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('The member is back in the server.');
  });

  it('in an anonymous ticket nobody comes or goes', async () => {
    const world = await createWorld({ channelKind, settings: ['anonymousMembers=always'] });
    const channel = await openTicket(world);
    const before = world.texts(channel).length;
    world.ada.leaves(world.guild);
    world.ada.joins(world.guild);
    await world.settle();
    expect(world.texts(channel)).toHaveLength(before);
  });

  it('a claim is dropped once when its owner leaves, and others can take the ticket', async () => {
    const { world, channel } = await claimed({ channelKind, settings: ['claimExclusive=true'] });
    world.sam.leaves(world.guild);
    await world.settle();
    expect(dropped(world, channel)).toHaveLength(1);
    await world.tess.types(channel, 'I go on');
    await world.settle();
    expect(world.dmTexts(world.ada).join()).toContain('I go on');
  });

  it('a claim is dropped when its owner loses the role', async () => {
    const { world, channel } = await claimed({ channelKind });
    world.olga.takesRole('sam', 'Staff', world.guild);
    await world.settle();
    expect(dropped(world, channel)).toHaveLength(1);
    expect((await world.tess.runs('/ticket claim', {}, channel)).message?.content).toBe('This ticket is yours now.');
  });
});

it('a claim stays while its owner keeps another role of the team', async () => {
  const { world, channel } = await claimed({});
  const { seed } = world.simulator;
  const other = seed.role(world.guild, { name: 'Leads', permissions: 1n << 13n }).id;
  world.olga.givesRole('sam', 'Leads', world.guild);
  world.olga.takesRole('sam', 'Staff', world.guild);
  await world.settle();
  expect(other).toBeDefined();
  expect(dropped(world, channel)).toEqual([]);
});

it('without the members intent a lost role is noticed when its owner next writes or clicks', async () => {
  const { world, channel } = await claimed({ channelKind: 'forum-post', intents: { members: false } });
  const forum = world.simulator.world.state.channels.get(world.parent['forum-post'])!;
  forum.overwrites.set(world.sam.id, { id: world.sam.id, type: 'member', allow: 1n << 10n, deny: 0n });
  world.olga.takesRole('sam', 'Staff', world.guild);
  await world.settle();
  expect(dropped(world, channel)).toEqual([]);
  await world.sam.clicks('Unclaim', { channel });
  await world.settle();
  expect(dropped(world, channel)).toHaveLength(1);
});

it('and when they type', async () => {
  const { world, channel } = await claimed({ channelKind: 'forum-post', intents: { members: false } });
  const forum = world.simulator.world.state.channels.get(world.parent['forum-post'])!;
  forum.overwrites.set(world.sam.id, { id: world.sam.id, type: 'member', allow: 1n << 10n, deny: 0n });
  world.olga.takesRole('sam', 'Staff', world.guild);
  await world.sam.types(channel, 'am I still in?');
  await world.settle();
  expect(dropped(world, channel)).toHaveLength(1);
  expect(world.dmTexts(world.ada).join()).not.toContain('am I still in?');
});

it.each([true, false])(
  'a refused answer tells that the member has left, where nothing did before (anonymous: %s)',
  async (anonymous) => {
    const settings = anonymous ? ['anonymousMembers=always'] : [];
    const world = await createWorld({ intents: { members: false }, settings });
    const channel = await openTicket(world);
    world.ada.leaves(world.guild);
    await world.sam.types(channel, 'are you there?');
    await world.settle();
    const said = world.texts(channel).some((text) => text.includes('the member has left the server'));
    expect(said).toBe(!anonymous);
  },
);

it('a member who is there and closes their direct messages has not left', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  world.ada.closesDms();
  await world.sam.types(channel, 'are you there?');
  await world.settle();
  expect(world.texts(channel).join()).not.toContain('has left');
  expect(world.texts(channel).join()).toContain('Not delivered');
});
