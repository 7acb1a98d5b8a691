import { describe, expect, it } from 'vitest';
import type { Answered } from '../../simulator/src/people/person.ts';
import { madeAt } from '../src/ids.ts';
import { withPanel } from './posted-panel.ts';
import { billing, cardOf, dmOf, question, report, topicsAre } from './topics-asked.ts';
import { createWorld, type World } from './world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const role = (world: World, name: string): string => world.simulator.seed.role(world.guild, { name }).id;
const rolesOfAda = (world: World): Set<string> =>
  world.simulator.world.state.guilds.get(world.guild)!.members.get(world.ada.id)!.roles;

/** What they read where a form would open. */
async function refused(world: World, act: () => Promise<Answered>): Promise<string> {
  const { modal, message } = await act();
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  return modal === null ? (message?.content ?? '') : 'a form';
}

describe('on a panel, whoever may not open a ticket reads why before the form', () => {
  const stories: Readonly<Record<string, (world: World) => Promise<string>>> = {
    'a certain role': async (world) => `gates.role=${role(world, 'Verified')}`,
    'too new in': async () => 'gates.timeInServer=1h',
    'account is too new': async (world) =>
      `gates.accountAge=${Math.ceil((world.clock.now() - madeAt(world.ada.id)) / DAY) + 7}d`,
    'You cannot open conversations': async (world) => {
      const muted = role(world, 'Muted');
      rolesOfAda(world).add(muted);
      await world.settle();
      await world.sam.runs('/ticket block', { role: 'Muted' }, world.logs);
      return 'blockNotice=message';
    },
  };
  it.each(Object.entries(stories))('%s', async (line, stands) => {
    const { world, lobby } = await withPanel('topic-buttons', [{ name: 'Billing' }, report]);
    const press = (): Promise<Answered> => world.ada.clicks('Report', { channel: lobby });
    expect(await refused(world, press)).toBe('a form');
    await world.set(await stands(world));
    await world.advance(1000);
    expect(await refused(world, press)).toContain(line);
  });

  it('and whoever got the role a moment ago fills it in', async () => {
    const { world, lobby } = await withPanel('topic-buttons', [{ name: 'Billing' }, report]);
    const verified = role(world, 'Verified');
    await world.set(`gates.role=${verified}`);
    await world.advance(1000);
    const press = (): Promise<Answered> => world.ada.clicks('Report', { channel: lobby });
    expect(await refused(world, press)).toContain('a certain role');
    rolesOfAda(world).add(verified);
    expect(await refused(world, press)).toBe('a form');
  });
});

describe('in a DM', () => {
  async function asked(): Promise<{ readonly world: World; readonly verified: string }> {
    const world = await createWorld({ settings: [topicsAre(billing, report)] });
    const verified = role(world, 'Verified');
    await world.ada.dms('help');
    await world.settle();
    await world.set(`gates.role=${verified}`);
    await world.advance(1000);
    return { world, verified };
  }
  const choose = (world: World) => (): Promise<Answered> => world.ada.selects(['Report'], { channel: dmOf(world) });

  it('what Discord said a moment ago counts before the form', async () => {
    const { world } = await asked();
    expect(await refused(world, choose(world))).toContain('a certain role');
  });

  it('what is not known speaks against nobody; the answers are kept, and why they go nowhere is said then', async () => {
    const { world, verified } = await asked();
    await world.advance(2 * MINUTE);
    expect(await refused(world, choose(world))).toBe('a form');
    const answers = { 'Who?': 'Mallory', 'What happened?': 'A lot.', 'Where?': ['Chat'] };
    expect(await refused(world, () => world.ada.submits(answers))).toContain('a certain role');
    rolesOfAda(world).add(verified);
    await world.advance(2 * MINUTE);
    await world.ada.selects(['Report'], { channel: dmOf(world) });
    await world.ada.submits({});
    await world.settle();
    expect(cardOf(world, world.ticketChannel())['Who?']).toBe('Mallory');
  });

  it('what is not true any more is found out, and the form is a button away', async () => {
    const { world, verified } = await asked();
    rolesOfAda(world).add(verified);
    expect(await refused(world, choose(world))).not.toContain('a certain role');
    expect(question(world)?.choices).toContain('Answer the questions');
    const { modal } = await world.ada.clicks('Answer the questions', { channel: dmOf(world) });
    expect(modal?.['title']).toBe('Report');
  });
});
