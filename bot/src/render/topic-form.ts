import type { Answer } from '../door.ts';
import type { Form } from '../forms.ts';
import type { Question, Topic } from '../settings/topics.ts';
import { answerLimits, answerText } from '../tickets/answers.ts';
import { cleanLine, shorten } from './escape.ts';
import { longestFormTitle } from './limits.ts';

/** The form of a topic. `before`: what was entered in it already. Fields are named after the questions' ids. */
export function topicForm(id: string, topic: Topic, before: readonly Answer[]): Form {
  return {
    id,
    title: shorten(cleanLine(topic.name), longestFormTitle) || topic.id,
    fields: topic.questions.map((question) =>
      field(
        question,
        before.find((answer) => answer.question === question.id),
      ),
    ),
  };
}

function field(
  { id, label, description, kind, required, choices }: Question,
  before: Answer | undefined,
): Form['fields'][number] {
  const shared = { id, label, required, ...(description !== null && { description }) };
  if (kind === 'file') return { ...shared, mostFiles: answerLimits.files };
  if (kind === 'choice' || kind === 'choices') {
    const most = kind === 'choice' ? 1 : choices.length;
    // It may have been another kind of question when it was answered.
    const chosen = choices.filter((value) => before?.values.includes(value)).slice(0, most);
    const options = choices.map((value) => ({ value, label: value, selected: chosen.includes(value) }));
    return { ...shared, choices: options, most };
  }
  const longest = kind === 'short' ? answerLimits.short : answerLimits.long;
  const value = before === undefined ? '' : answerText(before).slice(0, longest);
  return { ...shared, long: kind === 'long', longest, ...(value !== '' && { value }) };
}
