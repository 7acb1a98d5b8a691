import { describe, expect, it } from 'vitest';
import type { Answered, Person } from '../../simulator/src/people/person.ts';
import { complete } from '../src/settings/complete.ts';
import type { Topic } from '../src/settings/topics.ts';
import { openStore } from '../src/store/open.ts';
import { createWorld, type World } from './world.ts';

async function topicsOf(world: World): Promise<readonly Topic[]> {
  const store = await openStore({ dataDir: world.dataDir, clock: world.clock });
  const stored = await store.tables.settings.get(world.guild);
  await store.close();
  return complete(stored?.values ?? {}).topics;
}

const names = async (world: World): Promise<readonly string[]> => (await topicsOf(world)).map(({ name }) => name);

/** What an answer says and shows. */
function said({ message }: Answered): string {
  const embeds = message?.embeds.map((embed) => JSON.stringify(embed)) ?? [];
  return [message?.content, ...embeds].join('\n');
}

async function run(
  world: World,
  command: string,
  options: Record<string, string | number>,
  who: Person = world.olga,
): Promise<Answered> {
  const answered = await who.runs(command, options, world.logs);
  await world.settle();
  return answered;
}

async function withTopics(...given: readonly (string | object)[]): Promise<World> {
  const topics = given.map((topic) => (typeof topic === 'string' ? { name: topic } : topic));
  return createWorld({ settings: [`topics=${JSON.stringify(topics)}`] });
}

