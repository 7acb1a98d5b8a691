import type { Language } from '../language.ts';
import type { Answer } from '../door.ts';
import type { Ticket } from '../store.ts';
import { answerText, longestOnCard } from '../tickets/answers.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { embedLimits } from './limits.ts';
import { text } from './notices.ts';
import { fileName } from './pack.ts';

/** What a ticket is about, and what was answered in its topic's form, for the card. */

interface Field {
  readonly name: string;
  readonly value: string;
  readonly inline?: boolean;
}

/** A topic's name and picture, as plain text on one line. */
export function topicName({ name, emoji }: NonNullable<Ticket['topic']>): string {
  const picture = emoji === null || emoji.startsWith('<') ? '' : `${emoji} `;
  return picture + (cleanLine(name) || '?');
}

export function topicField({ topic }: Pick<Ticket, 'topic'>, locale: Language): readonly Field[] {
  if (topic === null) return [];
  return [{ name: text('card.topic', {}, locale), value: escapeMarkdown(topicName(topic)), inline: true }];
}

/** `room`: so many characters all of them may have together. What does not fit is cut; it stands whole below the card. */
export function answerFields({ answers }: Pick<Ticket, 'answers'>, locale: Language, room: number): readonly Field[] {
  const names = answers.map(({ label }) => shorten(escapeMarkdown(cleanLine(label)), embedLimits.fieldName) || '?');
  const left = room - names.join('').length;
  const each = Math.min(embedLimits.fieldValue, Math.floor(left / Math.max(1, answers.length)));
  if (each < 1) return [];
  return answers.map((answer, index) => ({ name: names[index] ?? '?', value: shownAnswer(answer, locale, each) }));
}

function shownAnswer(answer: Answer, locale: Language, most: number): string {
  const files = answer.files.map(({ name }) => `📎 ${fileName(name)}`).join('\n');
  const shown = plainLines(answerText(answer)) || files;
  if (shown === '') return shorten(text('card.no-answer', {}, locale), most);
  for (let length = longestOnCard; ; length = Math.floor(length / 2)) {
    const escaped = escapeMarkdown(shorten(shown, length));
    if (escaped.length <= most || length <= 1) return escaped.slice(0, most);
  }
}

/** Its lines, without what cannot be seen and what turns the text around it. */
export function plainLines(written: string): string {
  return written
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => cleanLine(line))
    .join('\n')
    .trim();
}
