import type { CommandOption } from '../../discord.ts';
import { questionChoice, questionForm, removalQuestion, topicList } from '../../render/topic-page.ts';
import { changed, namesLike, placed, topicCalled } from '../../settings/arrange-topics.ts';
import { complete } from '../../settings/complete.ts';
import { topicLimits, type Topic } from '../../settings/topics.ts';
import { asAdmin, isAdmin, type AsAdmin } from './as-admin.ts';
import type { AnswerParts, AutocompleteUse, Command, CommandUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { afterSaving, saveTopics, showTopic, topicsOf } from './topic-saving.ts';

const which = (): CommandOption => ({
  name: 'topic',
  ...described('command.topic.topic'),
  type: 'text',
  required: true,
  autocomplete: true,
});
const name = (): CommandOption => ({ name: 'name', ...described('command.topic.name'), type: 'text' });
const words = (): readonly CommandOption[] => [
  { name: 'emoji', ...described('command.topic.emoji'), type: 'text' },
  { name: 'description', ...described('command.topic.description'), type: 'text' },
  { name: 'retention', ...described('command.topic.retention'), type: 'text' },
  { name: 'position', ...described('command.topic.position'), type: 'number' },
];

/** Admins say what members choose from before they write. */
export const topicCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'topic',
    ...described('command.topic'),
    subcommands: [
      { name: 'add', ...described('command.topic.add'), options: [{ ...name(), required: true }, ...words()] },
      { name: 'edit', ...described('command.topic.edit'), options: [which(), name(), ...words()] },
      { name: 'remove', ...described('command.topic.remove'), options: [which()] },
      { name: 'list', ...described('command.topic.list') },
      { name: 'question-add', ...described('command.topic.question-add'), options: [which()] },
      { name: 'question-edit', ...described('command.topic.question-edit'), options: [which()] },
      { name: 'question-remove', ...described('command.topic.question-remove'), options: [which()] },
    ],
  }),
  run: {
    'topic add': add,
    'topic edit': (parts, use) => withTopic(parts, use, (admin, topic) => edit(parts, use, admin, topic)),
    'topic remove': (parts, use) =>
      withTopic(parts, use, (_, topic) =>
        parts.discord.answer(use, removalQuestion(topic, parts.language), { private: true }),
      ),
    'topic list': list,
    'topic question-add': (parts, use) =>
      withTopic(parts, use, (_, topic) =>
        topic.questions.length < topicLimits.questions
          ? parts.discord.answerWithForm(use, questionForm(topic, parts.language))
          : answer(parts, use, 'topic.questions-full', {}),
      ),
    'topic question-edit': (parts, use) =>
      withTopic(parts, use, (_, topic) =>
        parts.discord.answer(use, questionChoice(topic, parts.language, 'edit'), { private: true }),
      ),
    'topic question-remove': (parts, use) =>
      withTopic(parts, use, (_, topic) =>
        parts.discord.answer(use, questionChoice(topic, parts.language, 'drop'), { private: true }),
      ),
  },
  suggest: {
    'topic edit': suggest,
    'topic remove': suggest,
    'topic question-add': suggest,
    'topic question-edit': suggest,
    'topic question-remove': suggest,
  },
};

async function suggest(parts: AnswerParts, use: AutocompleteUse): Promise<readonly string[]> {
  const { guild } = use;
  if (guild === null) return [];
  const settings = await parts.settingsOf(guild);
  return (await isAdmin(parts, use, guild, settings)) ? namesLike(settings.topics, use.typed) : [];
}

async function list(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin !== null)
    await parts.discord.answer(use, topicList(complete(admin.stored), parts.language), { private: true });
}

async function add(parts: AnswerParts, use: CommandUse): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  await parts.discord.answerLater(use, { private: true });
  const topic = { name: String(use.options['name']), ...wordsIn(use) };
  const topics = placed<Pick<Topic, 'name'>>(topicsOf(admin), topic, positionIn(use));
  const saved = await saveTopics(parts, admin, topics);
  await parts.discord.editAnswer(use, afterSaving(parts, saved, topics.indexOf(topic)));
}

async function edit(parts: AnswerParts, use: CommandUse, admin: AsAdmin, topic: Topic): Promise<void> {
  const given = use.options['name'];
  const change = { ...(given !== undefined && { name: String(given) }), ...wordsIn(use) };
  const position = positionIn(use);
  if (Object.keys(change).length === 0 && position === null) return showTopic(parts, use, admin, topic);
  await parts.discord.answerLater(use, { private: true });
  const topics = changed(topicsOf(admin), topic.id, change);
  const one = topics.find(({ id }) => id === topic.id) ?? topic;
  const ordered = position === null ? topics : placed(topics, one, position);
  const saved = await saveTopics(parts, admin, ordered);
  await parts.discord.editAnswer(use, afterSaving(parts, saved, topic.id));
}

/** Finds the topic that was named; where there is none, it says so. */
async function withTopic(
  parts: AnswerParts,
  use: CommandUse,
  work: (admin: AsAdmin, topic: Topic) => Promise<void>,
): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const topic = topicCalled(topicsOf(admin), String(use.options['topic']));
  if (topic === undefined) return answer(parts, use, 'topic.gone', {});
  await work(admin, topic);
}

/** As it was typed; what is wrong with it is found when it is saved. */
function wordsIn({ options }: CommandUse): Partial<Record<'emoji' | 'description' | 'retention', string | null>> {
  const { emoji, description, retention } = options;
  return {
    ...(retention !== undefined && { retention: orNone(retention) }),
    ...(emoji !== undefined && { emoji: orNone(emoji) }),
    ...(description !== undefined && { description: orNone(description) }),
  };
}

function orNone(given: string | number | boolean): string | null {
  const typed = String(given).trim();
  return typed.toLowerCase() === 'none' || typed === '' ? null : typed;
}

function positionIn({ options }: CommandUse): number | null {
  return typeof options['position'] === 'number' ? options['position'] : null;
}
