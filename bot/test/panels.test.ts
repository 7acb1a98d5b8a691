import { describe, expect, it } from 'vitest';
import { putOverwrite } from '../../simulator/src/acts/edit-channel.ts';
import { permissionFlags } from '../../simulator/src/permissions.ts';
import type { Message } from '../../simulator/src/state.ts';
import type { PanelStyle } from '../src/panels.ts';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

interface Lobby {
  readonly world: World;
  readonly lobby: string;
  /** The panel as members see it. */
  readonly panel: () => Message;
}

const topicsLine = (...topics: readonly (string | object)[]): string =>
  `topics=${JSON.stringify(topics.map((topic) => (typeof topic === 'string' ? { name: topic } : topic)))}`;

/** A server with these topics and, in a channel that everybody sees, a panel of this style. */
async function withPanel(
  style: PanelStyle | null,
  topics: readonly (string | object)[],
  options: WorldOptions = {},
): Promise<Lobby & { readonly said: string }> {
  const world = await createWorld({ ...options, settings: [topicsLine(...topics), ...(options.settings ?? [])] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  await world.olga.runs('/panel post', { channel: 'lobby', ...(style !== null && { style }) }, world.logs);
  const posted = await world.olga.submits({ text: 'How can we help?', label: 'Choose what it is about' });
  await world.settle();
  const panel = (): Message => world.ada.reads(lobby)[0]!;
  return { world, lobby, panel, said: posted.message?.content ?? '' };
}

/** What can be pressed or chosen on a panel: buttons by their emoji and label, a menu as `placeholder: choices`. */
function offered({ components }: Pick<Message, 'components'>): readonly string[] {
  type Part = { label?: string; placeholder?: string; emoji?: { name: string; id?: string }; options?: Part[] };
  const named = ({ emoji, label }: Part): string => [emoji?.id ?? emoji?.name, label].filter(Boolean).join(' ');
  const rows = components as unknown as readonly { components: readonly Part[] }[];
  return rows.flatMap(({ components: parts }) =>
    parts.map((part) =>
      part.options ? `${part.placeholder}: ${part.options.map((option) => named(option)).join(', ')}` : named(part),
    ),
  );
}

const page = async (world: World): Promise<string> =>
  (await (await fetch(world.app().url ?? '')).text()).replaceAll('&amp;', '&').replaceAll('&quot;', '"');

async function panelsLeft(world: World): Promise<number> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const panels = await store.tables.panels.of(world.guild);
  await store.close();
  return panels.length;
}

const billing = { name: 'Billing', emoji: '💳', description: 'Invoices and refunds' };

describe('a panel offers', () => {
  it.each([
    [null, ['✉️ Choose what it is about']],
    ['button', ['✉️ Choose what it is about']],
    ['topic-buttons', ['💳 Billing', 'Bugs']],
    ['topic-select', ['Choose what it is about: 💳 Billing, Bugs']],
  ] as const)('%s: %j', async (style, expected) => {
    const { panel } = await withPanel(style, [billing, 'Bugs']);
    expect(offered(panel())).toEqual(expected);
    expect(panel().embeds[0]?.['description']).toBe('How can we help?');
  });

  it('one button while there are not two topics, says so to the admin, and topics as soon as there are', async () => {
    const { world, panel, said } = await withPanel('topic-select', [billing]);
    expect(said).toMatch(/^Posted: .*\nIt shows one button until there are two topics/);
    expect(offered(panel())).toEqual(['✉️ Choose what it is about']);
    await world.olga.runs('/topic add', { name: 'Bugs', emoji: '🐞' }, world.logs);
    await world.settle();
    expect(offered(panel())).toEqual(['Choose what it is about: 💳 Billing, 🐞 Bugs']);
  });

  it('twenty-five topics with the longest names, as buttons and in a menu', async () => {
    const topics = Array.from({ length: 25 }, (_, at) => ({
      name: `${at} ${'x'.repeat(97)}`.padEnd(100, 'y'),
      description: 'd'.repeat(100),
    }));
    const { world, lobby, panel } = await withPanel('topic-buttons', topics);
    expect(offered(panel())).toHaveLength(25);
    expect(panel().components).toHaveLength(5);
    await world.olga.runs('/panel edit', { message: panel().id, style: 'topic-select' }, lobby);
    await world.olga.submits({});
    await world.settle();
    expect(offered(panel())[0]).toContain(topics[24]!.name);
  });

  it('names as they are, whatever is in them', async () => {
    const names = ['@everyone', '**bold** [x](https://evil.example)', '<@&1> `', 'x'];
    const { panel } = await withPanel('topic-buttons', names);
    expect(offered(panel())).toEqual(names);
    expect(panel().mentionEveryone).toBe(false);
  });

  it('the server’s own emoji, and leaves out those of others, which Discord would refuse', async () => {
    const { world, panel } = await withPanel('topic-buttons', ['One', 'Two']);
    const { id } = world.simulator.seed.emoji(world.guild, { name: 'bug' });
    await world.olga.runs('/topic edit', { topic: 'One', emoji: `<:bug:${id}>` }, world.logs);
    await world.olga.runs('/topic edit', { topic: 'Two', emoji: '<:money:423456789012345678>' }, world.logs);
    await world.settle();
    expect(offered(panel())).toEqual([`${id} One`, 'Two']);
  });
});

describe('what a member presses or chooses', () => {
  it.each(['topic-buttons', 'topic-select'] as const)('on a panel of %s leads in', async (style) => {
    const { world, lobby } = await withPanel(style, [billing, 'Bugs']);
    const came =
      style === 'topic-buttons'
        ? await world.ada.clicks('Bugs', { channel: lobby })
        : await world.ada.selects(['Bugs'], { channel: lobby });
    await world.settle();
    expect(came.failed).toBe(false);
    expect(came.message ?? came.modal).not.toBeNull();
    expect(came.message?.content ?? '').not.toContain('not there any more');
  });

  it('opens the form of its topic, and what is answered there opens a ticket of that topic', async () => {
    const asks = { name: 'Bugs', questions: [{ label: 'What happened?', kind: 'long' }] };
    const { world, lobby } = await withPanel('topic-select', [billing, asks]);
    const chosen = await world.ada.selects(['Bugs'], { channel: lobby });
    expect(chosen.modal?.['title']).toBe('Bugs');
    await world.ada.submits({ 'What happened?': 'My lantern is gone' });
    await world.settle();
    const [card] = world.sam.reads(world.ticketChannel());
    expect(JSON.stringify(card?.embeds)).toMatch(/Bugs.*My lantern is gone|My lantern is gone.*Bugs/s);
  });

  it('in a menu can be chosen again, since the panel is drawn anew', async () => {
    const { world, lobby, panel } = await withPanel('topic-select', [billing, 'Bugs']);
    expect(panel().editedAt).toBeNull();
    await world.advance(1000);
    await world.ada.selects(['Bugs'], { channel: lobby });
    await world.settle();
    expect(panel().editedAt).not.toBeNull();
    expect(offered(panel())).toEqual(['Choose what it is about: 💳 Billing, Bugs']);
  });

  it.each(['topic-buttons', 'topic-select'] as const)(
    'that is gone by now says so, and the panel of %s shows what there is',
    async (style) => {
      const { world, lobby, panel } = await withPanel(style, [billing, 'Bugs']);
      // Discord refuses to change the panel once, so it still shows what was there.
      world.simulator.faults.fail({
        method: 'PATCH',
        path: /channels\/\d+\/messages\//,
        when: 'before',
        status: 403,
        code: 50001,
        times: 1,
      });
      await world.set(topicsLine(billing, 'Ideas'));
      await world.advance(1000);
      expect(offered(panel()).join()).toContain('Bugs');
      const late =
        style === 'topic-buttons'
          ? await world.ada.clicks('Bugs', { channel: lobby })
          : await world.ada.selects(['Bugs'], { channel: lobby });
      await world.settle();
      expect(late.message?.content).toMatch(/^This topic is not there any more\. .*choose again/);
      expect(late.message?.flags).toBe(64);
      expect(offered(panel()).join()).toContain('Ideas');
      expect(await page(world)).toContain('None that I know of.');
      expect(world.dmTexts(world.ada)).toEqual([]);
    },
  );
});

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

describe('/panel edit', () => {
  it('changes words and style, and keeps what is not said', async () => {
    const { world, lobby, panel } = await withPanel('topic-select', [billing, 'Bugs']);
    await world.olga.runs('/panel edit', { message: panel().id }, lobby);
    await world.olga.submits({ label: 'What is it?' });
    await world.settle();
    expect(offered(panel())).toEqual(['What is it?: 💳 Billing, Bugs']);
    await world.olga.runs('/panel edit', { message: panel().id, style: 'button' }, lobby);
    await world.olga.submits({ text: 'Write to us' });
    await world.settle();
    expect(offered(panel())).toEqual(['✉️ What is it?']);
    expect(panel().embeds[0]?.['description']).toBe('Write to us');
    await world.olga.runs('/topic add', { name: 'Ideas' }, world.logs);
    await world.settle();
    expect(offered(panel())).toEqual(['✉️ What is it?']);
  });

  it('is for admins only, and so is its form', async () => {
    const { world, lobby, panel } = await withPanel('topic-select', [billing, 'Bugs']);
    const refused = await world.sam.runs('/panel edit', { message: panel().id, style: 'button' }, lobby);
    expect(refused.message?.content).toBe('You may not do this.');
    expect(offered(panel())).toEqual(['Choose what it is about: 💳 Billing, Bugs']);
  });
});
