import { longestText } from './limits.ts';

/** Cuts long texts into parts that Discord takes, where a reader would cut them. */

export interface Part {
  /** What stands in front when the cut before was inside a code block: its opening, again. */
  readonly before: string;
  /** The text's own characters; those of all parts together are the text. */
  readonly own: string;
  /** The closing of a code block that goes on in the next part. */
  readonly after: string;
}

export interface Room {
  /** UTF-16 units that the first part may have, where something else stands there too; at least 100. */
  readonly first?: number;
  /** The same for every other part. */
  readonly each?: number;
}

/** The parts as they are sent. One that holds nothing but white space is left out: Discord refuses it. */
export function splitText(text: string, room: Room = {}): readonly string[] {
  return splitParts(text, room)
    .map(({ before, own, after }) => before + own + after)
    .filter((part) => part.trim() !== '');
}

/**
 * Never loses a character, never halves one, closes and opens code blocks that must be cut, and cuts at the end
 * of a line or word where there is one in the second half. Takes time in proportion to the text.
 */
export function splitParts(text: string, { first = longestText, each = longestText }: Room = {}): readonly Part[] {
  const blocks = codeBlocks(text);
  const parts: Part[] = [];
  let at = 0;
  let passed = 0;
  do {
    while (passed < blocks.length && blocks[passed]!.end <= at) passed += 1;
    const around = blocks[passed];
    const before = around !== undefined && around.start < at ? around.opening : '';
    const room = (parts.length === 0 ? first : each) - before.length;
    const { end, closes } = cut(text, at, room, each, blocks, passed);
    const own = text.slice(at, end);
    parts.push({ before, own, after: closes ? (own.endsWith('\n') ? '```' : closing) : '' });
    at = end;
  } while (at < text.length);
  return parts;
}

const closing = '\n```';

interface Block {
  readonly start: number;
  /** Of what is between the fences. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly end: number;
  readonly opening: string;
}

/** Where the part that starts at `at` ends, and whether that is inside a code block. */
function cut(text: string, at: number, room: number, each: number, blocks: readonly Block[], passed: number) {
  const limit = at + room;
  if (limit >= text.length) return { end: text.length, closes: false };
  let index = passed;
  while (index < blocks.length && blocks[index]!.end <= limit) index += 1;
  const half = at + Math.floor(room / 2);
  const block = blocks[index];
  if (block === undefined || block.start >= limit) {
    const blockBefore = index > passed ? blocks[index - 1]!.end : at;
    return { end: goodPlace(text, Math.max(half, blockBefore), limit, blockBefore > half), closes: false };
  }
  const inside = Math.min(limit - closing.length, block.bodyEnd - 1);
  const roomInside = Math.max(at, block.bodyStart) < inside;
  const fitsAlone = block.end - block.start <= each;
  if (block.start > at && (fitsAlone || block.start >= half || !roomInside)) return { end: block.start, closes: false };
  return { end: goodPlace(text, Math.max(half, block.bodyStart), inside, false), closes: true };
}

/** Behind the last line break after `from` and up to `to`, else behind the last space, else at `from` or `to` itself. */
function goodPlace(text: string, from: number, to: number, orFrom: boolean): number {
  const line = text.slice(from, to).lastIndexOf('\n');
  if (line !== -1) return from + line + 1;
  for (let end = to; end > from; end -= 1) if (/\s/.test(text[end - 1]!)) return end;
  return orFrom ? from : betweenCharacters(text, from, to);
}

/** At `to` or a little before, so that no surrogate pair, accent or joined emoji is taken apart. */
function betweenCharacters(text: string, from: number, to: number): number {
  for (let end = to; end > Math.max(from, to - 40); end -= 1) {
    const next = text.slice(end, end + 2);
    if (!/^(?:[\udc00-\udfff\u200d]|\p{M}|\p{Emoji_Modifier})/u.test(next) && text[end - 1] !== '\u200d') return end;
  }
  return /^[\udc00-\udfff]/.test(text.slice(to, to + 1)) ? to - 1 : to;
}

/** The code blocks as Discord sees them: three backticks, perhaps a language alone on the line, and three backticks again. */
function codeBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const head = /(?:([\w+\-.#]{1,40})?\n)?/y;
  let start = text.indexOf('```');
  while (start !== -1) {
    if (text[start - 1] === '\\') {
      start = text.indexOf('```', start + 1);
      continue;
    }
    head.lastIndex = start + 3;
    const language = head.exec(text)?.[1] ?? '';
    const bodyStart = Math.max(head.lastIndex, start + 3);
    const bodyEnd = text.indexOf('```', bodyStart);
    if (bodyEnd === -1) break;
    if (text.slice(bodyStart, bodyEnd).trim() !== '')
      blocks.push({ start, bodyStart, bodyEnd, end: bodyEnd + 3, opening: `\`\`\`${language}\n` });
    start = text.indexOf('```', bodyEnd + 3);
  }
  return blocks;
}
