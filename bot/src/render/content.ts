import type { Language } from '../language.ts';
import type { Content, IncomingEmbed, IncomingPoll, IncomingSticker, IncomingThing } from '../incoming.ts';
import type { DrawContext, DrawnEntry, KeptFile } from './drawable.ts';
import { cleanLine, escapeMarkdown, shorten } from './escape.ts';
import { largestFile } from './limits.ts';
import { text } from './notices.ts';
import { canBeSent, fileName } from './pack.ts';
import type { Block } from './pack.ts';

/** What a message held, as text that another message can hold. Everything is shown or named; nothing is left out. */

type Reading = Pick<DrawContext, 'locale'> & Pick<DrawnEntry, 'emojiPicture'>;

export function contentBlocks(content: Content, files: readonly KeptFile[], reading: Reading): readonly Block[] {
  const { forwarded } = content;
  const mine = partBlocks(content, files, reading);
  const theirs = forwarded === null ? [] : partBlocks({ ...forwarded, forwarded: null }, files, reading);
  return [
    ...mine,
    ...(forwarded === null ? [] : [{ text: text('copy.forwarded', {}, reading.locale) }]),
    ...theirs.map((block) => ({ ...block, quoted: true })),
    ...files.filter((file) => !canBeSent(file)).map((file) => ({ text: fileLine(file, reading) })),
    ...(content.refused ?? []).map((name) => ({ text: refusedLine(name, reading) })),
  ];
}

function partBlocks(content: Content, files: readonly KeptFile[], reading: Reading): readonly Block[] {
  const { locale } = reading;
  const voices = content.files.filter(({ duration }) => duration !== null);
  return [
    ...(content.text.trim() === '' ? [] : [{ text: withEmojiPictures(content.text, reading) }]),
    ...voices.map(({ duration }) => ({ text: text('copy.voice', { length: clockLength(duration ?? 0) }, locale) })),
    ...content.stickers.flatMap((sticker) => stickerBlocks(sticker, files, reading)),
    ...(content.poll === null ? [] : [{ text: pollText(content.poll, reading) }]),
    ...content.embeds.filter(({ unfurled }) => !unfurled).map((embed) => ({ text: embedText(embed), quoted: true })),
    ...(content.things ?? []).map((thing) => ({ text: escapeMarkdown(thingText(thing, locale)) })),
    ...content.unknown.map((kind) => ({ text: text('copy.unknown', { kind: escapeMarkdown(kind) }, locale) })),
  ].filter((block) => block.text !== '');
}

/** A sticker whose picture was kept is sent as a file. */
function stickerBlocks(sticker: IncomingSticker, files: readonly KeptFile[], { locale }: Reading): readonly Block[] {
  if (files.some((file) => file.id === sticker.id && canBeSent(file))) return [];
  const name = escapeMarkdown(cleanLine(sticker.name));
  if (sticker.url === null) return [{ text: text('copy.sticker', { name }, locale) }];
  return [{ text: text('copy.sticker-linked', { name, url: sticker.url }, locale) }];
}

/** What cannot be carried over, in plain words. */
export function thingText({ is, name }: IncomingThing, locale: Language): string {
  const called = cleanLine(name ?? '');
  if (called === '') return text(`copy.${is}`, {}, locale);
  return text(is === 'theme' ? 'copy.theme' : `copy.${is}-named`, { name: called }, locale);
}

function pollText({ question, answers }: IncomingPoll, { locale }: Reading): string {
  const lines = answers.map((answer, index) => `${index + 1}. ${escapeMarkdown(cleanLine(answer))}`);
  return [text('copy.poll', { question: escapeMarkdown(cleanLine(question)) }, locale), ...lines].join('\n');
}

function embedText(embed: IncomingEmbed): string {
  const title = embed.title === null ? null : `**${escapeMarkdown(cleanLine(embed.title))}**`;
  const lines = [
    embed.author && escapeMarkdown(cleanLine(embed.author)),
    title,
    embed.url,
    embed.text,
    ...embed.fields.map(({ name, value }) => `**${escapeMarkdown(cleanLine(name))}**\n${value}`),
    embed.image,
    embed.footer && `-# ${escapeMarkdown(cleanLine(embed.footer))}`,
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}

/** The line of a file that cannot be sent. */
function fileLine(file: KeptFile, { locale }: Reading): string {
  const name = escapeMarkdown(fileName(file.name));
  const size = byteLength(file.size, locale);
  const tooLarge = file.size > largestFile;
  if (file.url !== '')
    return text(tooLarge ? 'copy.file-linked' : 'copy.file-lost-linked', { name, size, url: file.url }, locale);
  return text(tooLarge && file.hash !== null ? 'copy.file-kept' : 'copy.file-lost', { name, size }, locale);
}

function refusedLine(name: string, { locale }: Reading): string {
  return text('copy.file-refused', { name: escapeMarkdown(fileName(name)) }, locale);
}

/** The start of what a reply answers, for a text of ours. */
export function excerpt(content: Content, locale: Language): string {
  return escapeMarkdown(plainExcerpt(content, locale));
}

/** The same, not escaped: one line, without formatting and without what a spoiler hides. */
export function plainExcerpt(content: Content, locale: Language): string {
  const written = content.text
    .slice(0, 1000)
    .replace(/\|\|[^|]+\|\|/g, '▇▇▇')
    .replace(/<a?(:\w{2,32}:)\d{17,20}>/g, '$1')
    .replace(/[*_~`]{2,}/g, '');
  const line = shorten(cleanLine(written), 80);
  if (line !== '') return line;
  if (content.forwarded !== null) return text('copy.quoted-forward', {}, locale);
  if (content.stickers.length > 0) return text('copy.quoted-sticker', {}, locale);
  if (content.poll !== null) return text('copy.quoted-poll', {}, locale);
  return text(content.files.length > 0 ? 'copy.quoted-file' : 'copy.quoted-message', {}, locale);
}

/** A text's own emoji, outside of code. */
const customEmoji = /```[^]*?```|`[^`]*`|<(a?):(\w{2,32}):(\d{17,20})>/g;

/** Whether a text shows emoji of a server. */
export function hasCustomEmoji(written: string): boolean {
  return /<a?:\w{2,32}:\d{17,20}>/.test(written);
}

/** Custom emoji that the readers cannot see become links to their pictures, but not inside of code. */
function withEmojiPictures(written: string, { emojiPicture }: Reading): string {
  if (emojiPicture === undefined) return written;
  return written.replace(customEmoji, (whole, animated: string | undefined, name: string, id: string) => {
    const picture = animated === undefined ? null : emojiPicture(id, animated === 'a');
    return picture === null ? whole : `[:${name}:](${picture})`;
  });
}

/** Seconds as minutes and seconds: `1:05`. */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Bytes as people write them: `1.4 MB`. */
export function byteLength(bytes: number, locale: Language): string {
  const units = locale === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = size >= 10 || unit === 0 ? 0 : 1;
  return `${size.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${units[unit]}`;
}
