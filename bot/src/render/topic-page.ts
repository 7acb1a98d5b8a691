import type { DrawnEmbed, DrawnMessage } from '../discord.ts';
import type { Form } from '../forms.ts';
import type { Language } from '../language.ts';
import type { SettingProblem } from '../settings/assignments.ts';
import type { Settings } from '../settings/schema.ts';
import { ownEmojiIn, questionKinds, topicLimits, type Question, type Topic } from '../settings/topics.ts';
import { writeRetention } from '../settings/retention.ts';
import { escapeMarkdown, shorten } from './escape.ts';
import { embedLimits } from './limits.ts';
import { text } from './notices.ts';
import { wrongSettings } from './settings-page.ts';
import { parentsOf } from './setup-page.ts';
import { topicChoices } from './topic-choices.ts';

/** So that 25 of them fit into one embed. */
const longestOfList = 120;

/** Every topic in its order, with one to choose. `said`: what came of the last change. */
export function topicList({ topics }: Pick<Settings, 'topics'>, language: Language, said = ''): DrawnMessage {
  const hint = topicsHint(topics, language);
  // Discord refuses a menu with an emoji that the server has not any more.
  const plain = topics.map((topic) => (ownEmojiIn(topic.emoji) === null ? topic : { ...topic, emoji: null }));
  const fields = topics.map((topic) => ({
    name: titleOf(topic),
    value: shorten(summary(topic, language), longestOfList),
  }));
  return {
    text: said,
    embeds: [{ title: text('topic.list', {}, language), ...(hint !== '' && { text: hint }), fields }],
    rows:
      topics.length === 0
        ? []
        : [{ id: 'topic:choose', placeholder: text('topic.choose', {}, language), choices: topicChoices(plain) }],
  };
}

/** What is still lacking; empty once members are offered topics. */
export function topicsHint(topics: readonly Topic[], language: Language): string {
  if (topics.length === 0) return text('topic.none-yet', {}, language);
  return topics.length === 1 ? text('topic.one-is-not-offered', {}, language) : '';
}

/** One topic, with all that can be changed about it. */
export function topicPage(topic: Topic, settings: Settings, language: Language, said = ''): DrawnMessage {
  const { id, parentChannel, staffRoles, pingRoles } = topic;
  const add = { id: `topic:ask:${id}`, label: text('topic.add-question', {}, language), style: 'secondary' } as const;
  const edit = {
    id: `topic:asked:${id}`,
    label: text('topic.edit-question', {}, language),
    style: 'secondary',
  } as const;
  return {
    text: said,
    embeds: [topicEmbed(topic, language)],
    rows: [
      {
        id: `topic:staff:${id}`,
        placeholder: text('topic.staff', {}, language),
        pick: 'roles',
        most: topicLimits.roles,
        selected: staffRoles,
      },
      {
        id: `topic:ping:${id}`,
        placeholder: text('topic.ping', {}, language),
        pick: 'roles',
        most: topicLimits.roles,
        selected: pingRoles,
      },
      {
        id: `topic:parent:${id}`,
        placeholder: text('topic.parent', {}, language),
        pick: parentsOf[settings.channelKind],
        most: 1,
        selected: parentChannel === null ? [] : [parentChannel],
      },
      [
        { id: `topic:words:${id}`, label: text('topic.words', {}, language), style: 'secondary' },
        topic.questions.length < topicLimits.questions ? add : { ...add, disabled: true },
        ...(topic.questions.length > 0 ? [edit] : []),
        { id: 'topic:list', label: text('topic.all', {}, language), style: 'secondary' },
      ],
    ],
  };
}

function topicEmbed(topic: Topic, language: Language): DrawnEmbed {
  const { description, greeting, parentChannel, staffRoles, pingRoles, retention, questions } = topic;
  const asServer = text('topic.as-server', {}, language);
  const roles = (ids: readonly string[]): string => ids.map((id) => `<@&${id}>`).join(' ');
  const fields = [
    [text('topic.parent', {}, language), parentChannel === null ? asServer : `<#${parentChannel}>`],
    [text('topic.staff', {}, language), staffRoles.length === 0 ? asServer : roles(staffRoles)],
    [text('topic.ping', {}, language), pingRoles.length === 0 ? asServer : roles(pingRoles)],
    [text('topic.retention', {}, language), retention === null ? asServer : writeRetention(retention)],
  ] as const;
  const asked = questions.map((question, index) => `${index + 1}. ${questionLine(question, language)}`).join('\n');
  const more = [
    [text('topic.greeting', {}, language), greeting === null ? asServer : escapeMarkdown(greeting)],
    [text('topic.questions', {}, language), asked === '' ? text('setup.none', {}, language) : asked],
  ] as const;
  return {
    title: titleOf(topic),
    ...(description !== null && { text: escapeMarkdown(description) }),
    fields: [
      ...fields.map(([name, value]) => ({ name, value: shorten(value, embedLimits.fieldValue), inline: true })),
      ...more.map(([name, value]) => ({ name, value: shorten(value, embedLimits.fieldValue) })),
    ],
  };
}

