import * as z from 'zod';
import { isSnowflake, type ChannelId, type RoleId } from '../ids.ts';
import type { Field } from './fields.ts';
import { readRetention } from './retention.ts';

/** What members choose from before they write: each with its own place, people, words and questions. */
export interface Topic {
  /** A short word made of the first name, unique in the server; it stays when the topic is renamed. */
  readonly id: string;
  readonly name: string;
  /** As Discord writes it: the character itself, or `<:name:id>`. */
  readonly emoji: string | null;
  readonly description: string | null;
  /** Instead of the server's own; of the type that `channelKind` needs. */
  readonly parentChannel: ChannelId | null;
  /** Instead of the server's own; empty means the server's. */
  readonly staffRoles: readonly RoleId[];
  /** Instead of the server's own; empty means the server's. Staff roles are pinged as everywhere. */
  readonly pingRoles: readonly RoleId[];
  /** Instead of the server's own. */
  readonly greeting: string | null;
  /** Whole days for which what was said in its tickets is kept; 0 is for ever. Instead of the server's own. */
  readonly retention: number | null;
  /** At most 5. */
  readonly questions: readonly Question[];
}

/** Asked in a form before the ticket is opened. */
export interface Question {
  /** Unique in the topic. */
  readonly id: string;
  readonly label: string;
  readonly description: string | null;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** For `choice` and `choices` only. */
  readonly choices: readonly string[];
}

export const questionKinds = ['short', 'long', 'choice', 'choices', 'file'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** With one topic there is nothing to choose: topics are offered from two on. */
export function offeredTopics({ topics }: { readonly topics: readonly Topic[] }): readonly Topic[] {
  return topics.length < 2 ? [] : topics;
}

/** The id of a server's own emoji; null where a topic has none, or one of Unicode's. */
export function ownEmojiIn(emoji: string | null): string | null {
  return emoji === null ? null : (/:(\d+)>$/.exec(emoji)?.[1] ?? null);
}

/**
 * Selects have at most 25 options, and theirs and labels' texts at most 100 characters; a form has at most 5 questions with labels
 * of 45: https://docs.discord.com/developers/components/reference#string-select and #label. Everything else is our own choice.
 */
export const topicLimits = {
  topics: 25,
  questions: 5,
  choices: 25,
  name: 100,
  description: 100,
  label: 45,
  choice: 100,
  greeting: 2000,
  roles: 25,
} as const;

/** Longer words are cut when an id is made; so many characters may one that is given have. */
const longestMade = 24;
const longestId = 32;

const needsText = { error: 'must be a text' };

/** On one line, without what could turn the text around it; whatever is invisible alone does not count as a text. */
function line(longest: number): z.ZodType<string> {
  return z
    .string(needsText)
    .transform((given) =>
      given
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
        .trim(),
    )
    .pipe(bounded(longest).regex(/[\p{L}\p{N}\p{P}\p{S}]/u, { error: 'must not be empty', abort: true }));
}

function bounded(longest: number): z.ZodString {
  const tooLong = (input: unknown): string =>
    `may have at most ${longest} characters, has ${typeof input === 'string' ? input.length : 0}`;
  return z.string(needsText).max(longest, { error: ({ input }) => tooLong(input) });
}

function maybe<Value>(schema: z.ZodType<Value>): z.ZodType<Value | null> {
  return z.preprocess((given) => (given === undefined || given === '' ? null : given), z.nullable(schema));
}

function list<Value>(schema: z.ZodType<Value>, most: number, of: string): z.ZodType<readonly Value[]> {
  const each = z
    .array(schema, { error: `must be a list of ${of} in square brackets` })
    .max(most, { error: ({ input }) => `takes at most ${most} ${of}, has ${(input as readonly unknown[]).length}` });
  return z.preprocess((given) => (given === undefined || given === null ? [] : given), each);
}

function id<Id extends string>(of: 'channel' | 'role'): z.ZodType<Id> {
  return z.custom<Id>((given) => typeof given === 'string' && isSnowflake(given), {
    error: `must be a ${of} id (17 to 20 digits, in quotation marks)`,
  });
}

const roles = list(id<RoleId>('role'), topicLimits.roles, 'roles').transform((ids) => [...new Set(ids)]);

/** Node knows the emoji that Unicode recommends; TypeScript does not know the flag for them yet. */
const oneEmoji = new RegExp(String.raw`^\p{RGI_Emoji}$`, 'v');

const emoji = z.custom<string>(
  (given) =>
    typeof given === 'string' &&
    (oneEmoji.test(given) || oneEmoji.test(`${given}\ufe0f`) || /^<a?:\w{2,32}:\d{17,20}>$/.test(given)),
  { error: 'must be one emoji, like 💳, or one of the server’s own, like <:name:123456789012345678>' },
);

const word = z.string(needsText).regex(/^[a-z0-9][a-z0-9-]*$/, {
  error: 'must be a word of small letters (a to z), digits and hyphens',
});
const ownId = z.optional(word.max(longestId, { error: `may have at most ${longestId} characters` }));

const question = strict('question', {
  id: ownId,
  label: line(topicLimits.label),
  description: maybe(line(topicLimits.description)),
  kind: z.enum(questionKinds, { error: `must be one of ${questionKinds.join(', ')}` }).default('short'),
  required: z.boolean({ error: 'must be true or false' }).default(true),
  choices: list(line(topicLimits.choice), topicLimits.choices, 'choices'),
}).check(({ value: { kind, choices }, issues }) => {
  const wrong = wrongChoices(kind, choices);
  if (wrong !== null) issues.push({ code: 'custom', message: wrong, path: ['choices'], input: choices });
  for (const at of repeated(choices))
    issues.push({ code: 'custom', message: 'is there twice', path: ['choices', at], input: choices[at] });
});

const kept = z.unknown().transform((given, context): number => {
  const read = readRetention(given);
  if ('value' in read) return read.value;
  context.issues.push({ code: 'custom', message: read.wrong, input: given });
  return z.NEVER;
});

const topic = strict('topic', {
  id: ownId,
  name: line(topicLimits.name),
  emoji: maybe(emoji),
  description: maybe(line(topicLimits.description)),
  parentChannel: maybe(id<ChannelId>('channel')),
  staffRoles: roles,
  pingRoles: roles,
  greeting: maybe(
    bounded(topicLimits.greeting)
      .trim()
      .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, 'must not be empty'),
  ),
  retention: maybe(kept),
  questions: list(question, topicLimits.questions, 'questions')
    .check(unique(['label', 'id'], 'question'))
    .transform((questions) => withIds(questions, ({ label }) => label, 'question')),
});

