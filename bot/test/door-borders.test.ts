import { expect, it } from 'vitest';
import { billing, cardOf, dmOf, question, ticketOf, topicsAre } from './topics-asked.ts';
import type { GuildId } from '../src/ids.ts';
import { createWorld, type World } from './world.ts';

const minute = 60_000;
const report = { name: 'Report', questions: [{ label: 'Who?' }, { label: 'What happened?', kind: 'long' as const }] };
const topics = topicsAre(billing, report);
const answers = { 'Who?': 'Mallory', 'What happened?': 'A lot.' };

async function asked(settings: readonly string[]): Promise<World> {
  const world = await createWorld({ settings });
  await world.ada.dms('help');
  await world.settle();
  return world;
}

async function fillsIn(world: World, entered: Readonly<Record<string, string>> = {}): Promise<void> {
  await world.ada.selects(['Report'], { channel: dmOf(world) });
  await world.ada.submits(entered);
  await world.settle();
}

it('a form that is sent while the server takes no tickets is not lost: it waits filled in', async () => {
  const world = await asked([topics]);
  await world.ada.selects(['Report'], { channel: dmOf(world) });
  await world.set('paused=true');
  await world.advance(1000);
  const refused = await world.ada.submits(answers);
  await world.settle();
  expect(refused.message?.content).toContain('takes no new conversations');
  expect(world.ticketChannels()).toEqual([]);
  await world.set('paused=false');
  await world.advance(1000);
  await fillsIn(world);
  expect(cardOf(world, world.ticketChannel())).toMatchObject({ 'Who?': 'Mallory', 'What happened?': 'A lot.' });
});

it('a form that is sent while Discord does not answer is not lost: it waits filled in', async () => {
  const world = await asked([topics]);
  await world.ada.selects(['Report'], { channel: dmOf(world) });
  world.simulator.faults.fail({
    method: 'GET',
    path: `/members/${world.ada.id}`,
    when: 'before',
    status: 500,
    times: 1,
  });
  await world.ada.submits(answers);
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  await fillsIn(world);
  expect(cardOf(world, world.ticketChannel())).toMatchObject({ 'Who?': 'Mallory', 'What happened?': 'A lot.' });
});

it('what was entered is still in the form when the question for the name has expired', async () => {
  const world = await asked([topics, 'anonymousMembers=choice']);
  await fillsIn(world, answers);
  await world.advance(16 * minute);
  await world.ada.dms('hello?');
  await world.settle();
  await fillsIn(world);
  expect(question(world)?.choices).toEqual(['With my name', 'Anonymously']);
  await world.ada.clicks('With my name', { channel: dmOf(world) });
  await world.settle();
  expect(cardOf(world, world.ticketChannel())).toMatchObject({ 'Who?': 'Mallory', 'What happened?': 'A lot.' });
});

it('a form that is sent after staff have written goes into the conversation that they began', async () => {
  const world = await asked([topics]);
  await world.ada.selects(['Report'], { channel: dmOf(world) });
  await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
  await world.settle();
  await world.ada.submits(answers);
  await world.settle();
  const seen = JSON.stringify(world.sam.reads(world.ticketChannel()));
  expect(seen).toContain('Mallory');
  expect(seen).toContain('A lot.');
});

it('a form goes into the conversation under the name of the member once they have said so', async () => {
  const world = await asked([topics, 'anonymousMembers=choice']);
  await fillsIn(world, answers);
  await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
  await world.settle();
  await world.ada.clicks('With my name', { channel: dmOf(world) });
  await world.settle();
  const channel = world.ticketChannel();
  expect(JSON.stringify(world.sam.reads(channel))).toContain('Mallory');
  expect(world.texts(channel).at(-1)).toBe('help');
  expect(world.dmTexts(world.ada)).toContain(
    'Your answers went to **Harbour Games**. Whatever you want to add, write it here.',
  );
});

it('what was kept at a door whose question has expired goes into the conversation that staff begin', async () => {
  const world = await asked([topics]);
  await world.advance(20 * minute);
  await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
  await world.settle();
  await world.ada.dms('second');
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-3)).toEqual(['Hello Ada!', 'help', 'second']);
});

it('who has a conversation under their name opens an anonymous one only where they could open any', async () => {
  const world = await asked(['anonymousMembers=choice']);
  await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  await world.set('paused=true');
  await world.advance(1000);
  const clicked = await world.ada.clicks('Anonymously', { channel: dmOf(world) });
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(clicked.message?.content).toContain('takes no new conversations');
});

it('who chose to be anonymous and cannot be asked again stays so, whatever the server has changed', async () => {
  const world = await createWorld({ settings: ['anonymousMembers=choice'] });
  await world.advance(1000);
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  const run = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  await world.ada.clicks('Anonymously', { message: run.message!.id });
  await world.settle();
  await world.set('anonymousMembers=off');
  await world.advance(1000);
  world.ada.closesDms();
  await world.ada.dms('help');
  await world.settle();
  expect(await ticketOf(world)).toMatchObject({ anonymous: true });
});

