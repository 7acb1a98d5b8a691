import { describe, expect, test } from 'vitest';
import type { Answered, Person } from '../../simulator/src/people/person.ts';
import { openStore } from '../src/store/open.ts';
import { says } from './doors.ts';
import { createWorld, reactions, type World } from './world.ts';

/** Ada has an anonymous ticket; what she is called there, and its channel. */
async function anonymousTicket(
  world: World,
  text = 'Nobody may know',
): Promise<{ readonly alias: string; readonly channel: string }> {
  await world.ada.dms(text);
  await world.settle();
  const channel = world.ticketChannel();
  return { channel, alias: world.sam.reads(channel).findLast(({ content }) => content === text)!.face!.name };
}

const always = { settings: ['anonymousMembers=always'] } as const;
const said = ({ message }: Answered): string => message?.content ?? '';

/** A new message of hers, and whether it came to staff. */
async function isHeard(world: World, text: string): Promise<boolean> {
  const sent = await world.ada.dms(text);
  await world.settle();
  const isThere = world.ticketChannels().some((channel) => world.texts(channel).includes(text));
  expect(reactions(world.ada.readsDms().find(({ id }) => id === sent.id)!).includes('✅')).toBe(isThere);
  return isThere;
}

describe('an anonymous member can be blocked by alias, and nobody learns who that is', () => {
  const ways: readonly (readonly [string, (world: World, alias: string, channel: string) => Promise<unknown>])[] = [
    ['/ticket block with the alias', ({ sam, logs }, alias) => sam.runs('/ticket block', { alias }, logs)],
    ['/ticket block in the ticket', ({ sam }, _, channel) => sam.runs('/ticket block', { reason: 'rude' }, channel)],
    ['/pmodmail block', ({ sam, logs }, alias) => sam.runs('/pmodmail block', { alias: alias.toUpperCase() }, logs)],
    ['!block in the ticket', ({ sam }, _, channel) => sam.types(channel, '!block 3 days rude')],
    ['!block with the alias', ({ sam }, alias, channel) => sam.types(channel, `!block ${alias} 3 days rude`)],
  ];
  test.each(ways)('by %s', async (_, way) => {
    const world = await createWorld(always);
    const { alias, channel } = await anonymousTicket(world);
    await way(world, alias, channel);
    await world.settle();
    expect(world.texts(channel).join('\n')).toContain('Sam blocked the member');
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    expect(await isHeard(world, 'And now?')).toBe(false);
    await world.set('anonymousMembers=off');
    await world.advance(2000);
    expect(await isHeard(world, 'Under my name?')).toBe(false);
    const list = await world.sam.runs('/ticket blocks', {}, world.logs);
    const page = JSON.stringify([list.message?.embeds, list.message?.components]);
    expect(page).toContain(`**${alias}**`);
    expect(page).toContain(`"alias:${alias}"`);
    expect(page).not.toContain(world.ada.id);
    await world.sam.runs('/ticket unblock', { alias }, world.logs);
    expect(await isHeard(world, 'Again?')).toBe(true);
  });
});

test('a block of an alias that nobody has says so', async () => {
  const world = await createWorld(always);
  for (const command of ['/ticket block', '/ticket unblock'])
    expect(said(await world.sam.runs(command, { alias: 'quiet-otter' }, world.logs))).toContain(
      'Nobody here is called',
    );
});

test('an alias is blocked without a question even where the member is staff', async () => {
  const world = await createWorld(always);
  await world.sam.dms('I am one of you');
  await world.settle();
  const answered = await world.tess.runs('/ticket block', {}, world.ticketChannel());
  expect(said(answered)).toContain('Blocked');
});

