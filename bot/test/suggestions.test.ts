import { describe, expect, it } from 'vitest';
import type { Person } from '../../simulator/src/people/person.ts';
import { topicsAre } from './topics-asked.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

type Offered = readonly { readonly name: string; readonly value: string | number }[];

function typing(
  world: World,
  command: string,
  option: string,
  typed: string,
  who: Person = world.sam,
): Promise<Offered> {
  return who.completes(command, option, typed, world.logs);
}

async function writes(world: World, who: Person, text = 'help'): Promise<void> {
  await who.dms(text);
  await world.settle();
}

async function closes(world: World, channel: string): Promise<void> {
  await world.sam.runs('/ticket close', {}, channel);
  await world.settle();
}

/** Ada’s closed ticket and Ben’s open one. */
async function two(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  await writes(world, world.ada);
  await closes(world, world.ticketChannel());
  await writes(world, world.ben);
  return world;
}

describe('while staff type which ticket they mean', () => {
  it.each(['/ticket reopen', '/pmodmail reopen', '/reopen'])('%s offers those that are closed', async (command) => {
    const world = await two();
    const offered = await typing(world, command, 'ticket', '');
    expect(offered).toEqual([{ name: '#1 · Ada Lovelace · closed · 2 Mar 2026, 12:00', value: '1' }]);
    for (const typed of ['1', '#1', 'love', 'ADA'])
      expect(await typing(world, command, 'ticket', typed)).toEqual(offered);
    expect(await typing(world, command, 'ticket', 'ben')).toEqual([]);
    const reopened = await world.sam.runs(command, { ticket: String(offered[0]!.value) }, world.logs);
    await world.settle();
    expect(reopened.message?.content).toContain('Open again');
  });

  it('/ticket join offers those that are open, as numbers', async () => {
    const world = await two();
    const offered = [{ name: '#2 · Ben · open · 2 Mar 2026, 12:00', value: 2 }];
    expect(await typing(world, '/ticket join', 'number', '')).toEqual(offered);
    expect(await typing(world, '/ticket join', 'number', '2')).toEqual(offered);
    expect(await typing(world, '/ticket join', 'number', '1')).toEqual([]);
  });

  it('nobody else is offered anything', async () => {
    const world = await two({ settings: ['commands=all'] });
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.settle();
    expect(await world.ben.completes('/ticket reopen', 'ticket', '', lobby)).toEqual([]);
    expect(await world.ben.completes('/ticket join', 'number', '', lobby)).toEqual([]);
    expect(await world.ben.completes('/ticket block', 'alias', '', lobby)).toEqual([]);
    expect(await world.ben.completes('/ticket unblock', 'alias', '', lobby)).toEqual([]);
  });

  it('a ticket whose topic has staff of its own is offered to them alone', async () => {
    const world = await createWorld();
    const cashiers = world.simulator.seed.role(world.guild, { name: 'Cashiers' }).id;
    world.simulator.world.state.guilds.get(world.guild)!.members.get(world.tess.id)!.roles.add(cashiers);
    await world.set(topicsAre({ name: 'Bugs' }, { name: 'Money', staffRoles: [cashiers as never] }));
    await world.advance(1000);
    await writes(world, world.ada);
    await world.ada.selects(['Money'], { channel: world.ada.readsDms()[0]!.channelId });
    await world.settle();
    expect(await typing(world, '/ticket join', 'number', '')).toEqual([]);
    expect(await typing(world, '/ticket join', 'number', '1')).toEqual([]);
    expect(await typing(world, '/ticket join', 'number', '', world.tess)).toHaveLength(1);
    expect(await typing(world, '/ticket join', 'number', '', world.olga)).toHaveLength(1);
  });
});

describe('of anonymous members staff are offered', () => {
  it('the alias and never the name, and can block and unblock by it', async () => {
    const world = await createWorld({ settings: ['anonymousMembers=always'] });
    await writes(world, world.ada);
    const [ticket] = await typing(world, '/ticket join', 'number', '');
    const [, alias = ''] = /^#1 · (\S+) · open · /.exec(ticket!.name) ?? [];
    expect(alias).toMatch(/^[a-z]+-[a-z]+$/);
    for (const typed of ['ada', 'lovelace']) expect(await typing(world, '/ticket join', 'number', typed)).toEqual([]);
    const offered = [{ name: `${alias} · #1 · open · 2 Mar 2026, 12:00`, value: alias }];
    const [start = '', end = ''] = alias.split('-');
    for (const typed of ['', start, end, start.toUpperCase()])
      expect(await typing(world, '/ticket block', 'alias', typed)).toEqual(offered);
    expect(await typing(world, '/ticket block', 'alias', 'ada')).toEqual([]);
    expect(await typing(world, '/ticket unblock', 'alias', '')).toEqual([]);
    await world.sam.runs('/ticket block', { alias }, world.logs);
    await world.settle();
    const blocked = [{ name: `${alias} · blocked since 2 Mar 2026, 12:00`, value: alias }];
    expect(await typing(world, '/ticket unblock', 'alias', start)).toEqual(blocked);
    expect(await typing(world, '/blacklist remove', 'alias', '')).toEqual(blocked);
  });

  it('nothing where the member has a ticket under their name only', async () => {
    const world = await two();
    expect(await typing(world, '/ticket block', 'alias', '')).toEqual([]);
  });
});
