import { describe, expect, it } from 'vitest';
import { places } from './doors.ts';
import { createWorld, shown, type World } from './world.ts';

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

const hint = 'I cannot read what is typed here';
const hints = (world: World, channel: string): number =>
  world.texts(channel).filter((text) => text.includes(hint)).length;

describe.each(places.filter(([, { intents }]) => intents !== undefined))('in a %s', (_, place) => {
  it('what is typed is not seen: the member gets nothing, staff are told once, and the card says how to answer', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    expect(JSON.stringify(world.sam.reads(channel)[0]?.embeds)).toContain(hint);
    await world.sam.types(channel, 'Have you tried the reset link?');
    await world.sam.types(channel, 'Hello?', { stickers: [{ name: 'wave' }] });
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help']);
    expect(hints(world, channel)).toBe(1);
  });

  it('copies are posted by the bot, with name and picture, and the ✅ is there', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const copy = world.sam.reads(channel).find((message) => shown(message).text === 'help');
    expect(copy).toMatchObject({ authorId: world.app().bot, webhookId: null });
    expect(copy?.embeds[0]?.['author']).toMatchObject({ name: 'Ada Lovelace', icon_url: expect.any(String) });
  });

  it('a mention that only serves to be read is no part of the answer', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const { bot } = world.app();
    await world.sam.types(channel, `Try the reset link <@${bot}> please`);
    await world.sam.types(channel, `// only for us <@${bot}>`);
    await world.sam.types(channel, `<@${bot}> !claim`);
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'Try the reset link please']);
    expect(world.texts(channel).join('\n')).toContain('Sam took this ticket');
  });

  it('an answer that is edited so that it can no longer be read stays as it was', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const answer = await world.sam.types(channel, `<@${world.app().bot}> Helo Ada`);
    await world.settle();
    await world.sam.edits(answer.id, `<@${world.app().bot}> Hello Ada`);
    await world.settle();
    await world.sam.edits(answer.id, 'Unreadable');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help', 'Hello Ada']);
  });
});

it('with typed messages internal, a Discord reply to the bot is an answer, and the internal prefix still wins', async () => {
  const world = await createWorld({ settings: ['staffMessages=are-internal'] });
  const channel = await openTicket(world);
  const card = world.sam.reads(channel)[0]!.id;
  await world.sam.types(channel, 'among us');
  await world.sam.types(channel, 'to Ada', { replyTo: card });
  await world.sam.types(channel, 'without a ping', { replyTo: card, ping: false });
  await world.sam.types(channel, '// about Ada', { replyTo: card });
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'to Ada']);
});

it('the status page says what is not seen, and how to mend it', async () => {
  const world = await createWorld({ intents: { content: false } });
  const page = await (await fetch(world.app().url ?? '')).text();
  expect(page).toMatch(/typed answers are not seen[^]*Message Content Intent, then start again/);
});

it('when Discord refuses the intents at the start, the bot goes on without them', async () => {
  const world = await createWorld({ intents: { content: false, members: false }, startBot: false });
  // The portal's switches are not known, so all intents are asked for, and Discord closes with 4014.
  world.simulator.faults.fail({ path: '/applications/@me', when: 'before', status: 404, code: 10002 });
  const starting = world.startBot();
  await world.advance(60_000);
  await starting;
  const refusals = world.logged.filter((line) => line.includes('Discord refused a privileged intent'));
  expect(refusals.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { content: true, members: false },
    { content: false, members: false },
  ]);
  const channel = await openTicket(world);
  await world.sam.types(channel, 'typed');
  await world.sam.types(channel, 'replied', { replyTo: world.sam.reads(channel)[0]!.id });
  await world.settle();
  expect(world.dmTexts(world.ada)).toEqual(['help', 'replied']);
  expect(hints(world, channel)).toBe(1);
});
