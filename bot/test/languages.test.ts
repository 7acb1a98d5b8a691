import { describe, expect, it } from 'vitest';
import type { Message } from '../../simulator/src/state.ts';
import { openStore } from '../src/store/open.ts';
import { text } from '../src/render/notices.ts';
import { changeSettings } from '../src/settings/change.ts';
import { places } from './doors.ts';
import { forumOf, inForum, opens, tags } from './in-forum.ts';
import { heardIn, notIn } from './spoken.ts';
import { billing, bugs, dmOf, question, topicsAre } from './topics-asked.ts';
import { channelKinds, createWorld, type World, type WorldOptions } from './world.ts';

const minute = 60_000;
const server = 'Harbour Games';
/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const ephemeral = 1 << 6;

/** What staff see of a ticket and of the line about it in the logs channel, without what one of them was told alone. */
function staffSide(world: World): readonly Message[] {
  const seen = [...world.ticketChannels(), world.logs].flatMap((channel) => world.sam.reads(channel));
  return seen.filter(({ flags }) => (flags & ephemeral) === 0);
}

/** What Ada was written since she wrote this. */
function since(world: World, said: string): readonly Message[] {
  const all = world.ada.readsDms();
  const from = all.findLastIndex(({ content }) => content === said);
  return all.slice(from + 1).filter(({ authorId }) => authorId !== world.ada.id);
}

async function germanServer(options: WorldOptions = {}): Promise<World> {
  const settings = ['language=de', 'acknowledge=both', 'feedback=true', ...(options.settings ?? [])];
  return createWorld({ ...options, settings });
}

/** Whoever uses something of the bot's tells it their language. */
async function uses(world: World, locale: string): Promise<void> {
  world.ada.speaks(locale);
  await world.ada.runs('/contact-staff', {}, world.simulator.seed.channel(world.guild, { name: 'chat', type: 0 }).id);
  await world.settle();
}

/** Ada writes, is answered, and the ticket is closed. */
async function wholeTicket(world: World): Promise<void> {
  await world.ada.dms('Ahoj!');
  await world.settle();
  const channel = world.ticketChannel();
  await world.sam.runs('/reply', { text: 'Ahoj, Ada!' }, channel);
  await world.sam.runs('/ticket claim', {}, channel);
  await world.settle();
  await world.sam.runs('/ticket close', { comment: 'ok' }, channel);
  await world.settle();
  await world.advance(minute);
}

describe.each(places)('in a %s of a German server', (_, place) => {
  it('everything is in German, from the card to the transcript', async () => {
    const world = await germanServer(place);
    await wholeTicket(world);
    expect(heardIn('de', since(world, 'Ahoj!'))).toEqual(
      expect.arrayContaining(['member.message-sent', 'member.closed-with-comment', 'feedback.ask']),
    );
    expect(notIn('de', world.ada.readsDms())).toEqual([]);
    expect(heardIn('de', staffSide(world)).length).toBeGreaterThan(3);
    expect(notIn('de', staffSide(world))).toEqual([]);
    expect(await transcriptPage(world)).toMatch(/<html lang="de">/);
    expect(notIn('de', [await transcriptPage(world)])).toEqual([]);
  });
});

describe.each(channelKinds)('in a %s of a German server', (channelKind) => {
  it('a member whose Discord is in English reads English, and staff read German', async () => {
    const world = await germanServer({ channelKind });
    await uses(world, 'en-GB');
    await wholeTicket(world);
    expect(heardIn('en', since(world, 'Ahoj!'))).toContain('member.closed-with-comment');
    expect(notIn('en', since(world, 'Ahoj!'))).toEqual([]);
    expect(notIn('de', staffSide(world))).toEqual([]);
  });
});

it.each([
  ['fr', 'fr'],
  ['es-419', 'es'],
  ['da', 'de'],
] as const)('a member whose Discord is in %s is written to in %s', async (locale, language) => {
  const world = await germanServer();
  await uses(world, locale);
  await wholeTicket(world);
  expect(heardIn(language, since(world, 'Ahoj!'))).toContain('member.closed-with-comment');
  expect(notIn(language, since(world, 'Ahoj!'))).toEqual([]);
  expect(notIn('de', staffSide(world))).toEqual([]);
});

it('a member who has used nothing yet is written to in the language of the server, and in their own from the first click on', async () => {
  const world = await germanServer({ settings: ['blockNotice=message'] });
  world.ada.speaks('fr');
  await wholeTicket(world);
  expect(notIn('de', since(world, 'Ahoj!'))).toEqual([]);
  await world.ada.clicks('4', {});
  await world.settle();
  await world.ada.dms('Encore moi');
  await world.settle();
  expect(world.dmTexts(world.ada)).toContain(text('member.message-sent', { server }, 'fr'));
  await world.sam.runs('/ticket close', {}, world.ticketChannel());
  await world.settle();
  await world.sam.runs('/ticket block', { member: world.ada.id }, world.logs);
  await world.ada.dms('Toujours moi');
  await world.settle();
  expect(since(world, 'Toujours moi').map(({ content }) => content)).toEqual([
    text('member.blocked', { server }, 'fr'),
  ]);
});

it('the language of an anonymous member shows nowhere on the side of staff', async () => {
  const world = await germanServer({ settings: ['anonymousMembers=always'] });
  await uses(world, 'es-ES');
  await wholeTicket(world);
  expect(heardIn('es', since(world, 'Ahoj!'))).toContain('member.anonymous');
  const { channels, webhooks } = world.simulator.world.state;
  const places = [...channels.values()].filter(({ type }) => type !== 1);
  const seen = [...staffSide(world), ...places, ...webhooks.values(), await transcriptPage(world)];
  expect(notIn('de', seen)).toEqual([]);
});

