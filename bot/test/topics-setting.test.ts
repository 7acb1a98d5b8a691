import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAssignments, parseJson, type Parsed } from '../src/settings/assignments.ts';
import { complete } from '../src/settings/complete.ts';
import { offeredTopics, questionKinds, topicLimits, type Question, type Topic } from '../src/settings/topics.ts';
import { writeSettings } from '../src/settings/write.ts';

const role = '456789012345678901';

function topicsOf(parsed: Parsed): readonly Topic[] {
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.change.values.topics ?? [];
}

function wrongWith(topics: unknown): readonly string[] {
  const parsed = parseJson({ topics });
  if ('change' in parsed) throw new Error('was accepted');
  return parsed.problems.map(({ field, wrong }) => `${field} ${wrong}`);
}

function accepted(...topics: readonly object[]): readonly Topic[] {
  return topicsOf(parseJson({ topics }));
}

test('a topic needs no more than a name, and gets an id that is made of it', () => {
  expect(accepted({ name: 'Billing & Refunds' }, { name: 'Ärger' })).toEqual([
    {
      id: 'billing-refunds',
      name: 'Billing & Refunds',
      emoji: null,
      description: null,
      parentChannel: null,
      staffRoles: [],
      pingRoles: [],
      greeting: null,
      retention: null,
      questions: [],
    },
    expect.objectContaining({ id: 'arger', name: 'Ärger' }),
  ]);
});

test('ids are unique whatever the names are, and those that are given stay', () => {
  const ids = accepted(
    { name: '請求' },
    { name: 'バグ' },
    { name: '💳' },
    { name: 'Help!' },
    { name: 'help?' },
    { name: 'New name', id: 'help' },
    { name: 'a'.repeat(100) },
  ).map(({ id }) => id);
  expect(ids).toEqual(['topic', 'topic-2', 'topic-3', 'help-2', 'help-3', 'help', 'a'.repeat(24)]);
});

test('a question is a short text that must be answered unless it says otherwise', () => {
  const [topic] = accepted({
    name: 'Bugs',
    questions: [
      { label: 'What happened?' },
      { label: 'Where?', kind: 'choice', choices: ['App', 'Web'], required: false },
    ],
  });
  expect(topic?.questions).toEqual([
    { id: 'what-happened', label: 'What happened?', description: null, kind: 'short', required: true, choices: [] },
    { id: 'where', label: 'Where?', description: null, kind: 'choice', required: false, choices: ['App', 'Web'] },
  ]);
});

test('topics are offered from two on', () => {
  const [one, other] = accepted({ name: 'One' }, { name: 'Other' }) as readonly [Topic, Topic];
  expect(offeredTopics(complete({}))).toEqual([]);
  expect(offeredTopics(complete({ topics: [one] }))).toEqual([]);
  expect(offeredTopics(complete({ topics: [one, other] }))).toEqual([one, other]);
});

const question = { label: 'What?' };
const choice = { label: 'Where?', kind: 'choice' };
describe('what is wrong is named with its place', () => {
  test.each([
    [[{ name: 'One' }, { name: 'one' }], 'topics[1].name is the name of another topic already'],
    [
      [
        { name: 'One', id: 'x' },
        { name: 'Two', id: 'x' },
      ],
      'topics[1].id is the id of another topic already',
    ],
    [[{ name: 'x'.repeat(101) }], 'topics[0].name may have at most 100 characters, has 101'],
    [[{ name: ' \u200b\u2066 ' }], 'topics[0].name must not be empty'],
    [[{}], 'topics[0].name must be a text'],
    [[{ name: 5 }], 'topics[0].name must be a text'],
    [['Billing'], 'topics[0] must be a topic in braces'],
    [{ name: 'Billing' }, 'topics must be a list of topics in square brackets'],
    [[{ name: 'One', color: 1 }], 'topics[0] has color, which means nothing in a topic; known are id, name, emoji'],
    [[{ name: 'One', emoji: 'money' }], 'topics[0].emoji must be one emoji'],
    [[{ name: 'One', emoji: '💳💳' }], 'topics[0].emoji must be one emoji'],
    [[{ name: 'One', id: 'Not So:Good' }], 'topics[0].id must be a word of small letters'],
    [[{ name: 'One', description: 'x'.repeat(101) }], 'topics[0].description may have at most 100'],
    [[{ name: 'One', greeting: 'x'.repeat(2001) }], 'topics[0].greeting may have at most 2000'],
    [[{ name: 'One', retention: 'a while' }], 'topics[0].retention must be keep, or 1 to 3650 whole days'],
    [[{ name: 'One', parentChannel: 'general' }], 'topics[0].parentChannel must be a channel id'],
    [[{ name: 'One', staffRoles: ['staff'] }], 'topics[0].staffRoles[0] must be a role id'],
    [[{ name: 'One', pingRoles: role }], 'topics[0].pingRoles must be a list of roles'],
    [Array.from({ length: 26 }, (_, n) => ({ name: `Topic ${n}` })), 'topics takes at most 25 topics, has 26'],
    [
      [{ name: 'One' }, { name: 'Two', questions: [question, { label: 'x'.repeat(46) }] }],
      'topics[1].questions[1].label may have at most 45 characters, has 46',
    ],
    [
      [{ name: 'One', questions: Array.from({ length: 6 }, (_, n) => ({ label: `Q${n}` })) }],
      'topics[0].questions takes at most 5 questions, has 6',
    ],
    [
      [{ name: 'One', questions: [question, question] }],
      'topics[0].questions[1].label is the label of another question',
    ],
    [[{ name: 'One', questions: [{ ...question, kind: 'date' }] }], 'topics[0].questions[0].kind must be one of short'],
    [[{ name: 'One', questions: [{ ...question, required: 'yes' }] }], 'topics[0].questions[0].required must be true'],
    [[{ name: 'One', questions: [choice] }], 'topics[0].questions[0].choices must be at least 2 for the kind choice'],
    [
      [{ name: 'One', questions: [{ ...question, choices: ['a', 'b'] }] }],
      'topics[0].questions[0].choices are for the kinds choice and choices only, and this one is short',
    ],
    [
      [{ name: 'One', questions: [{ ...choice, choices: ['App', 'app'] }] }],
      'topics[0].questions[0].choices[1] is there twice',
    ],
    [
      [{ name: 'One', questions: [{ ...choice, choices: Array.from({ length: 26 }, (_, n) => `C${n}`) }] }],
      'topics[0].questions[0].choices takes at most 25 choices, has 26',
    ],
  ])('%j', (topics, problem) => {
    expect(wrongWith(topics)).toEqual([expect.stringContaining(problem)]);
  });

  test('all of it at once', () => {
    const topics = [{ name: '' }, { name: 'Two', emoji: 'x', questions: [{ label: 'Q', kind: 'y' }] }];
    expect(wrongWith(topics).map((line) => line.split(' ')[0])).toEqual([
      'topics[0].name',
      'topics[1].emoji',
      'topics[1].questions[0].kind',
    ]);
  });

  test('JSON that is none, with an example of what is', () => {
    const parsed = parseAssignments(['topics=[{name: Billing}]']);
    if ('change' in parsed) throw new Error('was accepted');
    const [problem] = parsed.problems;
    expect(problem).toMatchObject({ field: 'topics', wrong: expect.stringMatching(/^is not valid JSON: .*position/) });
    expect(topicsOf(parseAssignments([problem?.example ?? '']))).toHaveLength(2);
  });
});

