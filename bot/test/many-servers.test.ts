import { expect, it } from 'vitest';
import type { Exchange } from '../../simulator/src/options.ts';
import type { GuildId } from '../src/ids.ts';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

interface Crowd {
  readonly world: World;
  /** Every request of the bot's, by its route. */
  readonly asked: readonly string[];
}

/** A bot in so many servers: Harbour Games, the Chess Club, and others in which Ada is not. */
async function createCrowd(servers: number, options: WorldOptions = {}): Promise<Crowd> {
  const asked: string[] = [];
  const observe = (_: World, { method, route }: Exchange): void => void asked.push(`${method} ${route}`);
  const world = await createWorld({ ...options, observe, startBot: false });
  const { seed } = world.simulator;
  const [bot] = world.simulator.world.state.applications.keys();
  const others = Array.from({ length: servers - 2 }, (_, at) => {
    const { id } = seed.guild({ name: `Server ${at}`, owner: world.olga.id, ...(bot !== undefined && { bot }) });
    return { guild: id as GuildId, place: seed.channel(id, { name: 'tickets', type: 0 }).id };
  });
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  await store.transaction(async ({ settings }) => {
    for (const { guild, place } of others)
      await settings.put(guild, { parentChannel: place, enabled: true }, 0, true, 'test', 0);
  });
  await store.close();
  await world.addServer('Chess Club');
  await world.startBot();
  return { world, asked };
}

/** What was asked of Discord about members and servers meanwhile. A new ticket's card asks once, unless the member was just looked up. */
async function lookUps({ world, asked }: Crowd, work: () => Promise<unknown>): Promise<readonly string[]> {
  const before = asked.length;
  await work();
  await world.settle();
  return asked.slice(before).filter((one) => /^GET \/(guilds|users)/.test(one) && !one.endsWith('/guilds/{guild_id}'));
}

const memberOf = 'GET /guilds/{guild_id}/members/{user_id}';
const dmOf = (world: World): string => world.ada.readsDms()[0]!.channelId;

it('of an unknown member up to twenty servers are looked in, once', async () => {
  const crowd = await createCrowd(20);
  const { world } = crowd;
  expect(await lookUps(crowd, () => world.ada.dms('hello'))).toHaveLength(20);
  expect(world.dmTexts(world.ada).at(-1)).toContain('Which server is your message for?');
  expect(await lookUps(crowd, () => world.ada.dms('hello?'))).toEqual([]);
});

it('with 2000 servers a member whom nobody knows names theirs once; only that one is looked in, and then it is known', async () => {
  const crowd = await createCrowd(2000);
  const { world } = crowd;
  expect(await lookUps(crowd, () => world.ada.dms('help'))).toEqual([]);
  expect(world.dmTexts(world.ada).at(-1)).toContain('tell me its name, or use /contact-staff there');
  const name = async (named: string): Promise<string | undefined> => {
    await world.ada.clicks('Enter a name', { channel: dmOf(world) });
    return (await world.ada.submits({ name: named })).message?.content;
  };
  const strange = await name('Server 7');
  const invented = await name('Castle in the Air');
  expect([strange, invented]).toEqual([strange, strange]);
  expect(strange).toContain('I could not find a server of this name');
  await world.ada.dms('please');
  await world.settle();
  expect(await lookUps(crowd, () => name('chess club'))).toEqual([memberOf]);
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['help', 'please']);
  expect(await lookUps(crowd, () => world.ada.dms('thanks'))).toEqual([]);
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  expect(await lookUps(crowd, () => world.ada.dms('one more thing'))).toEqual([memberOf]);
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('one more thing');
}, 60_000);

it('a menu of more servers than Discord takes has pages, and a button for another server', async () => {
  const { world } = await createCrowd(40);
  await world.ada.dms('help');
  await world.settle();
  const { guilds } = world.simulator.world.state;
  for (const { id, members } of guilds.values()) {
    if (members.has(world.ada.id)) world.ada.leaves(id);
    world.ada.joins(id);
  }
  await world.settle();
  await world.ada.runs('/switch', {}, 'dm');
  const menu = world.ada.readsDms().at(-1)!;
  expect(menu.content).toContain('Page 1 of 2');
  await world.ada.clicks('More servers', { message: menu.id });
  expect(world.ada.readsDms().at(-1)!.content).toContain('Page 2 of 2');
  await expect(world.ada.selects(['Server 1'], { message: menu.id })).rejects.toThrow();
  await world.ada.clicks('Back', { message: menu.id });
  await world.ada.selects(['Chess Club'], { message: menu.id });
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('with sticky routing and many servers the member is asked once, and never again', async () => {
  const crowd = await createCrowd(30, { environment: { ROUTING: 'sticky' } });
  const { world } = crowd;
  await world.ada.dms('help');
  await world.settle();
  await world.ada.clicks('Enter a name', { channel: dmOf(world) });
  await world.ada.submits({ name: 'Chess Club' });
  await world.settle();
  await world.sam.types(world.ticketChannel(), '!close');
  await world.advance(2 * 24 * 60 * 60_000);
  expect(await lookUps(crowd, () => world.ada.dms('me again'))).toEqual([memberOf]);
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('me again');
});
