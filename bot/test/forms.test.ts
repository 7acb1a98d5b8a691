import { describe, expect, it } from 'vitest';
import { places } from './doors.ts';
import { billing, bugs, cardOf, dmOf, question, report, ticketOf, topicsAre } from './topics-asked.ts';
import { channelKinds, createWorld, shown, type World } from './world.ts';

const minute = 60_000;
const topics = topicsAre(billing, report);
const proof = [{ name: 'proof.txt', bytes: new TextEncoder().encode('It was them.') }];
const answers = {
  'Who?': 'Mallory',
  'What happened?': 'A lot.',
  'How bad?': ['Very, very'],
  'Where?': ['Chat', 'Forum'],
};

/** The labels of the form that opens. */
async function opensForm(world: World): Promise<readonly string[]> {
  const { modal } = await world.ada.selects(['Report'], { channel: dmOf(world) });
  const labels = (modal?.['components'] ?? []) as readonly { label: string }[];
  return labels.map(({ label }) => label);
}

async function asked(settings: readonly string[]): Promise<World> {
  const world = await createWorld({ settings });
  await world.ada.dms('help');
  await world.settle();
  return world;
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

describe.each(channelKinds)('in a %s', (channelKind) => {
  it('a form that was filled in before anything was written opens the ticket at once', async () => {
    const world = await createWorld({ channelKind, settings: [topics] });
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.settle();
    const run = await world.ada.runs('/contact-staff', {}, lobby);
    await world.settle();
    const { modal } = await world.ada.selects(['Report'], { message: run.message!.id });
    expect(modal?.['title']).toBe('Report');
    expect(world.ticketChannels()).toEqual([]);
    await world.ada.submits(answers);
    await world.settle();
    expect(run.message?.content).toContain('I have written to you');
    expect(world.dmTexts(world.ada)).toEqual([
      'Your answers went to **Harbour Games**. Whatever you want to add, write it here.',
    ]);
    const channel = world.ticketChannel();
    expect(cardOf(world, channel)).toMatchObject({ 'Who?': 'Mallory', Proof: 'no answer' });
    await world.ada.dms('one more thing');
    await world.settle();
    expect(world.texts(channel).at(-1)).toBe('one more thing');
  });

  it('an answer that is longer than the card holds stands whole below it, and everything in the transcript', async () => {
    const world = await createWorld({ channelKind, settings: [topics] });
    await world.ada.dms('help');
    await world.settle();
    await opensForm(world);
    const long = `${'words and more words '.repeat(180)}the end`;
    await world.ada.submits({ ...answers, 'What happened?': long });
    await world.settle();
    const channel = world.ticketChannel();
    expect(cardOf(world, channel)['What happened?']).toMatch(/^words .*…$/s);
    const copies = world.sam.reads(channel).map((message) => shown(message).text);
    expect(copies.join(' ').replaceAll(/[>*\n]+/g, ' ')).toContain('the end');
    await world.sam.runs('/close', {}, channel);
    await world.settle();
    for (const page of [posted(world, '.html'), posted(world, '.txt')])
      for (const said of ['Report', 'Who?', 'Mallory', 'Very, very', 'the end']) expect(page).toContain(said);
  });
});

/** A transcript in the logs channel. */
function posted(world: World, ending: string): string {
  const files = world.sam.reads(world.logs).flatMap(({ attachments }) => attachments);
  const file = files.find(({ filename }) => filename.endsWith(ending));
  return new TextDecoder().decode(world.simulator.world.state.uploads.get(file?.id ?? '')?.bytes);
}

it('a form that is dismissed changes nothing: the button under the menu opens it again, and another topic can be chosen', async () => {
  const world = await asked([topics]);
  await opensForm(world);
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  expect(question(world)).toEqual({
    text: expect.stringContaining('You chose **Report**, which has a few questions.'),
    choices: ['Billing', 'Report', 'Answer the questions'],
  });
  await world.stopBot();
  await world.startBot();
  const { modal } = await world.ada.clicks('Answer the questions', { channel: dmOf(world) });
  expect(modal?.['title']).toBe('Report');
  await world.ada.selects(['Billing'], { channel: dmOf(world) });
  await world.settle();
  expect(cardOf(world, world.ticketChannel())['Topic']).toBe('💳 Billing');
  expect((await ticketOf(world))?.answers).toEqual([]);
});

it('a form that was open for longer than the question counts, and nothing that was entered is lost', async () => {
  const world = await asked([topics]);
  await opensForm(world);
  await world.advance(20 * minute);
  expect(world.dmTexts(world.ada).at(-1)).toContain('This question has expired');
  await world.stopBot();
  await world.startBot();
  await world.ada.submits(answers);
  await world.settle();
  expect(cardOf(world, world.ticketChannel())['Who?']).toBe('Mallory');
  expect(world.texts(world.ticketChannel()).at(-1)).toBe('help');
});

it('answers survive a stop of the bot before the name is asked for, and nobody else learns of it', async () => {
  const world = await asked([topics, 'anonymousMembers=choice']);
  await opensForm(world);
  await world.ada.submits({ ...answers, Proof: [{ name: 'ada lovelace.png', bytes: new Uint8Array(9) }] });
  await world.settle();
  await world.stopBot();
  await world.startBot();
  expect(world.ticketChannels()).toEqual([]);
  expect(question(world)?.choices).toEqual(['With my name', 'Anonymously']);
  await world.ada.clicks('Anonymously', { channel: dmOf(world) });
  await world.settle();
  const channel = world.ticketChannel();
  expect(cardOf(world, channel)).toMatchObject({ 'Who?': 'Mallory', Proof: expect.stringMatching(/^📎 picture-1/) });
  const seen = JSON.stringify([world.sam.reads(channel), (await ticketOf(world))?.answers]).toLowerCase();
  expect(seen).not.toContain('lovelace');
  expect(world.sam.reads(channel).flatMap(({ attachments }) => attachments)).toHaveLength(2);
});

it('where the questions have changed meanwhile, the member reads what is wrong, and their answers wait in the form', async () => {
  const world = await asked([topics]);
  await opensForm(world);
  const [who] = report.questions ?? [];
  const where = { label: 'Where?', id: 'where', kind: 'choices', choices: ['Chat'] } as const;
  const changed = [{ ...who!, id: 'who' }, where, { label: 'When?', kind: 'short' } as const];
  await world.set(topicsAre(billing, { ...report, questions: changed }));
  await world.advance(1000);
  await world.ada.submits(answers);
  await world.settle();
  expect(world.ticketChannels()).toEqual([]);
  const { text } = question(world)!;
  expect(text).toContain('- What you chose for **Where?** is not offered any more.');
  expect(text).toContain('- **When?** needs an answer.');
  await world.ada.clicks('Answer the questions', { channel: dmOf(world) });
  await world.ada.submits({ 'When?': 'today', 'Where?': ['Chat'] });
  await world.settle();
  expect(cardOf(world, world.ticketChannel())).toMatchObject({ 'Who?': 'Mallory', 'When?': 'today', 'Where?': 'Chat' });
});

it('a topic that is gone when its form is sent is asked for again', async () => {
  const world = await asked([topicsAre(billing, bugs, report)]);
  await opensForm(world);
  await world.set(topicsAre(billing, bugs));
  await world.advance(1000);
  await world.ada.submits(answers);
  await world.settle();
  expect(question(world)).toEqual({
    text: expect.stringContaining('That topic is not offered any more.'),
    choices: ['Billing', 'Bugs'],
  });
});

it('who may not open a ticket is told before the form, not after it', async () => {
  const world = await asked([topics]);
  await world.set('paused=true');
  await world.advance(1000);
  const clicked = await world.ada.selects(['Report'], { channel: dmOf(world) });
  expect(clicked.modal).toBeNull();
  expect(clicked.message?.content).toContain('takes no new conversations');
});

it('what is entered pings nobody, breaks no layout and leads nowhere', async () => {
  const world = await asked([topics]);
  await opensForm(world);
  await world.ada.submits({
    ...answers,
    'Who?': '@everyone <@&1> [x](javascript:alert(1)) \u202egnp.exe',
    'What happened?': '```\n# big\n> quote **bold**\n<script>alert(1)</script>\n- list || hidden',
  });
  await world.settle();
  const channel = world.ticketChannel();
  const card = cardOf(world, channel);
  expect(card['Who?']).toBe('@\u200beveryone \\<@&1\\> \\[x\\]\\(javascript:alert\\(1\\)\\) gnp.exe');
  expect(card['What happened?']).toMatch(/^\\`\\`\\`\n\\# big\n\\> quote \\\*\\\*bold/);
  const [first] = world.sam.reads(channel);
  expect(first).toMatchObject({ mentionEveryone: false, mentionRoles: [world.staffRole] });
  await world.sam.runs('/close', {}, channel);
  await world.settle();
  expect(posted(world, '.html')).not.toMatch(/<script|href="javascript/);
});

it('files that the server does not take are left out of a form as well, and the member is told', async () => {
  const world = await asked([topics, 'memberFiles=media']);
  await opensForm(world);
  await world.ada.submits({ ...answers, Proof: proof });
  await world.settle();
  expect(world.dmTexts(world.ada).join()).toContain('does not take such files');
  expect(world.sam.reads(world.ticketChannel()).flatMap(({ attachments }) => attachments)).toEqual([]);
});

it('the card holds five answers of full length beside everything else', async () => {
  const questions = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ label: id.repeat(45), kind: 'long' as const }));
  const world = await asked([topicsAre(billing, { name: 'Report', questions })]);
  await opensForm(world);
  await world.ada.submits(Object.fromEntries(questions.map(({ label }) => [label, '*'.repeat(4000)])));
  await world.settle();
  expect(Object.keys(cardOf(world, world.ticketChannel()))).toEqual(
    expect.arrayContaining(questions.map(({ label }) => label)),
  );
  const stars = world.sam.reads(world.ticketChannel()).map((message) => shown(message).text.split('*').length - 1);
  expect(stars.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(20_000);
});

describe('on a panel', () => {
  it('a button of a topic opens its form at once, and the answer is private', async () => {
    const world = await createWorld({ settings: [topics] });
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.settle();
    await world.olga.runs('/panel post', { style: 'topic-buttons' }, lobby);
    await world.olga.submits({});
    await world.settle();
    const pressed = await world.ada.clicks('Report', { channel: lobby });
    expect(pressed.modal?.['title']).toBe('Report');
    const sent = await world.ada.submits(answers);
    await world.settle();
    expect(sent.message?.content).toContain('I have written to you');
    expect(world.ben.reads(lobby)).toHaveLength(1);
    expect(world.ben.reads(lobby)[0]?.components.length).toBeGreaterThan(0);
    expect(cardOf(world, world.ticketChannel())['Who?']).toBe('Mallory');
  });

  it('who takes no direct messages is told in private, keeps what they entered, and opens nothing', async () => {
    const world = await createWorld({ settings: [topics] });
    const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
    await world.settle();
    world.ada.closesDms();
    const run = await world.ada.runs('/contact-staff', {}, lobby);
    await world.settle();
    await world.ada.selects(['Report'], { message: run.message!.id });
    await world.ada.submits(answers);
    await world.settle();
    expect(run.message?.content).toContain('I cannot write to you');
    expect(world.ticketChannels()).toEqual([]);
    world.ada.opensDms();
    const again = await world.ada.runs('/contact-staff', {}, lobby);
    await world.settle();
    await world.ada.selects(['Report'], { message: again.message!.id });
    await world.ada.submits({});
    await world.settle();
    expect(cardOf(world, world.ticketChannel())['Who?']).toBe('Mallory');
  });
});
