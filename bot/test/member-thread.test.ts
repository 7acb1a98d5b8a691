import { describe, expect, it } from 'vitest';
import { mention, textsIn, withThread, writes } from './closed-dms.ts';
import { places, says } from './doors.ts';
import { reactions, shown } from './world.ts';

describe.each(places)('in a %s', (_, place) => {
  it('staff open a private thread with a member who takes no DMs; what was refused arrives there, once and in order', async () => {
    const { world, channel, thread, lobby } = await withThread(place);
    const { state } = world.simulator.world;
    const made = state.channels.get(thread)!;
    expect(made).toMatchObject({ type: 12, parentId: lobby, name: 'Conversation 1 with the team' });
    expect(made.thread?.invitable).toBe(false);
    expect([...made.thread!.members.keys()].toSorted()).toEqual([world.app().bot, world.ada.id].toSorted());

    const [first, ...answers] = world.ada.reads(thread);
    expect(first?.content).toContain('The team of **Harbour Games** would like to answer you');
    expect(first?.content.includes('I can read only messages that mention me')).toBe(!world.readsContent);
    expect(first?.mentions).toEqual([world.ada.id]);
    expect(first?.mentionRoles).toEqual([]);
    expect(answers.map(({ content }) => content)).toEqual(['are you there?', 'hello?']);

    const messages = world.sam.reads(channel);
    for (const text of ['are you there?', 'hello?'])
      expect(reactions(messages.find((one) => one.content === text)!)).toEqual([]);
    const lines = world.texts(channel);
    expect(lines.filter((text) => text.includes('Not delivered'))).toHaveLength(1);
    expect(lines.some((text) => text.includes('Sam opened a private thread with the member: https://'))).toBe(true);
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('from then on both sides write through the thread: texts, answers to each other, edits, deletions, files', async () => {
    const { world, channel, thread } = await withThread(place);
    const said = await writes(world, thread, 'I am here');
    await world.settle();
    const copy = world.sam.reads(channel).find((one) => shown(one).text === 'I am here')!;
    expect(shown(copy).name).toBe('Ada Lovelace');
    expect(reactions(world.ada.reads(thread).find(({ id }) => id === said.id)!)).toEqual(['✅']);

    const answer = await says(world, channel, 'good', { replyTo: copy.id });
    await world.settle();
    expect(world.ada.reads(thread).at(-1)).toMatchObject({ content: 'good', reference: { messageId: said.id } });
    await world.ada.edits(said.id, said.content.replace('I am here', 'I am back'));
    await world.sam.edits(answer.id, 'very good');
    await world.settle();
    expect(shown(world.sam.reads(channel).find(({ id }) => id === copy.id)!).text).toMatch(/^I am back\n-# ✏️/);
    expect(textsIn(world.ada, thread).at(-1)).toBe('very good');

    const newest = world.ada.reads(thread).at(-1)!;
    const files = [{ name: 'proof.txt', bytes: new TextEncoder().encode('proof') }];
    await world.ada.types(thread, 'see this', { replyTo: newest.id, files });
    await world.settle();
    const quoting = world.sam.reads(channel).find(({ attachments }) => attachments[0]?.filename === 'proof.txt')!;
    expect(shown(quoting).text).toMatch(/very good.*\nsee this/);

    await world.sam.deletes(answer.id);
    await world.ada.deletes(said.id);
    await world.settle();
    expect(textsIn(world.ada, thread)).not.toContain('very good');
    expect(shown(world.sam.reads(channel).find(({ id }) => id === copy.id)!).text).toContain('deleted by its author');
    expect(world.dmTexts(world.ada)).toEqual(['help']);
  });

  it('what others write and put on messages there is not the member’s', async () => {
    const { world, channel, thread } = await withThread(place);
    await world.olga.types(thread, `${mention(world, thread)} I only look after this server`);
    const answer = world.ada.reads(thread).find(({ content }) => content === 'hello?')!;
    await world.olga.runs('/ticket claim', {}, channel);
    await world.olga.reacts(answer.id, '👎');
    await world.ada.reacts(answer.id, '👍');
    await world.settle();
    expect(world.texts(channel).join()).not.toContain('I only look after');
    const original = world.sam.reads(channel).find(({ content }) => content === 'hello?')!;
    expect(reactions(original)).toEqual(['👍']);
  });

  it('at closing the last message goes there, and the thread is locked and archived', async () => {
    const { world, channel, thread } = await withThread({ ...place, settings: ['feedback=true'] });
    await writes(world, thread, 'bye');
    await world.settle();
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    expect(world.ada.reads(thread).at(-1)).toMatchObject({
      content: expect.stringContaining('was closed, and so is this thread'),
      components: [],
    });
    expect(world.simulator.world.state.channels.get(thread)?.thread).toMatchObject({ archived: true, locked: true });
    const transcript = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments);
    const file = transcript.find(({ filename }) => filename.endsWith('.txt'))!;
    const text = new TextDecoder().decode(world.simulator.world.state.uploads.get(file.id)?.bytes);
    for (const said of ['are you there?', 'hello?', 'bye']) expect(text.split(said)).toHaveLength(2);
    expect(text).not.toContain('not delivered');
  });

  it('what the member edited and deleted there while the bot was away is carried over', async () => {
    const { world, channel, thread } = await withThread(place);
    const [edited, deleted] = [await writes(world, thread, 'my naem'), await writes(world, thread, 'never mind')];
    await world.settle();
    world.simulator.faults.dropGateway({ resumable: false });
    await world.stopBot();
    await world.advance(60_000);
    await world.ada.edits(edited.id, world.readsContent ? 'my name' : `${mention(world, thread)} my name`);
    await world.ada.deletes(deleted.id);
    await world.startBot();
    const texts = world.sam.reads(channel).map((message) => shown(message).text);
    expect(texts.filter((text) => text.startsWith('my name'))).toHaveLength(1);
    expect(texts.find((text) => text.includes('never mind'))).toContain('deleted by its author');
    expect(texts.at(-1)).toContain('edited: 1, deleted: 1.');
  });

  it('what the member wrote there while the bot was away is fetched, and only theirs', async () => {
    const { world, channel, thread } = await withThread(place);
    await world.stopBot();
    await writes(world, thread, 'while you were away');
    await world.olga.types(thread, `${mention(world, thread)} not me`);
    world.simulator.faults.dropGateway({ resumable: false });
    await world.startBot();
    await world.advance(5000);
    const texts = world.sam.reads(channel).map((one) => shown(one).text);
    expect(texts.filter((text) => text === 'while you were away')).toHaveLength(1);
    expect(texts.join()).not.toContain('not me');
  });
});
