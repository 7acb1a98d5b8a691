import { describe, expect, it } from 'vitest';
import { billing, bugs, cardOf, dmOf, question, ticketOf, topicsAre } from './topics-asked.ts';
import { places } from './doors.ts';
import { channelKinds, createWorld, reactions, type World } from './world.ts';

const minute = 60_000;
const twoTopics = topicsAre(billing, bugs);

async function lobbyOf(world: World): Promise<string> {
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.settle();
  return lobby;
}

describe.each(places)('in a %s', (_, place) => {
  it('the member picks a topic in the DM; what they wrote meanwhile goes there in order, and staff read the topic on the card', async () => {
    const world = await createWorld({ ...place, settings: [twoTopics] });
    const first = await world.ada.dms('I was charged twice');
    await world.settle();
    expect(world.ticketChannels()).toEqual([]);
    expect(question(world)).toEqual({
      text: 'What do you want to write to **Harbour Games** about?\nYour message is kept until you choose.',
      choices: ['Billing', 'Bugs'],
    });
    await world.ada.dms('here is more');
    await world.settle();
    await world.ada.selects(['Billing'], { channel: dmOf(world) });
    await world.settle();
    const channel = world.ticketChannel();
    expect(world.texts(channel).slice(-2)).toEqual(['I was charged twice', 'here is more']);
    expect(cardOf(world, channel)).toMatchObject({ Topic: '💳 Billing' });
    expect(question(world)).toBeNull();
    expect(world.dmTexts(world.ada)).toContain('Your message goes to **Harbour Games**.');
    expect(reactions(world.ada.readsDms().find(({ id }) => id === first.id)!)).toEqual(['✅']);
    await world.ada.dms('and more');
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('and more');
  });

  it('the server is asked for first, then the topic, then the name: one message that changes from step to step', async () => {
    const world = await createWorld({ ...place, settings: [twoTopics, 'anonymousMembers=choice'] });
    await world.addServer('Chess Club');
    await world.advance(1000);
    await world.ada.dms('help');
    await world.settle();
    const asked = world.ada.readsDms().at(-1)!;
    await world.ada.selects(['Harbour Games'], { message: asked.id });
    await world.ada.dms('please');
    await world.settle();
    expect(question(world)?.choices).toEqual(['Billing', 'Bugs']);
    await world.stopBot();
    await world.startBot();
    await world.ada.selects(['Bugs'], { message: asked.id });
    expect(question(world)).toEqual({
      text: expect.stringContaining('About: **Bugs**\nDo you want to write to **Harbour Games** with your name?'),
      choices: ['With my name', 'Anonymously'],
    });
    await world.stopBot();
    await world.startBot();
    await world.ada.clicks('With my name', { message: asked.id });
    await world.settle();
    expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['help', 'please']);
    expect(cardOf(world, world.ticketChannel())['Topic']).toBe('Bugs');
    const ours = world.ada.readsDms().filter(({ authorId }) => authorId === world.app().bot);
    expect(ours.map(({ content }) => content)).toEqual(['Your message goes to **Harbour Games**.']);
  });
});

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('who writes anonymously is asked, and staff do not learn who it is', async () => {
    const world = await createWorld({ channelKind, settings: ['anonymousMembers=choice'] });
    await world.ada.dms('It is about my boss');
    await world.settle();
    expect(question(world)?.text).toContain('Anonymously means: the team sees an invented name');
    await world.ada.clicks('Anonymously', { channel: dmOf(world) });
    await world.settle();
    expect(world.texts(world.ticketChannel()).at(-1)).toBe('It is about my boss');
    expect(await ticketOf(world)).toMatchObject({ anonymous: true, topic: null });
    expect(JSON.stringify(world.sam.reads(world.ticketChannel()))).not.toContain(world.ada.id);
  });
});

it('a question that nobody answers expires and says so; what was written is there for the next choice, also after a restart', async () => {
  const world = await createWorld({ settings: [twoTopics] });
  await world.ada.dms('first');
  await world.settle();
  await world.stopBot();
  await world.startBot();
  await world.advance(15 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toContain('This question has expired');
  await world.ada.dms('second');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Billing', 'Bugs']);
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-2)).toEqual(['first', 'second']);
});

it('each answer gives the next question its own fifteen minutes', async () => {
  const world = await createWorld({ settings: [twoTopics, 'anonymousMembers=choice'] });
  await world.ada.dms('help');
  await world.settle();
  await world.advance(10 * minute);
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.advance(10 * minute);
  expect(question(world)?.choices).toEqual(['With my name', 'Anonymously']);
  await world.advance(5 * minute);
  expect(question(world)).toBeNull();
  expect(world.dmTexts(world.ada).at(-1)).toContain('This question has expired');
  await world.ada.dms('hello?');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Billing', 'Bugs']);
});

