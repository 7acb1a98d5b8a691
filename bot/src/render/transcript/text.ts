import type { Language } from '../../language.ts';
import type { Content } from '../../incoming.ts';
import { byteLength, clockLength, plainExcerpt, thingText } from '../content.ts';
import { cleanLine } from '../escape.ts';
import { serverName } from '../names.ts';
import { text } from '../notices.ts';
import { fileName } from '../pack.ts';
import { authorSeen } from './data.ts';
import type { TranscriptData, TranscriptEntry, TranscriptFile } from './data.ts';
import { factsOf } from './facts.ts';
import { noticeOf, startReading } from './reading.ts';
import type { Reading } from './reading.ts';

/** The same as plain text: a line with time and name, then what was written, indented so that nobody can pretend to be another line. */
export function transcriptText(data: TranscriptData): string {
  const reading = startReading(data);
  const { member, facts, people, counts } = factsOf(reading);
  const { locale } = data;
  const title = text('transcript.title', { number: data.ticket.number, server: serverName(data) }, locale);
  const lines = [title, text('transcript.with', { member }, locale)];
  for (const { name, value } of facts) lines.push(...indented(`${name}: ${value}`));
  const names = people.map(({ name, count }) => `${name} (${count})`).join(', ');
  if (names !== '') lines.push(`${text('transcript.participants', {}, locale)}: ${names}`);
  lines.push(counts.join(' · '));
  if (data.reader === 'staff') lines.push(text('transcript.staff-copy', {}, locale));
  const made = { at: reading.times.moment(data.madeAt), timezone: data.settings.timezone };
  lines.push(text('transcript.made', made, locale), '');
  for (const one of reading.shown) lines.push(...entryLines(one, reading), '');
  if (reading.shown.length === 0) lines.push(text('transcript.nothing', {}, locale), '');
  return lines.join('\n');
}

/** The first line as it is, the others under it. */
function indented(words: string): readonly string[] {
  return words.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line, index) => (index === 0 ? line : `    ${line}`));
}

function entryLines(one: TranscriptEntry, reading: Reading): readonly string[] {
  const { entry, files } = one;
  const { times, data } = reading;
  if (entry.kind === 'notice')
    return indented(`[${times.moment(entry.at)}] * ${readableTimes(noticeOf(one, reading), reading)}`);
  const marks = marksOf(one, reading);
  const shown = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  const body = [
    ...replyLine(one, reading),
    ...contentLines(entry.content, files, data.locale),
    ...(entry.content.forwarded === null ? [] : forwardLines(entry.content.forwarded, data.locale)),
    ...one.versions.flatMap(({ content, until }) => [
      `(${text('transcript.until', { at: times.moment(until) }, data.locale)}) ${content.text}`,
    ]),
  ];
  return [
    `[${times.moment(entry.at)}] ${authorSeen(data, one).name}${shown}:`,
    ...indented(`\n${body.join('\n')}`).slice(1),
  ];
}

function marksOf({ entry }: TranscriptEntry, { data, times }: Reading): readonly string[] {
  const { locale, reader } = data;
  const marks: string[] = [];
  if (entry.kind !== 'member') marks.push(text('transcript.staff', {}, locale));
  if (entry.anonymous && reader === 'staff') marks.push(text('transcript.anonymous', {}, locale));
  if (entry.kind === 'internal') marks.push(text('transcript.internal', {}, locale));
  if (entry.state === 'undelivered') marks.push(text('transcript.undelivered', {}, locale));
  if (entry.state === 'withdrawn') marks.push(text('transcript.withdrawn', {}, locale));
  if (entry.state === 'held') marks.push(text('transcript.held', {}, locale));
  if (entry.editedAt !== null) marks.push(text('transcript.edited', {}, locale));
  if (entry.deletedAt !== null)
    marks.push(text('transcript.deleted-at', { at: times.moment(entry.deletedAt) }, locale));
  return marks;
}

function replyLine({ entry }: TranscriptEntry, { data, byId }: Reading): readonly string[] {
  if (entry.replyTo === null) return [];
  const target = byId.get(entry.replyTo);
  if (target === undefined) return [`> ${text('transcript.reply-to-gone', {}, data.locale)}`];
  return [`> ${authorSeen(data, target).name}: ${plainExcerpt(target.entry.content, data.locale)}`];
}

function forwardLines(content: Omit<Content, 'forwarded'>, locale: Language): readonly string[] {
  const lines = contentLines(content, [], locale).join('\n').split('\n');
  return [`${text('transcript.forwarded', {}, locale)}:`, ...lines.map((line) => `> ${line}`)];
}

function contentLines(
  content: Omit<Content, 'forwarded'>,
  files: readonly TranscriptFile[],
  locale: Language,
): readonly string[] {
  const voices = content.files.filter(({ duration }) => duration !== null);
  return [
    ...(content.text === '' ? [] : [content.text]),
    ...voices.map(({ duration }) => `[${text('transcript.voice', {}, locale)} ${clockLength(duration ?? 0)}]`),
    ...content.stickers.map(({ name }) => `[${text('transcript.sticker', {}, locale)}: ${cleanLine(name)}]`),
    ...(content.poll === null ? [] : [`[${text('transcript.poll', {}, locale)}] ${cleanLine(content.poll.question)}`]),
    ...(content.poll?.answers.map((answer, index) => `  ${index + 1}. ${cleanLine(answer)}`) ?? []),
    ...content.embeds.filter(({ unfurled }) => !unfurled).flatMap(embedLines),
    ...(content.things ?? []).map((thing) => `[${thingText(thing, locale)}]`),
    ...(content.refused ?? []).map((name) => `[${text('transcript.file-refused', { name: cleanLine(name) }, locale)}]`),
    ...content.unknown.map((kind) => `[${text('transcript.unknown', { kind }, locale)}]`),
    ...files.map(({ name, size }) => `[${fileName(name)}, ${byteLength(size, locale)}]`),
  ];
}

function embedLines({
  author,
  title,
  url,
  text: words,
  fields,
  image,
  footer,
}: Content['embeds'][number]): readonly string[] {
  const lines = [author, title, url, words, ...fields.map(({ name, value }) => `${name}: ${value}`), image, footer];
  return lines.filter((line) => line !== null && line !== '').map((line) => `| ${line}`);
}

/** Notices hold Discord's timestamps and escapes, which only Discord shows as what they mean. */
function readableTimes(words: string, { times }: Reading): string {
  return words
    .replace(/<t:(\d{1,13}):(\w)>/g, (_, at: string, format: string) => times.styled(Number(at) * 1000, format))
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/\*\*|^-# /gm, '');
}