it('where several servers could be meant the question is in the language that they share, else in English', async () => {
  const world = await germanServer();
  const chess = await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('Hallo');
  await world.settle();
  expect(question(world)?.text).toContain(text('ask-server.prompt', {}, 'en'));
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toBe(text('ask-server.expired', {}, 'en'));
  await inGerman(world, chess);
  await world.ada.dms('Hallo?');
  await world.settle();
  expect(question(world)?.text).toContain(text('ask-server.prompt', {}, 'de'));
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toBe(text('ask-server.expired', {}, 'de'));
});

it('what is asked at the door of a server is asked in its language, until the member’s own is known', async () => {
  const world = await germanServer({ settings: [topicsAre(billing, bugs), 'anonymousMembers=choice'] });
  await world.ada.dms('Hola');
  await world.settle();
  expect(question(world)?.text).toContain(text('door.topic', { server }, 'de'));
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toBe(text('ask-server.expired', {}, 'de'));
  await world.ada.dms('¿Hola?');
  await world.settle();
  world.ada.speaks('es-419');
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.settle();
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toBe(text('ask-server.expired', {}, 'es'));
  await world.ada.dms('¿Y ahora?');
  await world.settle();
  expect(question(world)?.text).toContain(text('door.topic', { server }, 'es'));
});

it('whoever writes a reply by command reads in their own language that it arrived', async () => {
  const world = await germanServer();
  world.sam.speaks('fr');
  world.tess.speaks('pt-BR');
  await world.ada.dms('Hallo');
  await world.settle();
  const answers = [];
  for (const by of [world.sam, world.tess])
    answers.push(await by.runs('/reply', { text: 'Hallo!' }, world.ticketChannel()));
  await world.settle();
  expect(answers[0]?.message?.content).toBe(text('answer.sent', {}, 'fr'));
  expect(answers[1]?.message?.content).toBe(text('answer.sent', {}, 'de'));
});

it('forum tags that are there stay as they are called when the language of the server changes', async () => {
  const world = await createWorld({ ...inForum, settings: ['feedback=true'] });
  const post = await opens(world);
  const before = forumOf(world).tags.map(({ id, name }) => ({ id, name }));
  await world.set('language=de');
  await world.advance(10_000);
  await world.sam.runs('/reply', { text: 'Hallo' }, post);
  await world.settle();
  expect(tags(world, post)).toEqual(['Open', 'Awaiting Response']);
  await world.sam.runs('/ticket close', {}, post);
  await world.settle();
  await world.ada.clicks('4', {});
  await world.advance(10_000);
  expect(tags(world, post)).toEqual(['Closed', text('tag.rating', { count: 4 }, 'de')]);
  expect(forumOf(world).tags.slice(0, before.length)).toMatchObject(before);
});

it('what both sides are told, each reads in its own language', async () => {
  const world = await germanServer({ settings: ['autoClose=3h', 'autoCloseWarning=1h'] });
  await uses(world, 'fr');
  await world.ada.dms('Salut');
  await world.settle();
  await world.advance(2 * 60 * minute);
  expect(heardIn('fr', since(world, 'Salut'))).toContain('notice.closes-soon');
  expect(heardIn('de', staffSide(world))).toContain('notice.closes-soon');
  await world.advance(60 * minute);
  expect(heardIn('fr', since(world, 'Salut'))).toContain('member.closed-quiet');
  expect(notIn('fr', since(world, 'Salut'))).toEqual([]);
  expect(notIn('de', staffSide(world))).toEqual([]);
});

it('whoever writes to somebody outside of a ticket reads in their own language what came of it', async () => {
  const world = await germanServer();
  world.sam.speaks('fr');
  world.ben.closesDms();
  const sent = [];
  for (const user of [world.ada.id, world.ben.id])
    sent.push(await world.sam.runs('/send', { user, message: 'Hallo!' }, world.logs));
  await world.settle();
  expect(sent.map(({ message }) => message?.content)).toEqual([
    text('answer.sent', {}, 'fr'),
    text('notice.not-delivered.cannot-dm', {}, 'fr'),
  ]);
});

it('that a reply did not arrive, staff read in the server’s language, and whoever wrote it in their own', async () => {
  const world = await germanServer();
  await uses(world, 'es-ES');
  await world.ada.dms('Hola');
  await world.settle();
  world.ada.closesDms();
  const sent = await world.sam.runs('/reply', { text: 'Hallo' }, world.ticketChannel());
  await world.settle();
  expect(sent.message?.content).toBe(text('answer.not-delivered', {}, 'en'));
  expect(heardIn('de', staffSide(world))).toContain('notice.not-delivered.cannot-dm');
  expect(notIn('de', staffSide(world))).toEqual([]);
});

async function inGerman(world: World, guild: World['guild']): Promise<void> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const change = { values: { language: 'de' }, reset: [] } as const;
  await store.transaction((tables) =>
    changeSettings(tables, guild, { change, checked: false, by: 'test', now: world.clock.now() }),
  );
  await store.close();
  await world.advance(1000);
}

async function transcriptPage(world: World): Promise<string> {
  const files = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments);
  const file = files.find(({ filename }) => filename.endsWith('.html'));
  return Buffer.from(world.simulator.world.state.uploads.get(file?.id ?? '')?.bytes ?? []).toString();
}