it('a question that could not be asked in time is asked as soon as Discord answers, and what waits is sent', async () => {
  const world = await createWorld({ settings: [topics] });
  await world.ada.dms('first');
  await world.settle();
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  await world.sam.runs('/close', {}, world.ticketChannel());
  await world.settle();
  world.simulator.faults.fail({
    method: 'POST',
    path: `/channels/${dmOf(world)}/messages`,
    when: 'before',
    status: 503,
  });
  await world.ada.dms('help');
  await world.advance(20 * minute);
  expect(question(world)).toBeNull();
  world.simulator.faults.clear();
  await world.advance(10 * minute);
  expect(question(world)?.choices).toEqual(['Billing', 'Report']);
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('a form opens with what was entered also where a question takes fewer choices by now', async () => {
  const where = { id: 'where', label: 'Where?', choices: ['Chat', 'Voice', 'Forum'] };
  const asks = (kind: 'choice' | 'choices', label: string) =>
    topicsAre(billing, {
      ...report,
      questions: [
        { ...where, kind },
        { id: 'who', label },
      ],
    });
  const world = await asked([asks('choices', 'Who?')]);
  await world.ada.selects(['Report'], { channel: dmOf(world) });
  await world.set('paused=true');
  await world.advance(1000);
  await world.ada.submits({ 'Who?': 'Mallory', 'Where?': ['Chat', 'Forum'] });
  await world.set('paused=false');
  await world.set(asks('choice', 'Who?'));
  await world.advance(1000);
  await fillsIn(world);
  expect(cardOf(world, world.ticketChannel())).toMatchObject({ 'Who?': 'Mallory', 'Where?': 'Chat' });
});

it('what waits at a door is still there when Discord does not answer and the server then takes no tickets', async () => {
  const world = await asked([topics, 'gates.timeInServer=1m']);
  await world.advance(2 * minute);
  await world.ada.dms('help');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Billing', 'Report']);
  const lookUp = { method: 'GET', path: `/members/${world.ada.id}`, when: 'before', status: 500 } as const;
  world.simulator.faults.fail(lookUp);
  await world.ada.dms('and more');
  await world.settle();
  await world.set('paused=true');
  await world.advance(1000);
  world.simulator.faults.clear();
  await world.advance(6 * minute);
  // The question that stands meanwhile holds nothing up.
  expect(world.dmTexts(world.ada).at(-1)).toContain('takes no new conversations');
  await world.advance(14 * minute);
  await world.set('paused=false');
  await world.advance(1000);
  await world.ada.dms('again');
  await world.settle();
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel())).toEqual(expect.arrayContaining(['help', 'again']));
});

async function betweenServers(): Promise<{ readonly world: World; readonly chess: GuildId; readonly lobby: string }> {
  const world = await createWorld({ settings: [topics] });
  const chess = await world.addServer('Chess Club');
  await world.advance(1000);
  const lobby = world.simulator.seed.channel(chess, { name: 'lobby', type: 0 }).id;
  await world.ada.dms('for the harbour only');
  await world.settle();
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.settle();
  return { world, chess, lobby };
}

it('what waits for one server goes to another one only if its member says so', async () => {
  const { world, lobby } = await betweenServers();
  const asks = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  expect(asks.message?.content).toContain('waits for **Harbour Games**. Shall it go to **Chess Club** instead?');
  expect(world.ticketChannels()).toEqual([]);
  const stays = await world.ada.clicks('No, it is for Harbour Games', { message: asks.message!.id, channel: lobby });
  await world.settle();
  expect(stays.message?.content).toContain('It waits for **Harbour Games**');
  expect(world.ticketChannels()).toEqual([]);
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel())).toContain('for the harbour only');
  expect(world.simulator.world.state.channels.get(world.ticketChannel())?.guildId).toBe(world.guild);
});

it('and if they do, it goes there once', async () => {
  const { world, chess, lobby } = await betweenServers();
  const asks = await world.ada.runs('/contact-staff', {}, lobby);
  await world.settle();
  for (let click = 0; click < 2; click += 1) {
    await world.ada.clicks('Send it to Chess Club', { message: asks.message!.id, channel: lobby });
    await world.settle();
  }
  expect(world.ticketChannels()).toHaveLength(1);
  expect(world.simulator.world.state.channels.get(world.ticketChannel())?.guildId).toBe(chess);
  expect(world.texts(world.ticketChannel()).filter((text) => text === 'for the harbour only')).toHaveLength(1);
  const late = await world.ada.clicks('No, it is for Harbour Games', { message: asks.message!.id, channel: lobby });
  expect(late.message?.content).toContain('does nothing any more');
});
