import { describe, expect, it } from 'vitest';
import { text, timestamp } from '../src/render/notices.ts';
import { createWorld, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** Everything that can be read in it. */
const all = (shown: unknown): string => JSON.stringify(shown);

describe('a private answer is', () => {
  it.each([
    ['de', 'de'],
    ['fr', 'fr'],
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
  ] as const)('for whoever speaks %s in %s, whatever the server speaks', async (locale, language) => {
    const world = await createWorld({ settings: ['language=de'] });
    world.sam.speaks(locale);
    const claimed = await world.sam.runs('/ticket claim', {}, await openTicket(world));
    expect(claimed.message!.content).toBe(text('answer.claimed', {}, language));
  });

  it('in the server’s language for those whose own we do not speak', async () => {
    const world = await createWorld({ settings: ['language=fr'] });
    world.sam.speaks('pl');
    const claimed = await world.sam.runs('/ticket claim', {}, await openTicket(world));
    expect(claimed.message!.content).toBe(text('answer.claimed', {}, 'fr'));
  });

  it('in the reader’s language also when it comes later', async () => {
    const world = await createWorld({ settings: ['undoSend=5s'] });
    const channel = await openTicket(world);
    world.sam.speaks('de');
    const sent = await world.sam.runs('/reply', { text: 'Hallo Ada' }, channel);
    await world.settle();
    const when = timestamp(world.clock.now() + 5000, 'R');
    expect(sent.message!.content).toBe(text('answer.goes-out', { when }, 'de'));
    await world.sam.clicks(text('answer.undo', {}, 'de'), { message: sent.message!.id });
    await world.settle();
    expect(sent.message!.content).toContain(text('answer.withdrawn', {}, 'de'));
    const again = await world.sam.runs('/reply', { text: 'Hallo Ada!' }, channel);
    await world.settle();
    await world.advance(6000);
    expect(again.message!.content).toBe(text('answer.sent', {}, 'de'));
  });

  it('in the reader’s language, or the server’s, also when something went wrong', async () => {
    const world = await createWorld({ settings: ['language=es'] });
    const channel = await openTicket(world);
    for (const [locale, language] of [
      ['de', 'de'],
      ['nl', 'es'],
    ] as const) {
      world.sam.speaks(locale);
      world.simulator.faults.fail({ method: 'POST', path: '/callback', when: 'before', status: 500, times: 1 });
      const claimed = await world.sam.runs('/ticket claim', {}, channel);
      expect(claimed.message!.content).toBe(text('answer.went-wrong', {}, language));
    }
  });

  it('in the reader’s language also for a command that the server has no more', async () => {
    const world = await createWorld();
    world.sam.speaks('de');
    const [application] = [...world.simulator.world.state.applications.values()];
    const before = [...application!.commands];
    await world.set('commands=pmodmail');
    await world.app().lookAtSettings();
    await world.advance(1000);
    // The client has not heard of it yet.
    for (const [id, one] of before) application!.commands.set(id, one);
    const late = await world.sam.runs('/ticket claim', {}, world.logs);
    const instead = '/pmodmail claim';
    expect(late.message!.content).toBe(text('answer.vocabulary-off', { command: 'ticket claim', instead }, 'de'));
  });
});

it.each([
  ['soon', 'das ist keine Zeitspanne'],
  ['5', 'ihr fehlt die Einheit: 5m sind Minuten, 5h Stunden'],
  ['5 fortnights', 'die Einheit kenne ich nicht; es gibt y, mon, w, d, h, m und s'],
  ['1h 2h', 'eine Einheit steht zweimal da'],
  ['101y', 'sie ist länger als 100 Jahre'],
])('what is wrong with the duration "%s" is said in the reader’s language too', async (duration, wrong) => {
  const world = await createWorld();
  world.olga.speaks('de');
  for (const [command, options] of [
    ['/pause', { duration }],
    ['/ticket block', { duration, member: world.ben.id }],
  ] as const) {
    const { message } = await world.olga.runs(command, options, world.logs);
    expect(message!.content).toBe(text('answer.duration-wrong', { wrong }, 'de'));
  }
});

describe('a form is in the language of whoever fills it in:', () => {
  it('that of closing', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    world.sam.speaks('de');
    const { modal } = await world.sam.clicks('Close', { channel });
    expect(modal!['title']).toBe(text('form.close.title', { number: 1 }, 'de'));
    for (const key of ['form.close.comment', 'form.close.comment-placeholder', 'form.close.share-no'] as const)
      expect(all(modal)).toContain(text(key, {}, 'de'));
    const closed = await world.sam.submits({});
    await world.settle();
    expect(closed.message!.content).toBe(text('answer.closed', {}, 'de'));
  });

  it('that of a reply and that of a block, behind the button for more', async () => {
    const world = await createWorld();
    const channel = await openTicket(world);
    world.sam.speaks('fr');
    const more = (await world.sam.clicks('More', { channel })).message!;
    expect(more.content).toBe(text('more.what', {}, 'fr'));
    expect(all(more.components)).toContain(text('more.add', {}, 'fr'));
    const reply = await world.sam.clicks(text('more.reply-anonymously', {}, 'fr'), { message: more.id });
    expect(reply.modal!['title']).toBe(text('form.reply.title', { number: 1 }, 'fr'));
    expect(all(reply.modal)).toContain(text('form.reply.placeholder', {}, 'fr'));
    const block = await world.sam.clicks(text('more.block', {}, 'fr'), { message: more.id });
    expect(all(block.modal)).toContain(text('form.block.duration-placeholder', {}, 'fr'));
  });
});

