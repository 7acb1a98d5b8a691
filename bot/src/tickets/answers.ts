import type { Answer } from '../door.ts';
import type { Content } from '../incoming.ts';
import { emptyContent } from './notice.ts';

/** How much a question of a form takes. Discord takes texts of 4000 characters and 10 files at most. */
export const answerLimits = { short: 300, long: 4000, files: 5 } as const;

/** So many characters of an answer stand on the card; a longer one is also shown whole, below it. */
export const longestOnCard = 500;

/** What was written or chosen, as one text. */
export function answerText({ values }: Pick<Answer, 'values'>): string {
  return values.join(', ').trim();
}

/** What the card cannot hold of a form: long answers and files. Null where it holds everything. */
export function besidesCard(answers: readonly Answer[]): Content | null {
  return asContent(answers, longestOnCard);
}

/** A whole form; null where nothing was entered in it. */
export function allAnswers(answers: readonly Answer[]): Content | null {
  return asContent(answers, 0);
}

/** Files, and answers of more than `shortest` characters. */
function asContent(answers: readonly Answer[], shortest: number): Content | null {
  const long = answers.filter((answer) => answerText(answer).length > shortest);
  const files = answers.flatMap((answer) => answer.files);
  if (long.length + files.length === 0) return null;
  const fields = long.map((answer) => ({ name: answer.label, value: answerText(answer) }));
  const embed = {
    title: null,
    text: null,
    url: null,
    image: null,
    author: null,
    footer: null,
    fields,
    unfurled: false,
  };
  return { ...emptyContent, files, embeds: long.length === 0 ? [] : [embed] };
}
