import type { DrawnMessage } from '../../discord.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { questionChoice, questionForm, topicList, topicPage, wordsForm, wrongTopic } from '../../render/topic-page.ts';
import type { ChannelId, RoleId } from '../../ids.ts';
import { complete } from '../../settings/complete.ts';
import type { Topic } from '../../settings/topics.ts';
import { asAdmin, type AsAdmin } from '../commands/as-admin.ts';
import type { AnswerParts, ButtonUse, FormUse, SelectUse } from '../commands/command.ts';
import { answer } from '../commands/in-ticket.ts';
import { afterSaving, saidAfter, saveTopics, topicsOf } from '../commands/topic-saving.ts';

/** The pages of topics: what is chosen or entered there is saved at once. */
export const topicSelects = {
  'topic:choose': async (parts: AnswerParts, use: SelectUse) => {
    await withTopic(parts, use, use.values[0], async (admin, topic) =>
      parts.discord.answerByEdit(use, topicPage(topic, complete(admin.stored), parts.language)),
    );
  },
  'topic:staff': (parts: AnswerParts, use: SelectUse) => pick(parts, use, { staffRoles: use.values as RoleId[] }),
  'topic:ping': (parts: AnswerParts, use: SelectUse) => pick(parts, use, { pingRoles: use.values as RoleId[] }),
  'topic:parent': (parts: AnswerParts, use: SelectUse) =>
    pick(parts, use, { parentChannel: (use.values[0] as ChannelId | undefined) ?? null }),
  'topic:drop-question': dropQuestion,
  'topic:edit-question': showQuestion,
} as const;

export const topicButtons = {
  'topic:list': async (parts: AnswerParts, use: ButtonUse) => {
    const admin = await asAdmin(parts, use);
    if (admin !== null) await parts.discord.answerByEdit(use, topicList(complete(admin.stored), parts.language));
  },
  'topic:words': (parts: AnswerParts, use: ButtonUse) =>
    withTopic(parts, use, idIn(use.button), (_, topic) =>
      parts.discord.answerWithForm(use, wordsForm(topic, parts.language)),
    ),
  'topic:ask': (parts: AnswerParts, use: ButtonUse) =>
    withTopic(parts, use, idIn(use.button), (_, topic) =>
      parts.discord.answerWithForm(use, questionForm(topic, parts.language)),
    ),
  'topic:asked': (parts: AnswerParts, use: ButtonUse) =>
    withTopic(parts, use, idIn(use.button), (_, topic) =>
      parts.discord.answer(use, questionChoice(topic, parts.language, 'edit'), { private: true }),
    ),
  'topic:remove': remove,
} as const;

export const topicForms = {
  'topic:set-words': setWords,
  'topic:add-question': addQuestion,
  'topic:set-question': setQuestion,
} as const;

/** What follows the name of the button, select or form. */
function idIn(id: string): string {
  return id.split(':')[2] ?? '';
}

async function withTopic(
  parts: AnswerParts,
  use: ButtonUse | SelectUse | FormUse,
  id: string | undefined,
  work: (admin: AsAdmin, topic: Topic) => Promise<void>,
): Promise<void> {
  const admin = await asAdmin(parts, use);
  if (admin === null) return;
  const topic = topicsOf(admin).find((one) => one.id === id);
  if (topic === undefined) return answer(parts, use, 'topic.gone', {});
  await work(admin, topic);
}

async function pick(parts: AnswerParts, use: SelectUse, change: Partial<Topic>): Promise<void> {
  await withTopic(parts, use, idIn(use.select), async (admin, topic) => {
    await parts.discord.answerByEditLater(use);
    await parts.discord.editAnswer(use, await savedOnPage(parts, admin, topic, change));
  });
}