describe('the pages of an admin are in their language:', () => {
  it('settings, with what came of a change', async () => {
    const world = await createWorld();
    world.olga.speaks('de');
    const page = (await world.olga.runs('/settings', {}, world.logs)).message!;
    expect(all(page.embeds)).toContain(text('settings.title', {}, 'de'));
    expect(all(page.components)).toContain(text('settings.choose-group', {}, 'de'));
    await world.olga.selects(['answers'], { message: page.id, select: 'settings:group' });
    await world.olga.selects(['undoSend'], { message: page.id, select: 'settings:field' });
    await world.olga.submits({ value: 'maybe' });
    await world.settle();
    expect(page.content).toContain(text('settings.not-saved', {}, 'de'));
    await world.olga.selects(['undoSend'], { message: page.id, select: 'settings:field' });
    await world.olga.submits({ value: '5s' });
    await world.settle();
    expect(page.content).toContain(text('settings.saved', {}, 'de'));
    expect(all(page.embeds)).toContain(text('settings.group-answers', {}, 'de'));
  });

  it('setting up, with what is to be mended', async () => {
    const world = await createWorld();
    world.olga.speaks('es-ES');
    const page = (await world.olga.runs('/setup', {}, world.logs)).message!;
    expect(all(page.embeds)).toContain(text('setup.title', {}, 'es'));
    await world.olga.clicks(text('setup.enable', {}, 'es'), { message: page.id });
    await world.settle();
    expect([text('setup.fine', {}, 'es'), text('settings.saved', {}, 'es')]).toContain(page.content.split('\n')[0]);
  });

  it('topics, with their forms', async () => {
    const world = await createWorld();
    world.olga.speaks('fr');
    const added = await world.olga.runs('/topic add', { name: 'Factures' }, world.logs);
    await world.settle();
    const page = added.message!;
    expect(page.content).toContain(text('topic.one-is-not-offered', {}, 'fr'));
    expect(all(page.embeds)).toContain(text('topic.as-server', {}, 'fr'));
    const form = await world.olga.clicks(text('topic.add-question', {}, 'fr'), { message: page.id });
    expect(form.modal!['title']).toBe(text('form.question.title', {}, 'fr'));
    const list = await world.olga.runs('/topic list', {}, world.logs);
    expect(all(list.message!.embeds)).toContain(text('topic.list', {}, 'fr'));
  });
});

