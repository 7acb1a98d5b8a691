import type { DrawnFile, DrawnMessage } from '../discord.ts';
import type { KeptFile } from './drawable.ts';
import { cleanLine, shorten } from './escape.ts';
import { largestFile, largestRequest, longestDescription, mostFiles } from './limits.ts';
import { splitText } from './split.ts';

/** Puts what an entry holds into as few messages as Discord's limits allow, in order. */

/** Something to be shown as text, on lines of its own. */
export interface Block {
  readonly text: string;
  readonly quoted?: boolean;
}

/** Texts of at most `most` UTF-16 units, none of them empty; only blocks that do not fit into one are cut. */
export function packTexts(blocks: readonly Block[], most: number): readonly string[] {
  const full: string[] = [];
  let open = '';
  for (const { text, quoted = false } of blocks) {
    open = endOpenQuote(open, most);
    if (open !== '' && isFenceOpen(open) && text.includes(fence)) {
      full.push(open);
      open = '';
    }
    const room = most - open.length - 1;
    if (!quoted && open !== '' && text.length > room && room >= worthFilling) {
      const [first = '', ...rest] = splitText(text, { first: room, each: most });
      full.push(`${open}\n${first}`, ...rest);
      open = full.pop() ?? '';
      continue;
    }
    for (const piece of quoted ? quote(text, most) : splitText(text, { first: most, each: most })) {
      const joined = open === '' ? piece : `${open}\n${piece}`;
      if (joined.length > most) full.push(open);
      open = joined.length > most ? piece : joined;
    }
  }
  return open === '' ? full : [...full, open];
}

const fence = '```';

/** A fence that nobody closed would swallow everything up to the next one. */
function isFenceOpen(text: string): boolean {
  return (text.split(fence).length - 1) % 2 === 1;
}

/** `>>>` quotes everything behind it, ours too: its lines are quoted one by one instead, where there is room. */
function endOpenQuote(text: string, most: number): string {
  const at = text.search(/^>>> /m);
  if (at === -1 || isFenceOpen(text.slice(0, at))) return text;
  const ended = `${text.slice(0, at)}> ${text.slice(at + 4).replaceAll('\n', '\n> ')}`;
  return ended.length <= most ? ended : text;
}

/** Less room than this at the end of a message is left empty, so that no text is torn for a few words. */
const worthFilling = 400;

/** Every line marked as a quote. The marks take room, so texts of many lines are cut into smaller pieces. */
function quote(text: string, most: number, each = most - 100): readonly string[] {
  const pieces = splitText(text, { first: each, each }).map((piece) => `> ${piece.trimEnd().replaceAll('\n', '\n> ')}`);
  return pieces.every((piece) => piece.length <= most) ? pieces : quote(text, most, Math.floor(each / 2));
}

/** Whether its bytes can be part of a message. */
export function canBeSent(file: KeptFile): boolean {
  return file.hash !== null && file.size <= largestFile;
}

/** Files by the message that carries them: at most 10, and not more bytes than one request may have. */
function packFiles(files: readonly KeptFile[]): readonly (readonly DrawnFile[])[] {
  const groups: DrawnFile[][] = [];
  let bytes = 0;
  for (const file of files.filter(canBeSent)) {
    bytes += file.size;
    if (groups.length === 0 || groups.at(-1)!.length === mostFiles || bytes > largestRequest) {
      groups.push([]);
      bytes = file.size;
    }
    groups.at(-1)!.push(drawnFile(file));
  }
  return groups;
}

/**
 * Files stand with the first text, more files behind it, and the rest of a long text last: an edit, which can make a text longer
 * or shorter but leaves files alone, then changes texts in place and adds or takes away messages at the end only.
 */
export function withFiles(texts: readonly string[], files: readonly KeptFile[]): readonly DrawnMessage[] {
  const [first, ...moreFiles] = packFiles(files);
  if (first === undefined) return texts.map((text) => ({ text }));
  const [start = '', ...more] = texts;
  return [
    { text: start, files: first },
    ...moreFiles.map((group) => ({ text: '', files: group })),
    ...more.map((text) => ({ text })),
  ];
}

function drawnFile({ name, bytes, spoiler, description }: KeptFile): DrawnFile {
  return {
    name: fileName(name),
    bytes,
    ...(spoiler && { spoiler }),
    ...(description && { description: shorten(description, longestDescription) }),
  };
}

/** A file's name without directions that hide its ending, and without folders; long ones keep their ending. */
export function fileName(name: string): string {
  const clean = cleanLine(name)
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '');
  const ending = /\.\w{1,10}$/.exec(clean)?.[0] ?? '';
  const stem = shorten(clean.slice(0, clean.length - ending.length), 100).replace(/\u2026$/, '');
  return stem + ending || 'file';
}
