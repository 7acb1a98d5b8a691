import { describe, expect, it } from 'vitest';
import { deleteOverwrite, putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { editMember } from '../../simulator/src/acts/members.ts';
import type { Channel } from '../../simulator/src/state.ts';
import { doors, kindOf, places } from './doors.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const viewChannel = 1n << 10n;
const minute = 60_000;

const count = (texts: readonly string[], text: string): number => texts.filter((one) => one === text).length;

/** Where the bot's own permission to see a ticket stands: at the channel itself, or at the one around it. */
function placeOf(world: World, options: WorldOptions, ticket: string): Channel {
  const id = kindOf(options) === 'private-channel' ? ticket : world.parent[kindOf(options)];
  return world.simulator.world.state.channels.get(id)!;
}

/** Hides it from the bot; the returned function shows it again. */
function hide(world: World, place: Channel): () => void {
  const { world: discord } = world.simulator;
  const { bot } = world.app();
  const before = place.overwrites.get(bot);
  putOverwrite(discord, null, place, { id: bot, type: 'member', allow: 0n, deny: viewChannel });
  return () => (before ? putOverwrite(discord, null, place, before) : deleteOverwrite(discord, null, place, bot));
}

describe.each(places)('%s', (_, options) => {
  const door = doors(options)[0]!;

  it(`what staff write ${door.name} while the bot may not see their ticket is sent when it may again, in order`, async () => {
    const world = await createWorld(options);
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    const show = hide(world, placeOf(world, options, channel));
    await door.answers(world, channel, 'unseen');
    await world.advance(minute);
    expect(count(world.dmTexts(world.ada), 'unseen')).toBe(0);
    show();
    await door.answers(world, channel, 'seen');
    await world.advance(minute);
    expect(world.dmTexts(world.ada).slice(-2)).toEqual(['unseen', 'seen']);
  });

  it('nor is it lost when the bot is started meanwhile', async () => {
    const world = await createWorld(options);
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    const show = hide(world, placeOf(world, options, channel));
    await door.answers(world, channel, 'unseen');
    world.simulator.faults.dropGateway({ resumable: false });
    await world.stopBot();
    await world.advance(10_000);
    await world.startBot();
    await world.advance(minute);
    show();
    await world.advance(minute);
    expect(count(world.dmTexts(world.ada), 'unseen')).toBe(1);
  });

  it('nor when it is started meanwhile and goes on where it stopped listening', async () => {
    const world = await createWorld(options);
    await world.ada.dms('before');
    await world.settle();
    const channel = world.ticketChannel();
    const show = hide(world, placeOf(world, options, channel));
    await door.answers(world, channel, 'unseen');
    await world.advance(minute);
    await world.stopBot();
    await world.startBot();
    await world.advance(minute);
    show();
    await world.advance(minute);
    expect(count(world.dmTexts(world.ada), 'unseen')).toBe(1);
  });
});

it('a role that lets the bot see its tickets again does so as well', async () => {
  const world = await createWorld();
  const { seed, world: discord } = world.simulator;
  await world.ada.dms('before');
  await world.settle();
  const channel = world.ticketChannel();
  const locked = seed.role(world.guild, { name: 'Locked out', permissions: 0n });
  const parent = discord.state.channels.get(world.parent['private-thread'])!;
  putOverwrite(discord, null, parent, { id: world.app().bot, type: 'member', allow: 0n, deny: viewChannel });
  await world.sam.types(channel, 'unseen');
  await world.advance(minute);
  putOverwrite(discord, null, parent, { id: locked.id, type: 'role', allow: viewChannel, deny: 0n });
  deleteOverwrite(discord, null, parent, world.app().bot);
  const own = discord.state.guilds.get(world.guild)!.members.get(world.app().bot)!.roles;
  editMember(discord, null, world.guild, world.app().bot, { roles: [...own, locked.id] });
  await world.advance(minute);
  expect(count(world.dmTexts(world.ada), 'unseen')).toBe(1);
});