describe('/topic', () => {
  it('adds topics, says that one alone is not offered, and with the second that they are', async () => {
    const world = await createWorld();
    const first = await run(world, '/topic add', { name: 'Billing', emoji: '💳', description: 'Invoices' });
    expect(said(first)).toMatch(/✅ Saved\.\nWith one topic there is nothing to choose: add another/);
    expect(said(first)).toContain('"title":"💳 Billing"');
    const second = await run(world, '/topic add', { name: 'Bugs', position: 1 });
    expect(said(second)).toMatch(/✅ Saved\.\nMembers choose among 2 topics/);
    expect(await topicsOf(world)).toMatchObject([
      { id: 'bugs', name: 'Bugs' },
      { id: 'billing', name: 'Billing', emoji: '💳', description: 'Invoices' },
    ]);
    expect(said(await run(world, '/topic list', {}))).toMatch(/Bugs.*💳 Billing/);
  });

  it('renames and moves a topic, which stays the same', async () => {
    const world = await withTopics('Billing', 'Bugs', 'Rest');
    await run(world, '/topic edit', { topic: 'bugs', name: 'Crashes', emoji: '🐞', position: 3 });
    expect(await topicsOf(world)).toMatchObject([
      { id: 'billing' },
      { id: 'rest' },
      { id: 'bugs', name: 'Crashes', emoji: '🐞' },
    ]);
    await run(world, '/topic edit', { topic: 'Crashes', emoji: 'none', position: -5 });
    expect((await topicsOf(world))[0]).toMatchObject({ id: 'bugs', name: 'Crashes', emoji: null });
    await run(world, '/topic edit', { topic: 'Crashes', position: 99 });
    expect(await names(world)).toEqual(['Billing', 'Rest', 'Crashes']);
  });

  it('keeps what was said about a topic as long as one types, and says what is no length', async () => {
    const world = await withTopics('Billing', 'Bugs');
    expect(said(await run(world, '/topic edit', { topic: 'Bugs', retention: '90 days' }))).toContain('90d');
    expect(said(await run(world, '/topic edit', { topic: 'Billing', retention: 'keep' }))).toContain('"value":"keep"');
    expect(await topicsOf(world)).toMatchObject([{ retention: 0 }, { retention: 90 }]);
    const wrong = await run(world, '/topic edit', { topic: 'Bugs', retention: 'a while' });
    expect(said(wrong)).toContain('1 to 3650 whole days');
    await run(world, '/topic edit', { topic: 'Billing', retention: 'none' });
    expect(await topicsOf(world)).toMatchObject([{ retention: null }, { retention: 90 }]);
  });

  it('takes roles, a place and words on the page of a topic, and saves each at once', async () => {
    const world = await withTopics('Billing', 'Bugs');
    const { seed } = world.simulator;
    const devs = seed.role(world.guild, { name: 'Devs', permissions: 1n << 10n }).id;
    await run(world, '/topic edit', { topic: 'Bugs' });
    const at = { channel: world.logs };
    await world.olga.selects(['Staff'], { ...at, select: 'topic:staff:bugs' });
    await world.settle();
    await world.olga.selects(['Devs'], { ...at, select: 'topic:ping:bugs' });
    await world.settle();
    await world.olga.selects(['logs'], { ...at, select: 'topic:parent:bugs' });
    await world.settle();
    await world.olga.clicks('Name, emoji, greeting', at);
    const saved = await world.olga.submits({ Name: 'Crashes', Emoji: '🐞', greeting: 'Tell us *more*' });
    await world.settle();
    expect(await topicsOf(world)).toMatchObject([
      { id: 'billing' },
      {
        id: 'bugs',
        name: 'Crashes',
        emoji: '🐞',
        greeting: 'Tell us *more*',
        staffRoles: [world.staffRole],
        pingRoles: [devs],
        parentChannel: world.logs,
      },
    ]);
    expect(said(saved)).toContain('🐞 Crashes');
    expect(said(saved)).toContain(String.raw`Tell us \\*more\\*`);
    await world.olga.selects([], { ...at, select: 'topic:parent:bugs' });
    await world.settle();
    expect((await topicsOf(world))[1]?.parentChannel).toBeNull();
  });

  it('refuses a place that everybody sees, says why, and the page shows what counts', async () => {
    const world = await withTopics('Billing', 'Bugs');
    world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 });
    await run(world, '/topic edit', { topic: 'Bugs' });
    const picked = await world.olga.selects(['lobby'], { channel: world.logs, select: 'topic:parent:bugs' });
    await world.settle();
    const shown = world.olga.reads(world.logs).at(-1)!;
    expect(picked.failed).toBe(false);
    expect(shown.content).toMatch(
      /❌ Nothing was changed:\ntopics.*parentChannel can be seen by @.*everyone.*topic "Bugs"/,
    );
    expect(JSON.stringify(shown.embeds)).toContain('as everywhere in this server');
    expect((await topicsOf(world))[1]?.parentChannel).toBeNull();
  });

  it('asks up to five questions, with choices one per line, and takes them away', async () => {
    const world = await withTopics('Billing', 'Bugs');
    await run(world, '/topic question-add', { topic: 'Bugs' });
    const added = await world.olga.submits({
      label: 'Where?',
      description: 'Roughly',
      kind: ['One of several'],
      required: ['No'],
      choices: 'App\n\n  Web  \nElsewhere',
    });
    await world.settle();
    expect(said(added)).toContain('**Where?** – One of several, optional: App, Web, Elsewhere');
    expect((await topicsOf(world))[1]?.questions).toEqual([
      {
        id: 'where',
        label: 'Where?',
        description: 'Roughly',
        kind: 'choice',
        required: false,
        choices: ['App', 'Web', 'Elsewhere'],
      },
    ]);
    for (let number = 2; number <= 5; number += 1) {
      await run(world, '/topic question-add', { topic: 'Bugs' });
      await world.olga.submits({ label: `Question ${number}` });
      await world.settle();
    }
    const full = await run(world, '/topic question-add', { topic: 'Bugs' });
    expect(full.modal).toBeNull();
    expect(said(full)).toContain('A form holds five questions');

    await run(world, '/topic question-remove', { topic: 'Bugs' });
    await world.olga.selects(['Where?'], { channel: world.logs });
    await world.settle();
    expect((await topicsOf(world))[1]?.questions.map(({ label }) => label)).toEqual([
      'Question 2',
      'Question 3',
      'Question 4',
      'Question 5',
    ]);
    expect(said(await run(world, '/topic question-remove', { topic: 'Billing' }))).toContain('asks nothing');
  });

  it('says what is wrong with a question, with what was typed, and loses nothing', async () => {
    const world = await withTopics('Billing', { name: 'Bugs', questions: [{ label: 'Where?' }] });
    await run(world, '/topic question-add', { topic: 'Bugs' });
    const wrong = await world.olga.submits({ label: 'where?', description: 'My hint' });
    await world.settle();
    expect(said(wrong)).toContain('label is the label of another question already');
    expect(said(wrong)).toMatch(/What you typed.*My hint/);
    await world.olga.clicks('Add a question', { channel: world.logs });
    const lacking = await world.olga.submits({ label: 'When?', kind: ['Several of several'] });
    await world.settle();
    expect(said(lacking)).toContain('choices must be at least 1 for the kind choices');
    expect((await topicsOf(world))[1]?.questions).toHaveLength(1);
  });

  it('removes a topic once that is confirmed, and says what is lacking then', async () => {
    const world = await withTopics('Billing', { name: 'Bugs', questions: [{ label: 'Where?' }, { label: 'When?' }] });
    const asked = await run(world, '/topic remove', { topic: 'bugs' });
    expect(said(asked)).toContain('Remove **Bugs** with its 2 questions?');
    expect(await names(world)).toEqual(['Billing', 'Bugs']);
    await world.olga.clicks('Remove it', { channel: world.logs });
    await world.settle();
    expect(await names(world)).toEqual(['Billing']);
    expect(said(asked)).toMatch(/\*\*Bugs\*\* was removed.*With one topic there is nothing to choose/s);
    await world.olga.clicks('Remove it', { message: asked.message!.id }).catch(() => undefined);
  });

  it.each([
    [{ name: 'billing' }, 'topics.*name is the name of another topic already'],
    [{ name: 'x'.repeat(101) }, 'name may have at most 100 characters, has 101'],
    [{ name: '\u200b' }, 'name must not be empty'],
    [{ name: 'Other', emoji: 'money' }, 'emoji must be one emoji'],
  ])('refuses %j by its field', async (options, wrong) => {
    const world = await withTopics('Billing');
    expect(said(await run(world, '/topic add', options))).toMatch(new RegExp(wrong));
    expect(await names(world)).toEqual(['Billing']);
  });

  it('takes no more topics than a select has options', async () => {
    const world = await withTopics(...Array.from({ length: 25 }, (_, at) => `Topic ${at}`));
    expect(said(await run(world, '/topic add', { name: 'One more' }))).toContain('takes at most 25 topics, has 26');
    expect(said(await run(world, '/topic list', {}))).toContain('Topic 24');
  });

  it('shows what people call their topics as it is, without formatting and without pinging', async () => {
    const name = '**@everyone** [x](https://evil.example) <@&1> `';
    const world = await createWorld();
    const added = await run(world, '/topic add', { name, description: '# @here' });
    expect(added.message?.mentions ?? []).toEqual([]);
    expect(added.message?.mentionEveryone ?? false).toBe(false);
    expect(said(added)).not.toContain('**@everyone**');
    expect(await names(world)).toEqual([name]);
    await run(world, '/topic remove', { topic: name });
    await world.olga.clicks('Remove it', { channel: world.logs });
    await world.settle();
    expect(await names(world)).toEqual([]);
  });

  it('is for admins only, at every step', async () => {
    const world = await withTopics('Billing', 'Bugs');
    const refused = 'You may not do this.';
    for (const command of [
      '/topic edit',
      '/topic remove',
      '/topic question-add',
      '/topic question-edit',
      '/topic question-remove',
    ])
      expect((await run(world, command, { topic: 'Bugs' }, world.sam)).message?.content).toBe(refused);
    expect((await run(world, '/topic add', { name: 'Mine' }, world.sam)).message?.content).toBe(refused);
    expect((await run(world, '/topic list', {}, world.sam)).message?.content).toBe(refused);
    expect(await world.sam.completes('/topic edit', 'topic', 'b', world.logs)).toEqual([]);
    expect(await names(world)).toEqual(['Billing', 'Bugs']);
  });

  it('offers the names of topics while one types', async () => {
    const world = await withTopics('Ad billing', 'Billing', 'Bugs');
    const complete = (typed: string) => world.olga.completes('/topic edit', 'topic', typed, world.logs);
    expect((await complete('bi')).map(({ name }) => name)).toEqual(['Billing', 'Ad billing']);
    expect((await complete('')).map(({ value }) => value)).toEqual(['Ad billing', 'Billing', 'Bugs']);
    expect(await complete('zzz')).toEqual([]);
  });

  it('says so when a topic is gone by now', async () => {
    const world = await withTopics('Billing', 'Bugs');
    expect(said(await run(world, '/topic edit', { topic: 'Nothing' }))).toContain('This topic is not there any more');
    await run(world, '/topic edit', { topic: 'Bugs' });
    await world.set('topics=[{"name":"Billing"},{"name":"Ideas"}]');
    await world.advance(1000);
    const late = await world.olga.clicks('Name, emoji, greeting', { channel: world.logs });
    await world.settle();
    expect(said(late)).toContain('This topic is not there any more');
  });

  it('never overwrites what another admin changed in between', async () => {
    const world = await withTopics('Billing');
    await Promise.all([
      world.olga.runs('/topic add', { name: 'Bugs' }, world.logs),
      world.olga.runs('/topic add', { name: 'Ideas' }, world.logs),
    ]);
    await world.settle();
    const answers = world.olga
      .reads(world.logs)
      .slice(-2)
      .map(({ content }) => content);
    expect(answers.filter((content) => content.startsWith('✅ Saved.'))).toHaveLength(1);
    expect(answers.filter((content) => content.includes('changed by somebody else just now'))).toHaveLength(1);
    expect(await names(world)).toHaveLength(2);
  });
});

it('/settings shows topics by their names and says which command changes them', async () => {
  const world = await withTopics('Billing', 'Bugs');
  await world.olga.runs('/settings', {}, world.logs);
  await world.olga.selects(['Members'], { channel: world.logs, select: 'settings:group' });
  await world.settle();
  expect(JSON.stringify(world.olga.reads(world.logs).at(-1)!.embeds)).toContain('**topics**: Billing, Bugs');
  const chosen = await world.olga.selects(['topics'], { channel: world.logs, select: 'settings:field' });
  await world.settle();
  expect(chosen.message?.content).toBe('topics is set with `/topic`.');
});
