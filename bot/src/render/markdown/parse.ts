import { parseInline } from './inline.ts';
import { parseList } from './list.ts';
import type { Block } from './tree.ts';

/** Discord's markdown as blocks. Takes time in proportion to the text, whatever it says. */
export function parseMarkdown(text: string): readonly Block[] {
  return blocksOf(text.replace(/\r\n?/g, '\n'), false);
}

interface Reading {
  readonly text: string;
  readonly quoted: boolean;
  readonly blocks: Block[];
  at: number;
  /** Where the paragraph that is being read started; -1 outside of one. */
  paragraph: number;
  /** No three backticks close anything behind this. */
  lastFence: number;
}

function blocksOf(text: string, quoted: boolean): readonly Block[] {
  const reading: Reading = { text, quoted, blocks: [], at: 0, paragraph: -1, lastFence: text.lastIndexOf('```') };
  while (reading.at < text.length) {
    if (quote(reading) || heading(reading) || list(reading)) continue;
    line(reading);
  }
  endParagraph(reading, text.length);
  return reading.blocks;
}

function lineEnd({ text }: Reading, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Puts what was read since the paragraph began into `blocks`; the line break before the next block is the block's. */
function endParagraph(reading: Reading, end: number): void {
  if (reading.paragraph === -1) return;
  const words = reading.text.slice(reading.paragraph, end).replace(/\n$/, '');
  reading.paragraph = -1;
  if (words !== '') reading.blocks.push({ is: 'paragraph', children: parseInline(words) });
}

/** `> ` quotes a line, `>>> ` the rest. There are no quotes inside of quotes. */
function quote(reading: Reading): boolean {
  const { text, at, quoted } = reading;
  if (quoted) return false;
  const rest = text.startsWith('>>> ', at);
  if (!rest && !text.startsWith('> ', at)) return false;
  endParagraph(reading, at);
  const lines: string[] = [];
  if (rest) {
    lines.push(text.slice(at + 4));
    reading.at = text.length;
  }
  while (!rest && text.startsWith('> ', reading.at)) {
    const end = lineEnd(reading, reading.at);
    lines.push(text.slice(reading.at + 2, end));
    reading.at = end + 1;
  }
  reading.blocks.push({ is: 'quote', blocks: blocksOf(lines.join('\n'), true) });
  return true;
}

const head = /(#{1,3}|-#)[ \t]+(?=\S)/y;

function heading(reading: Reading): boolean {
  head.lastIndex = reading.at;
  const mark = head.exec(reading.text)?.[1];
  if (mark === undefined) return false;
  const start = head.lastIndex;
  endParagraph(reading, reading.at);
  const end = lineEnd(reading, start);
  const children = parseInline(reading.text.slice(start, end));
  if (mark === '-#') reading.blocks.push({ is: 'subtext', children });
  else reading.blocks.push({ is: 'heading', level: mark.length as 1 | 2 | 3, children });
  reading.at = end + 1;
  return true;
}

function list(reading: Reading): boolean {
  const found = parseList(reading.text, reading.at);
  if (found === null) return false;
  endParagraph(reading, reading.at);
  reading.blocks.push(found.list);
  reading.at = found.end;
  return true;
}

/** A line of a paragraph, up to a code block where one opens in it. */
function line(reading: Reading): void {
  const { text, at } = reading;
  if (reading.paragraph === -1) reading.paragraph = at;
  const end = lineEnd(reading, at);
  const fence = at < reading.lastFence ? text.slice(at, end).indexOf('```') : -1;
  if (fence === -1 || text[at + fence - 1] === '\\' || !codeBlock(reading, at + fence)) reading.at = end + 1;
}

const fenceHead = /(?:([\w+\-.#]{1,40})?\n)?/y;

function codeBlock(reading: Reading, start: number): boolean {
  const { text } = reading;
  fenceHead.lastIndex = start + 3;
  const language = fenceHead.exec(text)?.[1] ?? '';
  const bodyStart = Math.max(fenceHead.lastIndex, start + 3);
  const bodyEnd = bodyStart <= reading.lastFence ? text.indexOf('```', bodyStart) : -1;
  const code = bodyEnd === -1 ? '' : text.slice(bodyStart, bodyEnd).replace(/^\n+/, '').trimEnd();
  if (code === '') return false;
  endParagraph(reading, start);
  reading.blocks.push({ is: 'code-block', language, code });
  const end = bodyEnd + 3;
  reading.at = text[end] === '\n' ? end + 1 : end;
  return true;
}
