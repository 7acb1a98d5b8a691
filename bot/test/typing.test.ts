import { describe, expect, it } from 'vitest';
import { channelKinds, createWorld, type World } from './world.ts';

/** Where the bot has shown typing. */
function typings(world: World): readonly (string | undefined)[] {
  return world.simulator.exchanges
    .map((exchange) => /channels\/(\d+)\/typing$/.exec(exchange.path)?.[1])
    .filter((channel) => channel !== undefined);
}

async function openTicket(world: World): Promise<{ readonly channel: string; readonly dm: string }> {
  const { channelId: dm } = await world.ada.dms('help');
  await world.settle();
  return { channel: world.ticketChannel(), dm };
}

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('each side sees that the other one is typing, at most every eight seconds', async () => {
    const world = await createWorld({ channelKind });
    const { channel, dm } = await openTicket(world);
    await world.ada.startsTyping(dm);
    await world.ada.startsTyping(dm);
    await world.sam.startsTyping(channel);
    await world.tess.startsTyping(channel);
    await world.settle();
    expect(typings(world).toSorted()).toEqual([channel, dm].toSorted());
    await world.advance(9000);
    await world.ada.startsTyping(dm);
    await world.settle();
    expect(typings(world)).toHaveLength(3);
  });
});

it.each([
  ['switched off', 'relayTyping=false', 0],
  ['for staff whose typing stays internal', 'staffMessages=are-internal', 1],
])('is not shown where it is %s', async (_, setting, shown) => {
  const world = await createWorld({ settings: [setting] });
  const { channel, dm } = await openTicket(world);
  await world.sam.startsTyping(channel);
  await world.ada.startsTyping(dm);
  await world.settle();
  expect(typings(world)).toHaveLength(shown);
});

it('is not shown without a ticket, after closing, or for people who may not answer', async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  const { channel, dm } = await openTicket(world);
  const place = world.simulator.world.state.channels.get(channel)!;
  place.overwrites.set(world.ben.id, { id: world.ben.id, type: 'member', allow: 1n << 10n, deny: 0n });
  await world.ben.startsTyping(channel);
  await world.sam.types(channel, '!close');
  await world.settle();
  await world.sam.startsTyping(channel);
  await world.ada.startsTyping(dm);
  await world.settle();
  expect(typings(world)).toEqual([]);
});

it('is never tried again: what Discord refuses is gone', async () => {
  const world = await createWorld();
  const { channel, dm } = await openTicket(world);
  world.simulator.faults.fail({ path: /typing/, when: 'before', status: 500 });
  await world.sam.startsTyping(channel);
  await world.settle();
  world.simulator.faults.clear();
  await world.advance(60_000);
  expect(typings(world)).toEqual([dm]);
  expect(world.logged.join('\n')).toContain('typing could not be shown');
});
