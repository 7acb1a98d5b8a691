import { describe, expect, it } from 'vitest';
import { places } from './doors.ts';
import { billing, cardOf, dmOf, question, report, topicsAre } from './topics-asked.ts';
import { createWorld, type World } from './world.ts';

const topics = topicsAre(billing, report);
const proof = [{ name: 'proof.txt', bytes: new TextEncoder().encode('It was them.') }];
const answers = {
  'Who?': 'Mallory',
  'What happened?': 'A lot.',
  'How bad?': ['Very, very'],
  'Where?': ['Chat', 'Forum'],
};

async function opensForm(world: World): Promise<readonly string[]> {
  const { modal } = await world.ada.selects(['Report'], { channel: dmOf(world) });
  const labels = (modal?.['components'] ?? []) as readonly { label: string }[];
  return labels.map(({ label }) => label);
}

describe.each(places)('in a %s', (_, place) => {
  it('a topic with questions opens a form, and staff read every kind of answer', async () => {
    const world = await createWorld({ ...place, settings: [topics, 'greeting=Hello!'] });
    await world.ada.dms('help');
    await world.settle();
    expect(await opensForm(world)).toEqual(['Who?', 'What happened?', 'How bad?', 'Where?', 'Proof']);
    expect(world.ticketChannels()).toEqual([]);
    await world.ada.submits({ ...answers, Proof: proof });
    await world.settle();
    const channel = world.ticketChannel();
    expect(cardOf(world, channel)).toMatchObject({
      Topic: 'Report',
      'Who?': 'Mallory',
      'What happened?': 'A lot.',
      'How bad?': 'Very, very',
      'Where?': 'Chat, Forum',
      Proof: '📎 proof.txt',
    });
    const [file] = world.sam.reads(channel).flatMap(({ attachments }) => attachments);
    expect(file?.filename).toBe('proof.txt');
    expect(world.texts(channel).at(-1)).toBe('help');
    expect(world.dmTexts(world.ada)).toContain(
      'Your answers went to **Harbour Games**. Whatever you want to add, write it here.',
    );
    expect(world.dmTexts(world.ada)).toContain('Hello!');
    expect(question(world)).toBeNull();
  });
});