/** The page of the topic once it was changed. What is wrong stands above it with what was typed, since a form that is closed is lost. */
async function savedOnPage(
  parts: AnswerParts,
  admin: AsAdmin,
  topic: Topic,
  change: object,
  typed: readonly string[] = [],
): Promise<DrawnMessage> {
  const topics = topicsOf(admin).map((one) => (one.id === topic.id ? { ...one, ...change } : one));
  const saved = await saveTopics(parts, admin, topics);
  const answered = afterSaving(parts, saved, topic.id, typed);
  if (!('problems' in saved)) return answered;
  const page = topicPage(topic, complete(admin.stored), parts.language, answered.text);
  return { ...page, embeds: [...(answered.embeds ?? []), ...(page.embeds ?? [])] };
}

async function setWords(parts: AnswerParts, use: FormUse): Promise<void> {
  const { name = '', emoji = '', description = '', greeting = '' } = use.values;
  await saveForm(parts, use, () => ({ name, emoji, description, greeting }), [name, emoji, description, greeting]);
}

async function addQuestion(parts: AnswerParts, use: FormUse): Promise<void> {
  const { question, typed } = questionIn(use);
  await saveForm(parts, use, ({ questions }) => ({ questions: [...questions, question] }), typed);
}

/** A question keeps its id, and with that its place and what was answered in a form that is still open. */
async function setQuestion(parts: AnswerParts, use: FormUse): Promise<void> {
  const { question, typed } = questionIn(use);
  const [, , , which] = use.form.split(':');
  const change = ({ questions }: Topic): object | null =>
    questions.some(({ id }) => id === which)
      ? { questions: questions.map((one) => (one.id === which ? { ...question, id: one.id } : one)) }
      : null;
  await saveForm(parts, use, change, typed);
}

function questionIn({ values }: FormUse): { readonly question: object; readonly typed: readonly string[] } {
  const { label = '', description = '', kind, required, choices = '' } = values;
  const question = {
    label,
    description,
    kind,
    required: required !== 'no',
    choices: choices
      .split('\n')
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ''),
  };
  return { question, typed: [label, description, choices] };
}

/** `change`: null where the question is gone. A form from a topic's page changes that page; one from a command is answered with it. */
async function saveForm(
  parts: AnswerParts,
  use: FormUse,
  change: (topic: Topic) => object | null,
  typed: readonly string[],
): Promise<void> {
  await withTopic(parts, use, idIn(use.form), async (admin, topic) => {
    const changed = change(topic);
    if (changed === null) return answer(parts, use, 'topic.question-gone', {});
    if (use.message === null) await parts.discord.answerLater(use, { private: true });
    else await parts.discord.answerByEditLater(use);
    await parts.discord.editAnswer(use, await savedOnPage(parts, admin, topic, changed, typed));
  });
}

async function showQuestion(parts: AnswerParts, use: SelectUse): Promise<void> {
  await withTopic(parts, use, idIn(use.select), async (_, topic) => {
    const question = topic.questions.find(({ id }) => id === use.values[0]);
    if (question === undefined) return answer(parts, use, 'topic.question-gone', {});
    await parts.discord.answerWithForm(use, questionForm(topic, parts.language, question));
  });
}

async function dropQuestion(parts: AnswerParts, use: SelectUse): Promise<void> {
  await withTopic(parts, use, idIn(use.select), async (admin, topic) => {
    await parts.discord.answerByEditLater(use);
    const questions = topic.questions.filter(({ id }) => id !== use.values[0]);
    await parts.discord.editAnswer(use, await savedOnPage(parts, admin, topic, { questions }));
  });
}

async function remove(parts: AnswerParts, use: ButtonUse): Promise<void> {
  await withTopic(parts, use, idIn(use.button), async (admin, topic) => {
    await parts.discord.answerByEditLater(use);
    const topics = topicsOf(admin).filter(({ id }) => id !== topic.id);
    const saved = await saveTopics(parts, admin, topics);
    if ('problems' in saved) return parts.discord.editAnswer(use, wrongTopic(saved.problems, parts.language));
    const removed = text('topic.removed', { topic: escapeMarkdown(topic.name) }, parts.language);
    await parts.discord.editAnswer(
      use,
      topicList(saved.settings, parts.language, [removed, saidAfter(saved, parts.language)].join('\n')),
    );
  });
}