const topics = list(topic, topicLimits.topics, 'topics')
  .check(unique(['name', 'id'], 'topic'))
  .transform((all): readonly Topic[] => withIds(all, ({ name }) => name, 'topic'));

/** As the fields in fields.ts; each problem names the part of the topic that it is about. */
export function topicsField(): Field<readonly Topic[]> {
  return {
    schema: z.unknown().transform(fromText).pipe(topics),
    example: `'[{"name":"Billing","emoji":"💳"},{"name":"Bugs","staffRoles":["123456789012345678"]}]'`,
    input: { is: 'command', command: 'topic' },
    write: writeTopics,
    show: (value) => (value.length === 0 ? 'none' : value.map(({ name }) => name).join(', ')),
  };
}

/** JSON as it is typed, also with the quotation marks that a shell takes away. */
function fromText(given: unknown, context: z.RefinementCtx): unknown {
  if (typeof given !== 'string') return given;
  const typed = given.trim().replace(/^'([^]*)'$/, '$1');
  if (typed === '' || typed === 'none') return [];
  try {
    return JSON.parse(typed);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    context.issues.push({ code: 'custom', message: `is not valid JSON: ${why}`, input: given });
    return z.NEVER;
  }
}

/** In single quotation marks, as shells take it; what is empty is left out. */
function writeTopics(value: readonly Topic[]): string {
  if (value.length === 0) return 'none';
  const json = JSON.stringify(value, (_, part: unknown) =>
    part === null || (Array.isArray(part) && part.length === 0) ? undefined : part,
  );
  return `'${json.replaceAll("'", String.raw`\u0027`)}'`;
}

function strict<Shape extends z.core.$ZodLooseShape>(of: string, shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has ${issue.keys.join(', ')}, which means nothing in a ${of}; known are ${known}`
        : `must be a ${of} in braces, like {"${of === 'topic' ? 'name' : 'label'}":"Billing"}`,
  });
}

function wrongChoices(kind: QuestionKind, choices: readonly string[]): string | null {
  const least = kind === 'choice' ? 2 : kind === 'choices' ? 1 : 0;
  if (least === 0 && choices.length > 0) return `are for the kinds choice and choices only, and this one is ${kind}`;
  return choices.length < least ? `must be at least ${least} for the kind ${kind}` : null;
}

/** Where something stands that was there before, whatever its case. */
function repeated(texts: readonly (string | undefined)[]): readonly number[] {
  const lower = texts.map((text) => text?.toLowerCase());
  return lower.flatMap((text, at) => (text !== undefined && lower.indexOf(text) < at ? [at] : []));
}

function unique<Name extends string>(names: readonly Name[], of: string) {
  return ({ value, issues }: z.core.ParsePayload<readonly Readonly<Partial<Record<Name, string | undefined>>>[]>) => {
    for (const name of names)
      for (const at of repeated(value.map((one) => one[name])))
        issues.push({
          code: 'custom',
          message: `is the ${name} of another ${of} already`,
          path: [at, name],
          input: value[at]?.[name],
        });
  };
}

/** Who has no id gets one made of their name, beside those that are there. */
function withIds<One extends { readonly id?: string | undefined }>(
  all: readonly One[],
  nameOf: (one: One) => string,
  otherwise: string,
): readonly (Omit<One, 'id'> & { readonly id: string })[] {
  const taken = new Set(all.flatMap((one) => one.id ?? []));
  return all.map((one) => {
    const made = one.id ?? freeId(nameOf(one), taken, otherwise);
    taken.add(made);
    return { ...one, id: made };
  });
}

function freeId(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestMade)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain === '' ? otherwise : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}
