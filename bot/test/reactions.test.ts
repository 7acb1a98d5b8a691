import { describe, expect, it } from 'vitest';
import { clearReactions } from '../../simulator/src/acts/react.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import { channelKinds, createWorld, type World } from './world.ts';

interface Conversation {
  readonly world: World;
  readonly channel: string;
  /** Ada's message, and what staff see of it. */
  readonly question: { readonly dm: string; readonly copy: string };
  /** Sam's message, and what Ada sees of it. */
  readonly answer: { readonly typed: string; readonly copy: string };
}

async function talk(world: World): Promise<Conversation> {
  const dm = await world.ada.dms('question');
  await world.settle();
  const channel = world.ticketChannel();
  const typed = await world.sam.types(channel, 'answer');
  await world.settle();
  const find = (messages: ReturnType<Person['reads']>, text: string): string =>
    messages.find((one) => one.content === text)!.id;
  return {
    world,
    channel,
    question: { dm: dm.id, copy: find(world.sam.reads(channel), 'question') },
    answer: { typed: typed.id, copy: find(world.ada.readsDms(), 'answer') },
  };
}

/** The emoji that the bot has put on a message. */
function fromBot(world: World, message: string): readonly string[] {
  const all = [...world.ada.readsDms(), ...world.sam.reads(world.ticketChannel())];
  return all
    .find((one) => one.id === message)!
    .reactions.filter(({ userIds }) => userIds.includes(world.app().bot))
    .map(({ emoji }) => emoji.name);
}

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a reaction appears on the other side’s message, both ways, and goes again', async () => {
    const { world, question, answer } = await talk(await createWorld({ channelKind }));
    await world.ada.reacts(answer.copy, '👍');
    await world.ada.reacts(question.dm, '🙏');
    await world.sam.reacts(question.copy, '👀');
    await world.sam.reacts(answer.typed, '🎉');
    await world.settle();
    expect(fromBot(world, answer.typed)).toEqual(['👍']);
    expect(fromBot(world, question.copy)).toEqual(['🙏']);
    expect(fromBot(world, question.dm)).toEqual(['✅', '👀']);
    expect(fromBot(world, answer.copy)).toEqual(['🎉']);
    await world.ada.unreacts(answer.copy, '👍');
    await world.sam.unreacts(question.copy, '👀');
    await world.settle();
    expect(fromBot(world, answer.typed)).toEqual([]);
    expect(fromBot(world, question.dm)).toEqual(['✅']);
  });
});

it('a reaction of two stays until both have taken it back, or somebody clears it', async () => {
  const { world, question } = await talk(await createWorld());
  await world.sam.reacts(question.copy, '👍');
  await world.tess.reacts(question.copy, '👍');
  await world.sam.unreacts(question.copy, '👍');
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅', '👍']);
  await world.tess.unreacts(question.copy, '👍');
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅']);
  await world.sam.reacts(question.copy, '👍');
  await world.tess.reacts(question.copy, '👀');
  await world.settle();
  const copy = world.sam.reads(world.ticketChannel()).find((one) => one.id === question.copy)!;
  clearReactions(world.simulator.world, world.olga.id, copy);
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅']);
});

it('what staff react can neither be taken for a mark of the bot nor take one away', async () => {
  const { world, question } = await talk(await createWorld());
  for (const emoji of ['✅', '❌', '⏱️']) await world.sam.reacts(question.copy, emoji);
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅']);
  await world.sam.unreacts(question.copy, '✅');
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅']);
  expect(fromBot(world, question.copy)).toEqual([]);
});

it('a member’s ✅ says thanks', async () => {
  const { world, answer } = await talk(await createWorld());
  await world.ada.reacts(answer.copy, '✅');
  await world.settle();
  expect(fromBot(world, answer.typed)).toEqual(['✅']);
});

it('a reaction on something that waits appears together with it', async () => {
  const world = await createWorld({ settings: ['limits.perSidePerMinute=1'] });
  await talk(world);
  const held = await world.ada.dms('more');
  await world.ada.reacts(held.id, '🙏');
  await world.settle();
  await world.advance(60_000);
  const copy = world.sam.reads(world.ticketChannel()).find((one) => one.content === 'more');
  expect(fromBot(world, copy!.id)).toEqual(['🙏']);
});

it('an internal message, a switched off server and people who are not staff get nothing across', async () => {
  const world = await createWorld({ channelKind: 'private-channel' });
  const { channel, question } = await talk(world);
  const place = world.simulator.world.state.channels.get(channel)!;
  place.overwrites.set(world.ben.id, { id: world.ben.id, type: 'member', allow: 1n << 10n, deny: 0n });
  await world.ben.reacts(question.copy, '👎');
  const note = await world.sam.types(channel, '// a note');
  await world.tess.reacts(note.id, '👍');
  await world.settle();
  await world.set('relayReactions=false');
  await world.advance(1000);
  await world.sam.reacts(question.copy, '👍');
  await world.settle();
  expect(world.ada.readsDms().map((one) => fromBot(world, one.id))).toEqual([['✅'], []]);
});

it('is put on once, whatever is delivered twice, and also when the program ended meanwhile', async () => {
  const { world, question } = await talk(await createWorld());
  world.simulator.faults.duplicate({ event: 'MESSAGE_REACTION_ADD', copies: 3 });
  world.simulator.faults.fail({ method: 'PUT', when: 'before', status: 500 });
  await world.sam.reacts(question.copy, '👍');
  await world.settle();
  await world.stopBot();
  world.simulator.faults.clear();
  await world.startBot();
  await world.advance(60_000);
  expect(fromBot(world, question.dm)).toEqual(['✅', '👍']);
  await world.sam.unreacts(question.copy, '👍');
  await world.settle();
  expect(fromBot(world, question.dm)).toEqual(['✅']);
});
