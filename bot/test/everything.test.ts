import { MessageType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
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

describe('what a member writes reaches staff:', () => {
  it.each(kinds)('$holds', async ({ writes, arrives, invented = false }) => {
    const world = await createWorld({ environment, invents: invented });
    const channel = await openTicket(world);
    const before = world.sam.reads(channel).length;
    const place = world.ada.readsDms()[0]!.channelId;
    await writes({ world, person: world.ada, place, says: (text, said) => world.ada.dms(text, said) });
    await world.settle();
    expect(world.sam.reads(channel).slice(before).map(arrivedAs)).toEqual(arrives.map(matching));
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
    expect(world.ada.readsDms().slice(1).map(arrivedAs)).toEqual(arrives.map(matching));
    expect(reactions(world.sam.reads(channel).at(-1)!)).toEqual([]);
    expectNoPings(world);
  });
});

function matching(expected: unknown): unknown {
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
