import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import { openStore } from '../src/store/open.ts';
import { billing, offered, page, topicsLine, withPanel } from './posted-panel.ts';
import type { World } from './world.ts';

async function panelsLeft(world: World): Promise<number> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const panels = await store.tables.panels.of(world.guild);
  await store.close();
  return panels.length;
}

describe('a panel follows the topics', () => {
  it('when one is added, renamed, moved and removed', async () => {
    const { world, panel } = await withPanel('topic-buttons', [billing, 'Bugs']);
    const run = async (command: string, options: Record<string, string | number>): Promise<readonly string[]> => {
      await world.olga.runs(command, options, world.logs);
      await world.settle();
      return offered(panel());
    };
    expect(await run('/topic add', { name: 'Ideas' })).toEqual(['💳 Billing', 'Bugs', 'Ideas']);
    expect(await run('/topic edit', { topic: 'Bugs', name: 'Crashes' })).toEqual(['💳 Billing', 'Crashes', 'Ideas']);
    expect(await run('/topic edit', { topic: 'Ideas', position: 1 })).toEqual(['Ideas', '💳 Billing', 'Crashes']);
    await run('/topic remove', { topic: 'Billing' });
    await world.olga.clicks('Remove it', { channel: world.logs });
    await world.settle();
    expect(offered(panel())).toEqual(['Ideas', 'Crashes']);
  });

  it('and the colour, in every style, but is left alone when nothing of it changed', async () => {
    const { world, panel } = await withPanel('button', [billing, 'Bugs']);
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    expect(panel().editedAt).toBeNull();
    await world.set('accentColour=#00ff7f');
    await world.advance(1000);
    await world.ada.dms('hello');
    await world.settle();
    expect(panel().embeds[0]?.['color']).toBe(0x00ff7f);
  });

  it('when they were changed on the command line, once the program hears anything at all', async () => {
    let changed = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (changed = resolve));
    const { world, panel } = await withPanel('topic-select', [billing, 'Bugs'], {
      observe: (_, { method, path }) => method === 'PATCH' && path.startsWith('/channels/') && changed(),
    });
    await world.set(topicsLine(billing, 'Ideas'));
    // Not `advance`, which settles and so pays whatever is owed.
    await world.clock.pass(1000, async () => undefined);
    expect(offered(panel()).join()).toContain('Bugs');
    await world.olga.completes('/topic edit', 'topic', '', world.logs);
    await arrived;
    await world.settle();
    expect(offered(panel())).toEqual(['Choose what it is about: 💳 Billing, Ideas']);
  });

  it('when they were changed while the bot was stopped', async () => {
    const { world, panel } = await withPanel('topic-select', [billing, 'Bugs']);
    await world.stopBot();
    await world.set(topicsLine('Sales', 'Ideas'));
    await world.startBot();
    expect(offered(panel())).toEqual(['Choose what it is about: Sales, Ideas']);
  });

  it('also where they changed while it was being posted', async () => {
    const { world, lobby } = await withPanel('button', [billing, 'Bugs']);
    await world.olga.runs('/panel post', { channel: 'lobby', style: 'topic-buttons' }, world.logs);
    world.simulator.faults.delay({ method: 'POST', path: `/channels/${lobby}/messages`, when: 'after', ms: 1000 });
    await world.olga.submits({});
    while (world.ada.reads(lobby).length < 2) await new Promise((resolve) => setImmediate(resolve));
    await world.set(topicsLine(billing, 'Ideas'));
    await world.clock.pass(2000, async () => undefined);
    await world.settle();
    expect(offered(world.ada.reads(lobby).at(-1)!)).toEqual(['💳 Billing', 'Ideas']);
  });

  it('as soon as Discord answers again', async () => {
    const { world, panel } = await withPanel('topic-buttons', [billing, 'Bugs']);
    world.simulator.faults.fail({ method: 'PATCH', path: /\/messages\/\d+$/, when: 'before', status: 500, times: 3 });
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    await world.advance(60_000);
    expect(offered(panel())).toEqual(['💳 Billing', 'Bugs', 'Ideas']);
  });

  it('also where the bot is stopped before the panel was changed', async () => {
    const { world, panel } = await withPanel('topic-buttons', [billing, 'Bugs']);
    world.simulator.faults.fail({ method: 'PATCH', path: /\/messages\/\d+$/, when: 'before', status: 500 });
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    await world.stopBot();
    world.simulator.faults.clear();
    await world.startBot();
    await world.advance(60_000);
    expect(offered(panel())).toEqual(['💳 Billing', 'Bugs', 'Ideas']);
  });

  it('unless it was deleted: then it is forgotten, and nothing is wrong', async () => {
    const { world, panel, lobby } = await withPanel('topic-buttons', [billing, 'Bugs']);
    await world.olga.runs('/panel post', { channel: 'lobby', style: 'topic-select' }, world.logs);
    await world.olga.submits({});
    await world.settle();
    expect(await panelsLeft(world)).toBe(2);
    await world.olga.deletes(panel().id);
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    expect(await panelsLeft(world)).toBe(1);
    await world.olga.deletesChannel(lobby);
    await world.olga.runs('/topic add', { name: 'Sales' }, world.logs);
    await world.settle();
    expect(await panelsLeft(world)).toBe(0);
    expect(await page(world)).toContain('None that I know of.');
  });

  it('and one that cannot be reached is a problem with its fix, until it can', async () => {
    const { world, lobby, panel } = await withPanel('topic-buttons', [billing, 'Bugs']);
    const place = world.simulator.world.state.channels.get(lobby)!;
    const bot = { id: world.app().bot, type: 'member', allow: 0n } as const;
    putOverwrite(world.simulator.world, null, place, { ...bot, deny: permissionFlags.viewChannel });
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    const shown = await page(world);
    expect(shown).toContain('A panel could not be brought up to date: ');
    expect(shown).toContain(`https://discord.com/channels/${world.guild}/${lobby}/${panel().id}`);
    expect(shown).toContain('Let me see its channel');
    putOverwrite(world.simulator.world, null, place, { ...bot, deny: 0n });
    await world.advance(10_000);
    expect(await page(world)).toContain('None that I know of.');
    expect(offered(panel())).toEqual(['💳 Billing', 'Bugs', 'Ideas']);
  });
});
