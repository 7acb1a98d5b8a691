import { expect, it } from 'vitest';
import { openStore } from '../src/store/open.ts';
import { createWorld, reactions, type World } from './world.ts';

const minute = 60_000;

const dmOf = (world: World): string => world.ada.readsDms()[0]!.channelId;
const questions = (world: World): number =>
  world.dmTexts(world.ada).filter((text) => text.includes('Which server')).length;

/** Tickets of Ada's in Harbour Games and in the Chess Club; the latter is the newer. */
async function twoTickets(world: World): Promise<{ readonly harbour: string; readonly chess: string }> {
  await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('hello Harbour');
  await world.settle();
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.settle();
  const harbour = world.ticketChannel();
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  await world.settle();
  await world.ada.dms('hello Chess');
  await world.settle();
  const chess = world.ticketChannel();
  await world.advance(1000);
  return { harbour, chess };
}

it('a question that nobody answers expires and says so; what was written is there for the next choice, also after a restart', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('first');
  await world.settle();
  await world.stopBot();
  await world.startBot();
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toContain('This question has expired');
  expect(questions(world)).toBe(0);
  await world.ada.dms('second');
  await world.settle();
  expect(questions(world)).toBe(1);
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'second']);
  expect(world.dmTexts(world.ada).at(-1)).toBe('Your message goes to **Chess Club**.');
});

it('what is edited or deleted while the member is choosing is sent as it is then', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  const first = await world.ada.dms('frist');
  const second = await world.ada.dms('a secret');
  await world.ada.dms('third');
  await world.settle();
  await world.ada.edits(first.id, 'first');
  await world.ada.deletes(second.id);
  await world.settle();
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'third']);
  expect(world.texts(world.ticketChannel()).join()).not.toContain('secret');
});

it('while a member is choosing, a hundred messages are kept; what comes beyond gets a ❌', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  for (let at = 1; at <= 101; at += 1) await world.ada.dms(`message ${at}`);
  await world.settle();
  const marked = world.ada.readsDms().filter((message) => reactions(message).includes('❌'));
  expect(marked.map(({ content }) => content)).toEqual(['message 101']);
  expect(world.dmTexts(world.ada).filter((text) => text.includes('Which server'))).toHaveLength(1);
});

it('the choice is checked again: who has left the server meanwhile is told, and can still choose another', async () => {
  const world = await createWorld({ intents: { members: false } });
  const chess = await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('help');
  await world.settle();
  world.ada.leaves(chess);
  const chosen = await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  expect(chosen.message?.content).toBe('You cannot write to that server any more. Please choose another one.');
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('when only one server is left, what was kept goes there with the next message, in order', async () => {
  const world = await createWorld();
  const chess = await world.addServer('Chess Club');
  await world.advance(1000);
  await world.ada.dms('first');
  await world.settle();
  world.ada.leaves(chess);
  await world.settle();
  await world.ada.dms('second');
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'second']);
});

it('with sticky routing the server with the lowest id is taken, and then always the same, also after a restart', async () => {
  const world = await createWorld({ environment: { ROUTING: 'sticky' } });
  await world.addServer('Chess Club');
  await world.advance(1000);
  for (const text of ['one', 'two']) {
    await world.ada.dms(text);
    await world.settle();
    const channel = world.ticketChannel();
    expect(world.simulator.world.state.channels.get(channel)?.guildId).toBe(world.guild);
    expect(world.texts(channel).at(-1)).toBe(text);
    await world.sam.types(channel, '!close');
    await world.settle();
    await world.stopBot();
    await world.startBot();
  }
  expect(questions(world)).toBe(0);
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  for (const text of ['three', 'four']) {
    await world.ada.dms(text);
    await world.settle();
    expect(world.simulator.world.state.channels.get(world.ticketChannel())?.guildId).not.toBe(world.guild);
    expect(world.texts(world.ticketChannel()).at(-1)).toBe(text);
  }
});