function titleOf({ emoji, name }: Topic): string {
  const title = escapeMarkdown(name);
  return shorten(emoji === null ? title : `${emoji} ${title}`, embedLimits.title);
}

/** What is its own, in a line. */
function summary({ description, parentChannel, staffRoles, questions }: Topic, language: Language): string {
  const parts = [
    parentChannel === null ? '' : `<#${parentChannel}>`,
    staffRoles
      .slice(0, 2)
      .map((id) => `<@&${id}>`)
      .join(' '),
    questions.length === 0 ? '' : text('topic.count-questions', { count: questions.length }, language),
    description === null ? '' : escapeMarkdown(description),
  ].filter((part) => part !== '');
  return parts.length === 0 ? text('topic.as-server', {}, language) : parts.join(' · ');
}

function questionLine({ label, kind, required, choices }: Question, language: Language): string {
  const how = text(
    required ? 'topic.kind' : 'topic.kind-optional',
    { kind: text(`topic.kind-${kind}`, {}, language) },
    language,
  );
  const among = choices.length === 0 ? '' : `: ${shorten(choices.map(escapeMarkdown).join(', '), 80)}`;
  return `**${escapeMarkdown(label)}** – ${how}${among}`;
}

/** A form for all the words of a topic. */
export function wordsForm({ id, name, emoji, description, greeting }: Topic, language: Language): Form {
  const field = (of: 'name' | 'emoji' | 'description' | 'greeting', value: string | null, longest: number) => ({
    id: of,
    label: text(`form.topic.${of}`, {}, language),
    long: of === 'greeting',
    required: of === 'name',
    value: value ?? '',
    longest,
  });
  return {
    id: `topic:set-words:${id}`,
    title: text('form.topic.title', {}, language),
    fields: [
      field('name', name, topicLimits.name),
      field('emoji', emoji, 60),
      field('description', description, topicLimits.description),
      field('greeting', greeting, topicLimits.greeting),
    ],
  };
}

/** A new question of a topic, or one that is there, as it is. */
export function questionForm({ id }: Topic, language: Language, asked: Question | null = null): Form {
  const line = { long: false, required: false };
  return {
    id: asked === null ? `topic:add-question:${id}` : `topic:set-question:${id}:${asked.id}`,
    title: text('form.question.title', {}, language),
    fields: [
      {
        ...line,
        id: 'label',
        label: text('form.question.label', {}, language),
        required: true,
        value: asked?.label ?? '',
        longest: topicLimits.label,
      },
      {
        ...line,
        id: 'description',
        label: text('form.question.description', {}, language),
        value: asked?.description ?? '',
        longest: topicLimits.description,
      },
      ...howAnswered(asked, language),
      {
        id: 'choices',
        label: text('form.question.choices', {}, language),
        long: true,
        required: false,
        placeholder: text('form.question.choices-example', {}, language),
        value: asked?.choices.join('\n') ?? '',
        longest: topicLimits.choices * (topicLimits.choice + 1),
      },
    ],
  };
}

function howAnswered(asked: Question | null, language: Language): Form['fields'] {
  const { kind: current, required } = asked ?? { kind: 'short', required: true };
  return [
    {
      id: 'kind',
      label: text('form.question.kind', {}, language),
      choices: questionKinds.map((kind) => ({
        value: kind,
        label: text(`topic.kind-${kind}`, {}, language),
        selected: kind === current,
      })),
    },
    {
      id: 'required',
      label: text('form.question.required', {}, language),
      choices: [
        { value: 'yes', label: text('form.question.yes', {}, language), selected: required },
        { value: 'no', label: text('form.question.no', {}, language), selected: !required },
      ],
    },
  ];
}

/** Asks before a topic goes with all that belongs to it. */
export function removalQuestion({ id, name, questions }: Topic, language: Language): DrawnMessage {
  return {
    text: text('topic.remove-sure', { topic: escapeMarkdown(name), count: questions.length }, language),
    rows: [[{ id: `topic:remove:${id}`, label: text('topic.remove', {}, language), style: 'danger' }]],
  };
}

/** The questions of a topic, one of which is to go or to be changed. */
export function questionChoice({ id, questions }: Topic, language: Language, why: 'drop' | 'edit'): DrawnMessage {
  if (questions.length === 0) return { text: text('topic.no-questions', {}, language) };
  const choices = questions.map(({ id: value, label }) => ({ value, label }));
  const placeholder = text(why === 'drop' ? 'topic.which-question' : 'topic.which-question-edit', {}, language);
  return { text: '', rows: [{ id: `topic:${why}-question:${id}`, placeholder, choices }] };
}

/** What is wrong with what was entered, and what that was: a form that is closed is lost. */
export function wrongTopic(
  problems: readonly SettingProblem[],
  language: Language,
  typed: readonly string[] = [],
): DrawnMessage {
  const kept = typed.filter((one) => one !== '').join('\n\n');
  const shown =
    kept === '' ? [] : [{ title: text('topic.you-typed', {}, language), text: shorten(kept, embedLimits.text) }];
  return { text: wrongSettings(problems, language), embeds: shown };
}