it('everybody reads a panel, so its words are in the server’s language; the form for them is in the admin’s', async () => {
  const world = await createWorld({ settings: ['language=fr'] });
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  world.olga.speaks('de');
  const { modal } = await world.olga.runs('/panel post', {}, lobby);
  expect(all(modal)).toContain(text('form.panel.text', {}, 'de'));
  expect(all(modal)).toContain(text('panel.text', {}, 'fr'));
  const posted = await world.olga.submits({});
  await world.settle();
  expect(posted.message!.content).toMatch(text('answer.panel-posted', { link: 'https' }, 'de').slice(0, 12));
  expect(all(world.ada.reads(lobby).at(-1)!.components)).toContain(text('panel.label', {}, 'fr'));
  world.ada.speaks('es-419');
  const pressed = await world.ada.clicks(text('panel.label', {}, 'fr'), { channel: lobby });
  await world.settle();
  const [shown = ''] = text('answer.write-in-dm', { link: '\n' }, 'es').split('\n');
  expect(pressed.message!.content.startsWith(shown)).toBe(true);
  expect(world.dmTexts(world.ada).at(-1)).toBe(text('ask-server.write-now', { server: 'Harbour Games' }, 'es'));
});

describe('in a direct message', () => {
  it('the menu of servers is in the member’s language, else in the one that the servers have', async () => {
    const world = await createWorld({ settings: ['language=fr'] });
    world.ada.speaks('de');
    const own = await world.ada.runs('/switch', {}, 'dm');
    expect(own.message!.content).toContain(text('ask-server.which', {}, 'de'));
    world.ada.speaks('pl');
    const other = await world.ada.runs('/switch', {}, 'dm');
    expect(other.message!.content).toContain(text('ask-server.which', {}, 'fr'));
    await world.ada.selects([world.guild], { message: other.message!.id });
    await world.settle();
    expect(other.message!.content).toBe(text('ask-server.write-now', { server: 'Harbour Games' }, 'fr'));
  });

  it('a member whose language has no texts is answered in that of their servers, and about a ticket in that of its server', async () => {
    const world = await createWorld({ settings: ['language=fr', 'feedback=true'] });
    world.ada.speaks('pl');
    await openTicket(world);
    await world.sam.runs('/ticket close', {}, world.ticketChannel());
    await world.settle();
    await world.ada.clicks('4', {});
    await world.settle();
    const words = text('feedback.add-words', {}, 'fr');
    for (const several of [false, true]) {
      if (several) await world.addServer('Chess Club');
      await world.advance(1000);
      expect(all((await world.ada.clicks(words, {})).modal)).toContain(text('feedback.form', {}, 'fr'));
    }
  });

  it('whoever shares no server with the bot reads so in the language that all of its servers have', async () => {
    const world = await createWorld({ settings: ['language=fr'] });
    world.ada.speaks('pl');
    await world.ada.runs('/switch', {}, 'dm');
    world.ada.leaves(world.guild);
    await world.advance(120_000);
    const answered = await world.ada.runs('/switch', {}, 'dm');
    expect(answered.message!.content).toBe(text('member.no-server', {}, 'fr'));
    const { seed } = world.simulator;
    const elsewhere = seed.guild({ name: 'Chess Club', owner: world.olga.id, bot: world.app().bot });
    seed.join(elsewhere.id, world.ada.id);
    await world.ada.dms('hello?');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toBe(text('member.no-server', {}, 'fr'));
  });

  it('staff who write first are introduced in the member’s language, and answered in their own', async () => {
    const world = await createWorld({ settings: ['language=fr'] });
    world.ada.speaks('es-ES');
    await world.ada.runs('/switch', {}, 'dm');
    world.sam.speaks('de');
    for (const [member, language] of [
      [world.ada, 'es'],
      [world.ben, 'fr'],
    ] as const) {
      const contacted = await world.sam.runs('/contact', { member: member.id }, world.logs);
      await world.settle();
      expect(contacted.message!.content).toBe(text('answer.contacted', {}, 'de'));
      expect(world.dmTexts(member)).toContain(text('member.contacted', { server: 'Harbour Games' }, language));
    }
  });
});
