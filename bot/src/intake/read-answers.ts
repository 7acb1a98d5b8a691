import type { Answer } from '../door.ts';
import type { IncomingFile } from '../incoming.ts';
import type { Question, Topic } from '../settings/topics.ts';
import { answerLimits } from '../tickets/answers.ts';

/** What was entered in a form, by the id of the question. */
export interface Entered {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, readonly IncomingFile[]>>;
}

export interface WrongAnswer {
  readonly label: string;
  readonly is: 'missing' | 'too-long' | 'no-choice';
}

/** Discord's own form lets nothing wrong through, but the questions may have changed while it stood open. */
export function readAnswers(
  { questions }: Pick<Topic, 'questions'>,
  entered: Entered,
): { readonly answers: readonly Answer[]; readonly wrong: readonly WrongAnswer[] } {
  const answers = questions.map((question) => readAnswer(question, entered));
  const wrong = questions.flatMap((question, index): readonly WrongAnswer[] => {
    const is = whatIsWrong(question, answers[index]);
    return is === null ? [] : [{ label: question.label, is }];
  });
  return { answers, wrong };
}

function readAnswer({ id, label, kind }: Question, { values, files }: Entered): Answer {
  const isFile = kind === 'file';
  const written = isFile ? [] : (values[id] ?? []).filter((value) => value.trim() !== '');
  return { question: id, label, values: written, files: isFile ? (files[id] ?? []) : [] };
}

function whatIsWrong({ kind, required, choices }: Question, answer: Answer | undefined): WrongAnswer['is'] | null {
  const { values = [], files = [] } = answer ?? {};
  if (values.length + files.length === 0) return required ? 'missing' : null;
  if (kind === 'choice' || kind === 'choices') return values.every((one) => choices.includes(one)) ? null : 'no-choice';
  const longest = kind === 'short' ? answerLimits.short : answerLimits.long;
  return values.some((value) => value.length > longest) ? 'too-long' : null;
}
