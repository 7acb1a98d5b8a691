import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { editMessage } from '../../simulator/src/acts/edit-message.ts';
import { postMessage } from '../../simulator/src/acts/post-message.ts';
import { arrivedAs, kinds } from './content-kinds.ts';
import { createWorld, reactions, type World } from './world.ts';

const environment = { FILE_MAX_MB: '12' };

async function openTicket(world: World): Promise<string> {
  await world.ada.dms('help');
  await world.settle();
  return world.ticketChannel();
}

/** Nothing that the bot ever wrote may ping, but the one ping of the card. */
function expectNoPings(world: World): void {
  const written = world.simulator.exchanges.filter(
    ({ method, route }) =>
      ['POST', 'PATCH'].includes(method) && /\/messages(\/\{|$)|^\/webhooks\/\{[^/]+\/\{/.test(route),
  );
  expect(written.length).toBeGreaterThan(1);
  for (const { request } of written) {
    const { allowed_mentions: allowed, embeds } = request as {
      readonly allowed_mentions?: { readonly parse: unknown };
      readonly embeds?: readonly { readonly title?: string }[];
    };
    const isCard = embeds?.[0]?.title?.startsWith('Ticket') ?? false;
    if (isCard) expect(allowed?.parse).toEqual([]);
    else expect(['{"parse":[]}', '{"parse":[],"replied_user":false}']).toContain(JSON.stringify(allowed));
  }
}

describe.each([
  ['what a member writes reaches staff', true],
  ['what a member writes reaches staff where the bot posts it itself', false],
] as const)('%s:', (_, content) => {
  it.each(kinds)('$holds', async ({ writes, arrives, invented = false }) => {
    const world = await createWorld({ environment, invents: invented, intents: { content } });
    const channel = await openTicket(world);
    const before = world.sam.reads(channel).length;
    const place = world.ada.readsDms()[0]!.channelId;
    await writes({ world, person: world.ada, place, says: (text, said) => world.ada.dms(text, said) });
    await world.settle();
    expect(world.sam.reads(channel).slice(before).map(arrivedAs).map(matching)).toEqual(arrives.map(matching));
    expect(reactions(world.ada.readsDms().at(-1)!)).toEqual(['✅']);
    expectNoPings(world);
  });
});

describe('what staff write reaches the member:', () => {
  it.each(kinds)('$holds', async ({ writes, arrives, invented = false }) => {
    const world = await createWorld({ environment, invents: invented });
    const channel = await openTicket(world);
    const says = world.sam.types;
    await writes({ world, person: world.sam, place: channel, says: (text, said) => says(channel, text, said) });
    await world.settle();
    expect(world.ada.readsDms().slice(1).map(arrivedAs).map(matching)).toEqual(arrives.map(matching));
    expect(reactions(world.sam.reads(channel).at(-1)!)).toEqual([]);
    expectNoPings(world);
  });
});

/** Discord trims what stands in embeds. */
function matching(expected: unknown): unknown {
  if (typeof expected === 'string') return expected.trim();
  return expected instanceof RegExp ? expect.stringMatching(expected) : expected;
}

const written: readonly number[] = [0, 19, 20, 23];
const systemTypes = [...Object.values(MessageType), 55].filter(
  (type): type is number => typeof type === 'number' && !written.includes(type),
);

it('what Discord itself writes, like pins and joins, is relayed to nobody', async () => {
  // Discord's description leaves some types out that its documentation has.
  const world = await createWorld({ invents: true });
  const channel = await openTicket(world);
  const dm = world.ada.readsDms()[0]!.channelId;
  const before = world.sam.reads(channel).length;
  expect(systemTypes).toHaveLength(35);
  for (const type of systemTypes) {
    const post = (channelId: string, userId: string) =>
      postMessage(world.simulator.world, { channelId, by: { as: 'account', userId }, type, content: `type ${type}` });
    post(dm, world.ada.id);
    post(channel, world.sam.id);
  }
  await world.ada.pins(world.ada.readsDms()[0]!.id);
  await world.settle();
  const staffSide = world.sam.reads(channel).slice(before);
  expect(staffSide.map(({ authorId }) => authorId)).toEqual(systemTypes.map(() => world.sam.id));
  expect(staffSide.flatMap(reactions)).toEqual([]);
  expect(world.ada.readsDms().filter(({ authorId }) => authorId === world.app().bot)).toEqual([]);
});

it('an answer to a message that is gone arrives all the same, on both sides', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  await world.ada.dms('I take this back');
  await world.settle();
  const copy = world.sam.reads(channel).at(-1)!;
  await world.ada.deletes(world.ada.readsDms()[1]!.id);
  await world.settle();
  await world.sam.types(channel, 'never mind', { replyTo: copy.id });
  await world.settle();
  const answer = world.ada.readsDms().at(-1)!;
  expect(answer).toMatchObject({ content: 'never mind', reference: null });
  await world.ada.dms('thanks', { replyTo: answer.id });
  await world.sam.deletes(world.sam.reads(channel).at(-1)!.id);
  await world.settle();
  expect(world.texts(channel).at(-1)).toContain('thanks');
});

it("what an allowed bot writes counts as staff's, its embeds too, edited ones as well; other bots' messages count for nothing", async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  const channelId = await openTicket(world);
  const { bot } = world.app();
  const { seed, world: discord } = world.simulator;
  const [helper, other] = ['Helper', 'Other'].map((name) => seed.application({ name }).userId) as [string, string];
  for (const id of [helper, other]) seed.join(world.guild, id, [world.staffRole]);
  await world.set(`allowedBots=${helper}`);
  await world.advance(60_000);
  const embed = {
    title: 'Order [1](http://evil.example)',
    description: 'is on its **way**',
    author: { name: '@everyone' },
    fields: [{ name: 'When', value: 'tomorrow' }],
    footer: { text: 'Shop' },
  };
  const post = (userId: string) =>
    postMessage(discord, { channelId, by: { as: 'account', userId }, content: 'See:', embeds: [embed] });
  post(other);
  const posted = post(helper);
  await world.settle();
  const author = '> @\u200beveryone\n';
  const rest = (words: string): string =>
    `> **Order \\[1\\]\\(http\\://evil.example\\)**\n> ${words}\n> **When**\n> tomorrow\n> -# Shop`;
  expect(world.ada.readsDms(bot).map(({ content }) => content)).toEqual([
    'help',
    `See:\n${author}${rest('is on its **way**')}`,
  ]);
  editMessage(discord, { as: 'account', userId: helper }, posted, { embeds: [{ ...embed, description: 'is there' }] });
  await world.settle();
  expect(world.ada.readsDms(bot).map(({ content }) => content)).toEqual(['help', `See:\n${author}${rest('is there')}`]);
  expectNoPings(world);
});

it.each([
  ['of 200 characters', 'x'.repeat(200)],
  ['that ends the line and begins another', 'Ada\n# Staff\r\n@everyone'],
  ['that turns the text around', '\u202eadA\u2066'],
  ['of spaces without width', '\u200b\u200d\u3164'],
  ['of markdown', '**[Ada](javascript:alert(1))** `x` ||y|| <@&1>'],
  ['that Discord refuses', 'Clyde of discord'],
])('a name %s breaks neither line nor layout, wherever it stands', async (_, displayName) => {
  const world = await createWorld({ settings: ['anonymousStaff=false'] });
  for (const person of [world.ada, world.sam]) person.renames({ displayName });
  const channel = await openTicket(world);
  await world.sam.types(channel, 'hello');
  await world.sam.clicks('Claim', { channel });
  await world.settle();
  const copy = world.sam.reads(channel).find(({ content }) => content === 'help')!;
  expect(copy.face?.name).toMatch(/^[\p{L}\p{P}\p{S}\p{N} ]{1,80}$/u);
  expect(world.dmTexts(world.ada).at(-1)).toMatch(/^\*\*[^\n\u202e\u200d]+:\*\* hello$/);
  expect(world.texts(channel).at(-1)).toMatch(/^[^\n\u202e\u200d]+ took this ticket\.$/);
  expectNoPings(world);
});

it('a message with nothing in it is shown as such to staff; to the member nothing is sent, and whoever wrote it is told', async () => {
  const world = await createWorld();
  const channel = await openTicket(world);
  const post = (channelId: string, userId: string) =>
    postMessage(world.simulator.world, { channelId, by: { as: 'account', userId } });
  post(world.ada.readsDms()[0]!.channelId, world.ada.id);
  await world.settle();
  expect(world.texts(channel).at(-1)).toBe('-# an empty message');
  const empty = post(channel, world.sam.id);
  await world.settle();
  expect(world.texts(channel).at(-1)).toMatch(/^There is nothing to send/);
  expect(reactions(world.sam.reads(channel).find(({ id }) => id === empty.id)!)).toEqual(['❌']);
  expect(world.ada.readsDms()).toHaveLength(2);
});
