import { describe, expect, it } from 'vitest';
import { billing, offered, page, topicsLine, withPanel } from './posted-panel.ts';

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

  it('the server’s own emoji, and leaves out those of others, which Discord would refuse, as in direct messages', async () => {
    const { world, panel } = await withPanel('topic-buttons', ['One', 'Two']);
    const { id } = world.simulator.seed.emoji(world.guild, { name: 'bug' });
    await world.olga.runs('/topic edit', { topic: 'One', emoji: `<:bug:${id}>` }, world.logs);
    await world.olga.runs('/topic edit', { topic: 'Two', emoji: '<:money:423456789012345678>' }, world.logs);
    await world.settle();
    expect(offered(panel())).toEqual([`${id} One`, 'Two']);
    await world.ben.dms('hello');
    await world.settle();
    expect(offered(world.ben.readsDms().at(-1)!)).toEqual([`Choose a topic: ${id} One, Two`]);
    const listed = await world.olga.runs('/topic list', {}, world.logs);
    expect(offered(listed.message!)).toEqual(['Change a topic: One, Two']);
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
