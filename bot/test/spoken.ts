import { languages, type Language } from '../src/language.ts';
import { textsOf } from '../src/render/texts/languages.ts';

/** Which of our texts stand in what somebody reads, in whichever language. */

/** The longest piece of a text that stands in it as it is; only what two languages could not both say counts. */
function traceOf(words: string): string | null {
  const pieces = words.split(/\{\{[^}]*\}\}|\n/).map((piece) => piece.trim());
  const longest = pieces.reduce((most, piece) => (piece.length > most.length ? piece : most), '');
  return /\p{L}{2,}.*\s.*\p{L}{2,}/u.test(longest) && longest.length >= 12 ? longest : null;
}

interface Trace {
  readonly key: string;
  readonly trace: string;
}

function tracesOf(language: Language): readonly Trace[] {
  return Object.entries(textsOf[language]).flatMap(([key, words]) => {
    const trace = traceOf(words);
    return trace === null ? [] : [{ key, trace }];
  });
}

const written = (seen: readonly unknown[]): string =>
  JSON.stringify(seen, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).replace(
    /\\n/g,
    '\n',
  );

/** The keys of the texts that are there in this language. */
export function heardIn(language: Language, seen: readonly unknown[]): readonly string[] {
  const all = written(seen);
  return tracesOf(language)
    .filter(({ trace }) => all.includes(trace))
    .map(({ key }) => key);
}

/** Texts that are there in any other language. */
export function notIn(language: Language, seen: readonly unknown[]): readonly string[] {
  const own = Object.values<string>(textsOf[language]).join('\n');
  const all = written(seen);
  return languages.flatMap((other) =>
    tracesOf(other)
      .filter(({ trace }) => other !== language && all.includes(trace) && !own.includes(trace))
      .map(({ key }) => `${other} ${key}`),
  );
}