it('a topic that was removed meanwhile is not taken: the member is told and asked again', async () => {
  const world = await createWorld({ settings: [topicsAre(billing, bugs, { name: 'Other' })] });
  await world.ada.dms('help');
  await world.settle();
  await world.set(twoTopics);
  await world.advance(1000);
  await world.ada.selects(['Other'], { channel: dmOf(world) });
  await world.settle();
  expect(question(world)).toEqual({
    text: expect.stringContaining('That topic is not offered any more. Please choose again.'),
    choices: ['Billing', 'Bugs'],
  });
  await world.set('topics=none');
  await world.advance(1000);
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('whoever is refused on the click is told why, nothing is opened, and nothing is lost', async () => {
  const world = await createWorld({ settings: [twoTopics, 'blockNotice=message'] });
  await world.ada.dms('help');
  await world.settle();
  const click = async (): Promise<string | undefined> => {
    const clicked = await world.ada.selects(['Bugs'], { channel: dmOf(world) });
    await world.settle();
    return clicked.message?.content;
  };
  await world.set('paused=true');
  await world.advance(1000);
  expect(await click()).toContain('takes no new conversations');
  await world.set('paused=false');
  await world.sam.runs('/ticket block', { member: 'ada' }, world.logs);
  await world.advance(1000);
  expect(await click()).toContain('You cannot open conversations');
  await world.sam.runs('/ticket unblock', { member: 'ada' }, world.logs);
  await world.set('enabled=false');
  await world.advance(1000);
  expect(await click()).toContain('You cannot write to that server any more');
  expect(world.ticketChannels()).toEqual([]);
  await world.set('enabled=true');
  await world.advance(1000);
  await click();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('the cooldown is looked at before anything is asked, and is not used up by asking', async () => {
  const world = await createWorld({ settings: [twoTopics, 'limits.openCooldown=5m'] });
  await world.ada.dms('help');
  await world.settle();
  await world.advance(14 * minute);
  await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  await world.settle();
  await world.sam.types(world.ticketChannel(), '!close');
  await world.settle();
  await world.ada.dms('again');
  await world.settle();
  expect(question(world)).toBeNull();
  expect(world.dmTexts(world.ada).at(-1)).toContain('You can open the next one');
});

it('two clicks open one ticket, and a late one says that it is open', async () => {
  const world = await createWorld({ settings: ['anonymousMembers=choice'] });
  await world.ada.dms('help');
  await world.settle();
  const asked = world.ada.readsDms().at(-1)!;
  const clicks = [1, 2].map(() => world.ada.clicks('With my name', { message: asked.id }));
  const [, second] = await Promise.all(clicks);
  await world.settle();
  expect(world.ticketChannels()).toHaveLength(1);
  expect(second?.message?.content).toBe('Your conversation with **Harbour Games** is open already. Just write here.');
  expect(world.texts(world.ticketChannel()).filter((text) => text === 'help')).toHaveLength(1);
});

it('a member whom no question can reach gets a ticket without one, with a warning, and staff do not learn who could have been anonymous', async () => {
  const world = await createWorld({ settings: [twoTopics, 'anonymousMembers=choice'] });
  world.ada.closesDms();
  await world.ada.dms('help');
  await world.settle();
  const texts = world.texts(world.ticketChannel());
  expect(texts.filter((text) => text.includes('nothing could be asked before this ticket opened'))).toHaveLength(1);
  expect(texts).toContain('help');
  expect(await ticketOf(world)).toMatchObject({ anonymous: true, topic: null });
});

it('with one topic there is nothing to choose', async () => {
  const world = await createWorld({ settings: [topicsAre(billing)] });
  await world.ada.dms('help');
  await world.settle();
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('/contact of staff asks nothing, and what the member had written at the door comes with their next message', async () => {
  const world = await createWorld({ settings: [twoTopics] });
  await world.ada.dms('first');
  await world.settle();
  await world.sam.runs('/contact', { member: 'ada', message: 'Hello Ada!' }, world.logs);
  await world.settle();
  await world.ada.dms('second');
  await world.settle();
  expect(world.texts(world.ticketChannel()).slice(-3)).toEqual(['Hello Ada!', 'first', 'second']);
  const late = await world.ada.selects(['Bugs'], { channel: dmOf(world) });
  expect(late.message?.content).toContain('is open already');
});

describe('/contact-staff in a server', () => {
  it('asks in private and then leads to the DM; the next message opens the ticket with that topic', async () => {
    const world = await createWorld({ settings: [twoTopics] });
    const lobby = await lobbyOf(world);
    const run = await world.ada.runs('/contact-staff', {}, lobby);
    await world.settle();
    expect(run.message?.content).toBe('What do you want to write to **Harbour Games** about?');
    await world.ada.selects(['Bugs'], { message: run.message!.id });
    await world.settle();
    expect(run.message?.content).toContain('I have written to you: https://discord.com/channels/@me/');
    expect(world.dmTexts(world.ada)).toEqual(['Write here now: your next message goes to **Harbour Games**.']);
    expect(world.ticketChannels()).toEqual([]);
    await world.stopBot();
    await world.startBot();
    await world.ada.dms('it crashes');
    await world.settle();
    expect(cardOf(world, world.ticketChannel())['Topic']).toBe('Bugs');
    expect(world.texts(world.ticketChannel()).at(-1)).toBe('it crashes');
  });

  it('of someone who takes no DMs is answered in private, and opens nothing', async () => {
    const world = await createWorld({ settings: [twoTopics] });
    const lobby = await lobbyOf(world);
    world.ada.closesDms();
    const run = await world.ada.runs('/contact-staff', {}, lobby);
    await world.settle();
    await world.ada.selects(['Bugs'], { message: run.message!.id });
    await world.settle();
    expect(run.message?.content).toContain('I cannot write to you');
    expect(world.ticketChannels()).toEqual([]);
  });
});

it('/switch to a server with topics asks for one, and the next messages wait there', async () => {
  const world = await createWorld({ environment: { ROUTING: 'sticky' } });
  const chess = await world.addServer('Chess Club');
  await world.set(twoTopics);
  await world.advance(1000);
  await world.ada.runs('/switch', {}, 'dm');
  await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
  await world.ada.dms('hello');
  await world.settle();
  expect(question(world)?.choices).toEqual(['Billing', 'Bugs']);
  expect(world.dmTexts(world.ada).filter((text) => text.includes('about?'))).toHaveLength(1);
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  const channel = world.ticketChannel();
  expect(world.simulator.world.state.channels.get(channel)?.guildId).not.toBe(chess);
  expect(world.texts(channel).at(-1)).toBe('hello');
});