test.each(['💳', '👩‍💻', '🇩🇪', '❤️', '❤', '<:money:123456789012345678>', '<a:party:123456789012345678>'])(
  '%s is an emoji',
  (emoji) => expect(accepted({ name: 'One', emoji })[0]?.emoji).toBe(emoji),
);

test('names stand on one line, and cannot turn the text around them', () => {
  const [topic] = accepted({ name: ' Bill\n\ning \u202eevil\u0000 ' });
  expect(topic?.name).toBe('Bill ing evil');
});

const word = (most: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).map((text) =>
    `x${text}`
      .slice(0, most)
      .replaceAll(/[\p{Cc}\p{Cs}\s]/gu, '_')
      .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, ''),
  );
const orNone = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const ids = fc.uniqueArray(fc.stringMatching(/^\d{17,20}$/), { maxLength: 3 });
const questions: fc.Arbitrary<Partial<Question>> = fc
  .record({
    label: word(topicLimits.label),
    description: orNone(word(topicLimits.description)),
    kind: fc.constantFrom(...questionKinds),
    required: fc.boolean(),
    choices: fc.uniqueArray(word(topicLimits.choice), {
      minLength: 2,
      maxLength: 5,
      selector: (one) => one.toLowerCase(),
    }),
  })
  .map((one) => (one.kind === 'choice' || one.kind === 'choices' ? one : { ...one, choices: [] }));
const anyTopics = fc.uniqueArray(
  fc.record({
    name: word(topicLimits.name),
    emoji: orNone(fc.constantFrom('💳', '👩‍💻', '<:money:123456789012345678>')),
    description: orNone(word(topicLimits.description)),
    parentChannel: orNone(fc.stringMatching(/^\d{17,20}$/)),
    staffRoles: ids,
    pingRoles: ids,
    greeting: orNone(word(topicLimits.greeting)),
    retention: orNone(fc.nat(3650)),
    questions: fc.uniqueArray(questions, { maxLength: 5, selector: ({ label }) => label?.toLowerCase() }),
  }),
  { maxLength: 6, selector: ({ name }) => name.toLowerCase() },
);

test('topics that were written are read as the same, as JSON, from the line that shows them and from a shell', () => {
  fc.assert(
    fc.property(anyTopics, (given) => {
      const topics = accepted(...given);
      expect(topics).toMatchObject(given);
      expect(topicsOf(parseJson(JSON.parse(JSON.stringify({ topics }))))).toEqual(topics);
      const written = writeSettings({ topics }).find(({ name }) => name === 'topics')?.written ?? '';
      expect(topicsOf(parseAssignments([`topics=${written}`]))).toEqual(topics);
      const inShell = written.replace(/^'([^']*)'$/, '$1');
      expect(inShell).not.toContain("'");
      expect(topicsOf(parseAssignments([`topics=${inShell}`]))).toEqual(topics);
    }),
  );
});
