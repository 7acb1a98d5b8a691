import { expect, it } from 'vitest';
import type { Answered, Person } from '../../simulator/src/people/person.ts';
import { withPanel } from './posted-panel.ts';
import { billing, dmOf, report, topicsAre } from './topics-asked.ts';
import { channelKinds, createWorld, type World, type WorldOptions } from './world.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Everything that was learnt of the server is old, and whatever else than answers is sent to Discord takes longer than people wait. */
async function slow(world: World): Promise<void> {
  await world.advance(11 * MINUTE);
  world.simulator.faults.delay({ path: /^(?!.*\/callback)/, when: 'before', ms: 4 * SECOND });
}

/** What the person sees once they have waited. */
async function sees(world: World, act: () => Promise<Answered>): Promise<string> {
  const acting = act();
  await world.advance(5 * SECOND);
  const { failed, modal, message } = await acting;
  return failed ? 'This interaction failed' : modal === null ? (message?.content ?? '') : 'a form';
}

async function withTicket(options: WorldOptions = {}): Promise<{ readonly world: World; readonly channel: string }> {
  const world = await createWorld(options);
  await world.ada.dms('help');
  await world.settle();
  return { world, channel: world.ticketChannel() };
}

it.each(channelKinds)('the forms of a ticket in a %s open while Discord is slow', async (channelKind) => {
  const { world, channel } = await withTicket({ channelKind });
  const message = world.sam.reads(channel).at(-1)!.id;
  const more = (await world.sam.clicks('More', { channel })).message!.id;
  await slow(world);
  const opening: Readonly<Record<string, () => Promise<Answered>>> = {
    Close: () => world.sam.clicks('Close', { channel }),
    Reply: () => world.sam.clicks('Reply', { channel }),
    'Reply in the menu of a message': () => world.sam.runsOn('Reply', message),
    'Reply anonymously': () => world.sam.clicks('Reply without my name', { message: more }),
    Block: () => world.sam.clicks('Block the member', { message: more }),
    '/send': () => world.sam.runs('/send', {}, channel),
    '/send outside': () => world.sam.runs('/send', { user: 'ada' }, world.logs),
  };
  for (const [what, act] of Object.entries(opening)) expect([what, await sees(world, act)]).toEqual([what, 'a form']);
});

it('the forms for admins open while Discord is slow, also for whoever is one by a role', async () => {
  const world = await createWorld({ settings: [topicsAre(billing, report)] });
  const admins = world.simulator.seed.role(world.guild, { name: 'Admins' }).id;
  world.simulator.world.state.guilds.get(world.guild)!.members.get(world.tess.id)!.roles.add(admins);
  await world.set(`adminRoles=${admins}`);
  await world.settle();
  await world.olga.runs('/panel post', {}, world.logs);
  await world.olga.submits({});
  await world.settle();
  const panel = world.olga.reads(world.logs).at(-1)!.id;
  const page = async (who: Person, command: string, options = {}): Promise<string> =>
    (await who.runs(command, options, world.logs)).message!.id;
  for (const who of [world.olga, world.tess]) {
    world.simulator.faults.clear();
    const [setup, topic, settings] = [
      await page(who, '/setup'),
      await page(who, '/topic edit', { topic: 'Report' }),
      await page(who, '/settings'),
    ];
    await who.selects(['members'], { message: settings, select: 'settings:group' });
    await slow(world);
    const opening: Readonly<Record<string, () => Promise<Answered>>> = {
      '/panel post': () => who.runs('/panel post', {}, world.logs),
      '/panel edit': () => who.runs('/panel edit', { message: panel }, world.logs),
      '/topic question-add': () => who.runs('/topic question-add', { topic: 'Billing' }, world.logs),
      'words of a topic': () => who.clicks('Name, emoji, greeting', { message: topic }),
      'a setting': () => who.selects(['greeting'], { message: settings, select: 'settings:field' }),
      'a setting in /setup': () => who.clicks('Logs channel', { message: setup }),
    };
    for (const [what, act] of Object.entries(opening)) expect([what, await sees(world, act)]).toEqual([what, 'a form']);
  }
});

it('who may not is told so at once, however slow Discord is', async () => {
  const { world } = await withTicket();
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await slow(world);
  expect(await sees(world, () => world.ben.runs('/panel post', {}, lobby))).toContain('may not');
  expect(await sees(world, () => world.sam.runs('/topic question-add', { topic: 'x' }, world.logs))).toContain(
    'may not',
  );
  world.olga.takesRole(world.sam.id, world.staffRole, world.guild);
  expect(await sees(world, () => world.sam.runs('/send', { user: 'ada' }, lobby))).toContain('may not');
});

it('the form of a topic opens while Discord is slow, and where it answers nothing else', async () => {
  const { world, lobby } = await withPanel('topic-buttons', [{ name: 'Billing' }, report]);
  await world.ada.dms('help');
  await world.settle();
  await slow(world);
  expect(await sees(world, () => world.ada.clicks('Report', { channel: lobby }))).toBe('a form');
  world.simulator.faults.clear();
  world.simulator.faults.fail({ method: 'GET', when: 'before', status: 500 });
  expect(await sees(world, () => world.ada.selects(['Report'], { channel: dmOf(world) }))).toBe('a form');
});

it('the form for words to the stars opens while Discord is slow', async () => {
  const { world, channel } = await withTicket({ settings: ['feedback=true'] });
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  await world.ada.clicks('5', {});
  await world.settle();
  await slow(world);
  expect(await sees(world, () => world.ada.clicks('Add a few words', {}))).toBe('a form');
});