it('with tickets in two servers a DM goes to the one used last, a reply to that of the message, and the member sees the change', async () => {
  const world = await createWorld();
  const { harbour, chess } = await twoTickets(world);
  await world.sam.types(harbour, 'Harbour here');
  await world.settle();
  const answer = world.ada.readsDms().at(-1)!;
  expect(answer.content).toBe('-# Harbour Games\nHarbour here');
  await world.ada.dms('to the harbour', { replyTo: answer.id });
  await world.settle();
  expect(world.texts(harbour).at(-1)).toContain('to the harbour');
  expect(world.dmTexts(world.ada).at(-1)).toContain('Your messages go to **Harbour Games** now');
  await world.ada.dms('and more');
  await world.settle();
  expect(world.texts(harbour).at(-1)).toBe('and more');
  expect(world.texts(chess).join()).not.toContain('more');
  expect(world.dmTexts(world.ada).at(-1)).toBe('and more');
});

it('an open ticket goes on in a server that is paused, by reply and by /switch', async () => {
  const world = await createWorld();
  const { harbour } = await twoTickets(world);
  await world.sam.types(harbour, 'Harbour here');
  await world.settle();
  await world.set('paused=true');
  await world.advance(1000);
  await world.ada.dms('to the harbour', { replyTo: world.ada.readsDms().at(-1)!.id });
  await world.settle();
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.ada.dms('and more');
  await world.settle();
  expect(world.texts(harbour).slice(-2)).toEqual([expect.stringContaining('to the harbour'), 'and more']);
});

it('when another server has answered since, the member is asked by buttons, and what they wrote is kept', async () => {
  const world = await createWorld();
  const { harbour, chess } = await twoTickets(world);
  await world.sam.types(harbour, 'Harbour here');
  await world.settle();
  await world.ada.dms('yes please');
  await world.ada.dms('with sugar');
  await world.settle();
  const asked = world.ada.readsDms().filter(({ content }) => content.includes('Which one is your message for?'));
  expect(asked).toHaveLength(1);
  expect(world.texts(harbour).concat(world.texts(chess)).join()).not.toContain('please');
  await world.sam.types(chess, 'Chess here');
  await world.settle();
  await world.ada.dms('and milk');
  await world.settle();
  await world.ada.clicks('Harbour Games', { message: asked[0]!.id });
  await world.settle();
  expect(world.texts(harbour).slice(-3)).toEqual(['yes please', 'with sugar', 'and milk']);
  await world.ada.dms('thanks');
  await world.settle();
  expect(world.texts(harbour).at(-1)).toBe('thanks');
});

it('/switch changes where messages go', async () => {
  const world = await createWorld();
  const { harbour, chess } = await twoTickets(world);
  await world.ada.dms('still chess');
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.ada.dms('now harbour');
  await world.settle();
  expect(world.texts(chess).at(-1)).toBe('still chess');
  expect(world.texts(harbour).at(-1)).toBe('now harbour');
});

it('a member whom no question can reach opens nothing where there are several servers, and a problem is recorded', async () => {
  const world = await createWorld();
  await world.addServer('Chess Club');
  await world.advance(1000);
  world.ada.closesDms();
  await world.ada.dms('help');
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(await problems(world)).toEqual(['cannot-ask']);
  world.ada.opensDms();
  await world.ada.dms('anyone?');
  await world.settle();
  await world.ada.selects(['Chess Club'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['help', 'anyone?']);
  expect(await problems(world)).toEqual([]);
});

it('with one server the ticket of a member who takes no messages opens with a warning', async () => {
  const world = await createWorld({ settings: ['greeting=Hello!', 'acknowledge=both'] });
  world.ada.closesDms();
  const dm = await world.ada.dms('help');
  await world.settle();
  const warnings = world.texts(world.ticketChannel()).filter((text) => text.includes('takes no direct messages'));
  expect(warnings).toEqual(['⚠️ The member takes no direct messages: your answers may not arrive.']);
  expect(reactions(world.ada.readsDms().find((one) => one.id === dm.id)!)).toEqual(['✅']);
});

async function problems(world: World): Promise<readonly string[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  try {
    return (await store.tables.problems.all()).filter(({ guild }) => guild === null).map(({ key }) => key);
  } finally {
    await store.close();
  }
}
