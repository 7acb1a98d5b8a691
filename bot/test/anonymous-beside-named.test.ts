import { describe, expect, test } from 'vitest';
import { createWorld, type World } from './world.ts';

/** Ada's direct message channel with the bot. */
const dmOf = ({ ada }: World): string => ada.readsDms()[0]!.channelId;

/** In which ticket channel a text is, by what stands in its card. */
function whereIs(world: World, text: string): 'named' | 'anonymous' | 'nowhere' {
  const channel = world.ticketChannels().find((one) => world.texts(one).some((said) => said.includes(text)));
  if (channel === undefined) return 'nowhere';
  return JSON.stringify(world.sam.reads(channel)[0]!.embeds).includes(world.ada.id) ? 'named' : 'anonymous';
}

async function says(world: World, text: string, replyTo?: string): Promise<void> {
  await world.ada.dms(text, replyTo === undefined ? {} : { replyTo });
  await world.settle();
}

const contacts = async (world: World, message = 'A word, Ada?'): Promise<void> => {
  await world.sam.runs('/contact', { member: world.ada.id, message }, world.logs);
  await world.settle();
};

/** An anonymous conversation, and one that staff began under her name. */
async function both(): Promise<World> {
  const world = await createWorld({ settings: ['anonymousMembers=always'] });
  await says(world, 'Nobody may know');
  await contacts(world);
  return world;
}

describe('a member with an anonymous conversation whom staff write to under their name', () => {
  test('is asked which one a message is for, and stays with that one', async () => {
    const world = await both();
    await says(world, 'Which one?');
    expect(whereIs(world, 'Which one?')).toBe('nowhere');
    await world.ada.clicks('Harbour Games (anonymous)', { channel: dmOf(world) });
    await world.settle();
    expect(whereIs(world, 'Which one?')).toBe('anonymous');
    await says(world, 'And this');
    expect(whereIs(world, 'And this')).toBe('anonymous');
    await world.sam.types(world.ticketChannels().at(-1)!, 'Are you there?');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toMatch(/^-# Harbour Games\nAre you there\?$/);
    await world.advance(1000);
    await says(world, 'Here I am');
    await world.ada.clicks('Harbour Games', { channel: dmOf(world) });
    await world.settle();
    expect(whereIs(world, 'Here I am')).toBe('named');
  });

  test('answers where the message is from that they reply to, and reads which one that is', async () => {
    const world = await both();
    const answer = world.ada.readsDms().find(({ content }) => content.includes('A word, Ada?'))!;
    await says(world, 'As myself', answer.id);
    expect(whereIs(world, 'As myself')).toBe('named');
    await says(world, 'As nobody', world.ada.readsDms()[0]!.id);
    expect(whereIs(world, 'As nobody')).toBe('anonymous');
    expect(world.dmTexts(world.ada).at(-1)).toContain('anonymous conversation with **Harbour Games** now');
    await world.sam.types(world.ticketChannels()[0]!, 'Dear nobody');
    await world.settle();
    expect(world.dmTexts(world.ada).at(-1)).toBe('-# Harbour Games, where you are anonymous\nDear nobody');
  });

  test('does not go on under their name unasked once the anonymous one is closed', async () => {
    const world = await both();
    const [anonymous] = world.ticketChannels();
    await world.sam.runs('/close', {}, anonymous!);
    await world.settle();
    await says(world, 'Still nobody');
    expect(whereIs(world, 'Still nobody')).toBe('nowhere');
    await world.ada.runs('/contact-staff', {}, 'dm');
    await world.settle();
    await world.ada.selects(['Harbour Games'], { channel: dmOf(world) });
    await world.settle();
    expect(whereIs(world, 'Still nobody')).toBe('anonymous');
    await says(world, 'And a reply', world.ada.readsDms()[0]!.id);
    expect(whereIs(world, 'And a reply')).toBe('anonymous');
  });
});

describe.each(['/switch', '/contact-staff'])('by %s, a member with two conversations in one server', (command) => {
  const offered = (world: World): readonly string[] => {
    const menu = world.ada.readsDms().at(-1)!.components[0]!['components'] as readonly Record<string, unknown>[];
    return (menu[0]!['options'] as readonly { label: string }[]).map(({ label }) => label);
  };

  test('sees both, beside other servers that stand there once, and goes to the one that they choose', async () => {
    const world = await both();
    await world.addServer('Chess Club');
    await world.advance(1000);
    for (const [label, where] of [
      ['Harbour Games (anonymous)', 'anonymous'],
      ['Harbour Games', 'named'],
      ['Harbour Games (anonymous)', 'anonymous'],
    ] as const) {
      await world.ada.runs(command, {}, 'dm');
      await world.settle();
      expect(offered(world)).toEqual(['Chess Club', 'Harbour Games', 'Harbour Games (anonymous)']);
      await world.ada.selects([label], { message: world.ada.readsDms().at(-1)!.id });
      await world.settle();
      expect(world.dmTexts(world.ada).at(-1)).toBe(`Write here now: your next message goes to **${label}**.`);
      await world.advance(1000);
      const words = `For ${label} at ${world.clock.now()}`;
      await says(world, words);
      expect(whereIs(world, words)).toBe(where);
    }
  });

  test('who has chosen the anonymous one, closed meanwhile, does not come out by that', async () => {
    const world = await both();
    await world.ada.runs(command, {}, 'dm');
    await world.settle();
    const menu = world.ada.readsDms().at(-1)!.id;
    await world.sam.runs('/close', {}, world.ticketChannels()[0]!);
    await world.settle();
    await world.ada.selects(['Harbour Games (anonymous)'], { message: menu });
    await world.settle();
    await says(world, 'Still nobody');
    expect(whereIs(world, 'Still nobody')).not.toBe('named');
  });
});

describe('staff who write to a member while they are asked whether to be anonymous', () => {
  async function asked(): Promise<World> {
    const world = await createWorld({ settings: ['anonymousMembers=choice'] });
    await says(world, 'A secret');
    await contacts(world);
    await says(world, 'And another');
    return world;
  }

  test('read nothing of it until they have answered', async () => {
    const world = await asked();
    expect([whereIs(world, 'A secret'), whereIs(world, 'And another')]).toEqual(['nowhere', 'nowhere']);
    const answer = world.ada.readsDms().find(({ content }) => content.includes('A word, Ada?'))!;
    await says(world, 'Yes?', answer.id);
    expect([whereIs(world, 'Yes?'), whereIs(world, 'A secret')]).toEqual(['named', 'nowhere']);
  });

  test.each([
    ['Anonymously', 'anonymous'],
    ['With my name', 'named'],
  ])('read it where the answer says: %s', async (label, where) => {
    const world = await asked();
    await world.ada.clicks(label, { channel: dmOf(world) });
    await world.settle();
    expect([whereIs(world, 'A secret'), whereIs(world, 'And another')]).toEqual([where, where]);
  });
});

test('who has chosen to be anonymous is not shown by name because the server has thought better of it', async () => {
  const world = await createWorld({ settings: ['anonymousMembers=choice'] });
  await world.ada.runs('/contact-staff', {}, world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id);
  await world.settle();
  await says(world, 'A secret');
  await world.set('anonymousMembers=off');
  await world.advance(2000);
  await world.ada.clicks('Anonymously', { channel: dmOf(world) });
  await world.settle();
  expect(whereIs(world, 'A secret')).toBe('nowhere');
  await world.ada.clicks('With my name', { channel: dmOf(world) });
  await world.settle();
  expect(whereIs(world, 'A secret')).toBe('named');
});
