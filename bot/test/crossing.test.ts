import { describe, expect, it } from 'vitest';
import { unfurl } from '../../simulator/src/acts/unfurl.ts';
import type { Person } from '../../simulator/src/people/person.ts';
import { places, says } from './doors.ts';
import { createWorld, reactions, shown, type World } from './world.ts';

async function openTicket(world: World, text = 'help'): Promise<string> {
  await world.ada.dms(text);
  await world.settle();
  return world.ticketChannel();
}

/** Lets somebody who is not staff see and write in a ticket channel. */
async function letIn(world: World, person: Person, id: string): Promise<void> {
  const { channels } = world.simulator.world.state;
  const channel = channels.get(id)!;
  const place = channel.thread === null ? channel : channels.get(channel.parentId!)!;
  place.overwrites.set(person.id, { id: person.id, type: 'member', allow: 1n << 10n, deny: 0n });
  if (channel.type === 12) await world.olga.addsTo(id, person.id);
}

describe.each(places)('in a %s', (_, place) => {
  it('an edited DM is edited on the staff side, and an edited answer in the DM', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'my naem is Ada');
    const [dm] = world.ada.readsDms();
    await world.ada.edits(dm!.id, 'my name is Ada');
    const answer = await says(world, channel, '!r Helo Ada');
    await world.settle();
    await world.sam.edits(answer.id, '!r Hello Ada');
    await world.settle();
    expect(world.texts(channel).join('\n')).toContain('my name is Ada');
    expect(world.texts(channel).join('\n')).not.toContain('naem');
    expect(world.dmTexts(world.ada)).toEqual(['my name is Ada', 'Hello Ada']);
  });

  it('a preview that Discord adds to a message is not an edit', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'see https://example.com');
    const before = world.simulator.exchanges.length;
    unfurl(world.simulator.world, world.ada.readsDms()[0]!, [
      { type: 'link', url: 'https://example.com', title: 'Example' },
    ]);
    await world.settle();
    expect(world.simulator.exchanges.slice(before)).toEqual([]);
    expect(world.texts(channel).at(-1)).toBe('see https://example.com');
  });

  it('a deleted answer disappears from the DM; a deleted DM is marked for staff', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'I take this back');
    const answer = await says(world, channel, 'Wrong window');
    await world.settle();
    await world.sam.deletes(answer.id);
    await world.ada.deletes(world.ada.readsDms()[0]!.id);
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual([]);
    const copy = world.texts(channel).find((text) => text.includes('I take this back'));
    expect(copy).toContain('deleted by its author');
  });

  it('a reply to a message is a reply on the other side, both ways', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world, 'first question');
    await world.ada.dms('second question');
    await world.settle();
    const copy = world.sam.reads(channel).find((one) => shown(one).text === 'first question');
    await says(world, channel, 'to the first one', { replyTo: copy!.id });
    await world.settle();
    const [first, , answer] = world.ada.readsDms();
    expect(answer?.reference?.messageId).toBe(first?.id);
    await world.ada.dms('thanks', { replyTo: answer!.id });
    await world.settle();
    const quoted = world.texts(channel).at(-1);
    expect(quoted).toContain('to the first one');
    expect(quoted).toContain('thanks');
  });

  it('files cross in both directions with their bytes', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const bytes = new TextEncoder().encode('what I saw');
    await world.ada.dms('look', { files: [{ name: 'screen.txt', bytes, type: 'text/plain' }] });
    await says(world, channel, '', { files: [{ name: 'answer.txt', bytes, type: 'text/plain' }] });
    await world.settle();
    const toStaff = world.sam.reads(channel).find((one) => shown(one).text === 'look')?.attachments;
    const toMember = world.ada.readsDms().at(-1)?.attachments;
    for (const [attachments, name] of [
      [toStaff, 'screen.txt'],
      [toMember, 'answer.txt'],
    ] as const) {
      expect(attachments).toHaveLength(1);
      expect(attachments?.[0]?.filename).toBe(name);
      const upload = world.simulator.world.state.uploads.get(attachments![0]!.id);
      expect(new TextDecoder().decode(upload?.bytes)).toBe('what I saw');
    }
  });

  it('a text of 4000 characters arrives whole, in parts, in order, between its neighbours', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const long = Array.from({ length: 400 }, (_, index) => `word${String(index).padStart(4, '0')}`).join(' ');
    await world.ada.dms(long);
    await world.ada.dms('after');
    await world.settle();
    const texts = world.texts(channel);
    const start = texts.findIndex((text) => text.startsWith('word0000'));
    expect(texts.slice(start, -1).join(' ').split(/\s+/)).toEqual(long.split(' '));
    expect(texts.at(-1)).toBe('after');
    expect(texts.every((text) => text.length <= 2000)).toBe(true);
  });

  it('an answer that cannot be delivered gets a ❌ and one line', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    world.ada.blocksTheBot();
    for (const text of ['are you there?', 'hello?']) await says(world, channel, text);
    await world.settle();
    const messages = world.sam.reads(channel);
    for (const text of ['are you there?', 'hello?'])
      expect(reactions(messages.find((one) => one.content === text)!)).toEqual(['❌']);
    expect(world.texts(channel).filter((text) => text.includes('Not delivered'))).toHaveLength(1);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('what starts with the internal prefix stays among staff', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    await says(world, channel, '// careful with this one');
    await world.settle();
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('somebody who is not staff gets a ❌, and the member nothing', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    await letIn(world, world.ben, channel);
    const said = await says(world, channel, 'I can see this, but I am not staff', { by: world.ben });
    await world.settle();
    expect(reactions(world.sam.reads(channel).find((one) => one.id === said.id)!)).toEqual(['❌']);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('/reply is shown to staff under the name of who wrote it, and reaches the member once', async () => {
    const world = await createWorld(place);
    const channel = await openTicket(world);
    const answered = await world.sam.runs('/reply', { text: 'By command' }, channel);
    await world.settle();
    expect(answered.message?.onlyFor).toBe(world.sam.id);
    expect(world.dmTexts(world.ada)).toEqual(['help', 'By command']);
    const copy = world.sam
      .reads(channel)
      .map(shown)
      .find(({ text }) => text.includes('By command'));
    expect(copy?.name).toBe('Sam');
  });
});
