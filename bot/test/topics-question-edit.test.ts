import { describe, expect, it } from 'vitest';
import { complete } from '../src/settings/complete.ts';
import type { Question } from '../src/settings/topics.ts';
import { openStore } from '../src/store/open.ts';
import { billing, cardOf, dmOf, report, ticketOf, topicsAre } from './topics-asked.ts';
import { createWorld, type World } from './world.ts';

async function questionsOf(world: World): Promise<readonly Question[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const stored = await store.tables.settings.get(world.guild);
  await store.close();
  return complete(stored?.values ?? {}).topics[1]?.questions ?? [];
}

const labels = async (world: World): Promise<readonly string[]> => (await questionsOf(world)).map(({ label }) => label);

/** Olga chooses the question, by command or on the page of the topic; what the form holds before she types. */
async function opens(world: World, label: string, by: 'command' | 'page' = 'command'): Promise<string> {
  const page = await world.olga.runs(
    by === 'page' ? '/topic edit' : '/topic question-edit',
    { topic: 'Report' },
    world.logs,
  );
  const { message } =
    by === 'page' ? await world.olga.clicks('Change a question', { message: page.message!.id }) : page;
  const { modal } = await world.olga.selects([label], { message: message!.id });
  return JSON.stringify(modal);
}

async function enters(world: World, values: Record<string, string | readonly string[]>): Promise<string> {
  const { message } = await world.olga.submits(values);
  await world.settle();
  return [message?.content, ...(message?.embeds ?? []).map((embed) => JSON.stringify(embed))].join('\n');
}

describe('a question of a topic', () => {
  it.each(['command', 'page'] as const)('is changed by %s, from what it was, and stays in its place', async (by) => {
    const world = await createWorld({ settings: [topicsAre(billing, report)] });
    const before = await questionsOf(world);
    expect(await opens(world, 'What happened?', by)).toContain('As much as you like');
    expect(await enters(world, { label: 'What did they do?', required: ['No'] })).toMatch(
      /Saved[^]*What did they do\?/,
    );
    const { id } = before[1]!;
    expect(await questionsOf(world)).toEqual(
      before.map((one) => (one.id === id ? { ...one, label: 'What did they do?', required: false } : one)),
    );
    expect(await opens(world, 'Where?', by)).toContain('Chat\\nVoice\\nForum');
    await enters(world, { choices: 'Chat\nElsewhere' });
    expect((await questionsOf(world))[3]).toEqual({ ...before[3], choices: ['Chat', 'Elsewhere'] });
  });

  it('that was answered is still read as it was asked, and what was entered in an open form stays in it', async () => {
    const world = await createWorld({ settings: [topicsAre(billing, report)] });
    const answers = { 'Who?': 'Mallory', 'What happened?': 'A lot.', 'Where?': ['Chat'] };
    await world.ada.dms('help');
    await world.settle();
    await world.ada.selects(['Report'], { channel: dmOf(world) });
    await world.ada.submits(answers);
    await world.settle();
    const [channel] = world.ticketChannels();
    await opens(world, 'Who?');
    await enters(world, { label: 'Which member?' });
    expect(cardOf(world, channel!)['Who?']).toBe('Mallory');
    expect((await ticketOf(world, channel))?.answers[0]).toMatchObject({ question: 'who', label: 'Who?' });

    await world.sam.runs('/close', {}, channel!);
    await world.settle();
    await world.advance(1000);
    await world.ada.dms('again');
    await world.settle();
    await world.ada.selects(['Report'], { channel: dmOf(world) });
    await opens(world, 'Which member?');
    await enters(world, { label: 'Which person?' });
    await world.ada.submits({ 'Which member?': 'Trudy', 'What happened?': 'Less.', 'Where?': ['Voice'] });
    await world.settle();
    expect(cardOf(world, world.ticketChannels().at(-1)!)['Which person?']).toBe('Trudy');
  });

  it('that would not fit says why, with what was typed, and stays as it was', async () => {
    const world = await createWorld({ settings: [topicsAre(billing, report)] });
    const before = await labels(world);
    await opens(world, 'Who?');
    const wrong = await enters(world, { label: 'proof' });
    expect(wrong).toContain('is the label of another question already');
    expect(wrong).toMatch(/What you typed.*proof/);
    expect(await labels(world)).toEqual(before);
  });

  it('that is gone meanwhile is not asked again', async () => {
    const world = await createWorld({ settings: [topicsAre(billing, report)] });
    await opens(world, 'Who?');
    await world.set(topicsAre(billing, { name: 'Report', questions: [{ label: 'When?' }] }));
    await world.advance(1000);
    expect(await enters(world, { label: 'Which member?' })).toContain('not there any more');
    expect(await labels(world)).toEqual(['When?']);
  });
});