describe('what staff are told of a member is the same whether they are anonymous somewhere or not', () => {
  /** Ben is like Ada, but wrote nothing. */
  async function alike(world: World, ask: (who: Person) => Promise<Answered>): Promise<string> {
    const [ada, ben] = [await ask(world.ada), await ask(world.ben)];
    await world.settle();
    expect(said(ada).replaceAll(/\d{17,20}/g, '…')).toBe(said(ben).replaceAll(/\d{17,20}/g, '…'));
    return said(ada);
  }

  test('by /contact, which opens a ticket under their name beside the anonymous one', async () => {
    const world = await createWorld(always);
    const { channel, alias } = await anonymousTicket(world);
    const before = world.texts(channel);
    await alike(world, ({ id }) => world.sam.runs('/contact', { member: id, message: 'Hello' }, world.logs));
    expect(world.ticketChannels()).toHaveLength(3);
    await alike(world, ({ id }) => world.sam.runs('/contact', { member: id }, world.logs));
    expect(world.texts(channel)).toEqual(before);
    const [named] = world.ticketChannels().filter((one) => one !== channel);
    const card = JSON.stringify(world.sam.reads(named!)[0]);
    expect(card).toContain(world.ada.id);
    expect(card).not.toContain(alias);
    expect(card).not.toContain('[#1]');
  });

  test('by /contact also after their alias was blocked', async () => {
    const world = await createWorld(always);
    const { alias } = await anonymousTicket(world);
    await world.sam.runs('/ticket block', { alias }, world.logs);
    const answer = await alike(world, ({ id }) => world.sam.runs('/contact', { member: id }, world.logs));
    expect(answer).not.toContain('blocked');
  });

  test('by blocks and unblocks of their names', async () => {
    const world = await createWorld(always);
    const { alias, channel } = await anonymousTicket(world);
    await world.sam.runs('/ticket block', { alias }, world.logs);
    await world.settle();
    const before = world.texts(channel);
    for (const command of ['/ticket unblock', '/ticket block', '/ticket unblock'])
      await alike(world, ({ id }) => world.sam.runs(command, { member: id }, world.logs));
    expect(world.texts(channel)).toEqual(before);
    expect(await isHeard(world, 'My ticket goes on')).toBe(true);
  });

  test('by /send in the anonymous ticket, which takes no names', async () => {
    const world = await createWorld(always);
    const { channel } = await anonymousTicket(world);
    await alike(world, ({ id }) => world.sam.runs('/send', { user: id, message: 'Is it you?' }, channel));
    expect(world.dmTexts(world.ada)).not.toContain('Is it you?');
  });

  test('by a direct message from the server', async () => {
    const world = await createWorld(always);
    await anonymousTicket(world);
    await alike(world, ({ id }) => world.sam.runs('/send', { user: id, message: 'Good morning' }, world.logs));
  });
});

test('the number of earlier tickets counts only those that may be spoken of', async () => {
  const world = await createWorld(always);
  const { channel, alias } = await anonymousTicket(world);
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  await world.set('anonymousMembers=off');
  await world.advance(2000);
  await world.ada.dms('Under my name');
  await world.settle();
  const named = world.ticketChannel();
  expect(JSON.stringify(world.sam.reads(named)[0]!.embeds)).not.toContain('[#1]');
  await world.sam.runs('/close', {}, named);
  await world.settle();
  await world.set('anonymousMembers=always');
  await world.advance(2000);
  const third = await anonymousTicket(world, 'Nobody again');
  expect(third.alias).toBe(alias);
  const card = JSON.stringify(world.sam.reads(third.channel)[0]!.embeds);
  expect(card).toContain('[#1]');
  expect(card).not.toContain('[#2]');
});

test('the drawn picture is read anew from the card once its link has expired, and is never one of the member', async () => {
  const world = await createWorld(always);
  const { channel } = await anonymousTicket(world);
  const faceOf = (text: string): string | null =>
    world.sam.reads(channel).find(({ content }) => content === text)!.face!.avatarUrl;
  const first = faceOf('Nobody may know')!;
  expect(first).toMatch(/\/attachments\/.*\/avatar\.png\?ex=/);
  expect([...new Uint8Array(await (await fetch(first)).arrayBuffer())].slice(1, 4)).toEqual([...Buffer.from('PNG')]);
  await world.ada.dms('Soon');
  await world.settle();
  expect(faceOf('Soon')).toBe(first);
  await world.advance(25 * 60 * 60_000);
  await world.ada.dms('The next day');
  await world.settle();
  expect(faceOf('The next day')).not.toBe(first);
  expect((await fetch(faceOf('The next day')!)).status).toBe(200);
  const [card] = world.sam.reads(channel);
  await world.simulator.person(world.olga.id).deletes(card!.id);
  await world.advance(25 * 60 * 60_000);
  await world.ada.dms('Without a card');
  await world.settle();
  expect(faceOf('Without a card')).toContain('/embed/avatars/0.png');
  await says(world, channel, 'Fine');
});

test('a member keeps their alias over restarts', async () => {
  const world = await createWorld(always);
  const { alias } = await anonymousTicket(world);
  await world.stopBot();
  await world.startBot();
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  expect(await store.tables.aliases.whose(world.guild, alias)).not.toBeNull();
  await store.close();
});
