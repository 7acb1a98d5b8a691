import { targetAt, tokenAt } from './tokens.ts';
import type { Inline, Style } from './tree.ts';

/** What is inside of a paragraph. One pass, each character looked at a bounded number of times, whatever it says. */
export function parseInline(text: string): readonly Inline[] {
  const scan = startScan(text);
  while (scan.at < text.length) step(scan);
  return merged(scan.nodes);
}

type Marker = '*' | '**' | '_' | '__' | '~~' | '||';
const styleOf: { readonly [Mark in Marker]: Style } = {
  '*': 'italic',
  '**': 'bold',
  _: 'italic',
  __: 'underline',
  '~~': 'strike',
  '||': 'spoiler',
};

interface Scan {
  readonly text: string;
  at: number;
  /** Finished nodes, and openers as the text that they are when nothing closes them. */
  nodes: Inline[];
  /** Openers that nothing has closed yet, by their place in `nodes`. */
  open: { readonly mark: Marker | '['; readonly node: number }[];
  /** Places in `open`. */
  readonly places: Map<Marker, number>;
  readonly brackets: number[];
  /** Where runs of backticks start, by length. */
  readonly ticks: Map<number, { readonly starts: readonly number[]; next: number }>;
}

function startScan(text: string): Scan {
  const ticks: Scan['ticks'] = new Map();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = ticks.get(run.length);
    if (known) (known.starts as number[]).push(index);
    else ticks.set(run.length, { starts: [index], next: 0 });
  }
  return { text, at: 0, nodes: [], open: [], places: new Map(), brackets: [], ticks };
}

const plain = /(?:[^\\*_~|`[\]<@hH\u00af]|h(?!ttps?:\/\/))+/iy;
const shrug = '¯\\_(ツ)_/¯';

function step(scan: Scan): void {
  const { text, at } = scan;
  plain.lastIndex = at;
  const words = plain.exec(text)?.[0];
  if (words !== undefined) return say(scan, words);
  const character = text[at] ?? '';
  if (character === '\\')
    return /[^0-9A-Za-z\s]/.test(text[at + 1] ?? ' ') ? say(scan, text[at + 1] ?? '', 2) : say(scan, '\\');
  if (character === '*' || character === '_') return emphasis(scan, character);
  if (character === '`') return code(scan);
  if (character === '[') return begin(scan, '[');
  if (character === ']') return endLink(scan);
  const double = text.slice(at, at + 2);
  if (double === '~~' || double === '||') return scan.places.has(double) ? finish(scan, double) : begin(scan, double);
  const token = tokenAt(text, at);
  if (token === null) return say(scan, text.startsWith(shrug, at) ? shrug : character);
  scan.nodes.push(token.node);
  scan.at = token.end;
}

function say(scan: Scan, words: string, length = words.length): void {
  scan.nodes.push({ is: 'text', text: words });
  scan.at += length;
}

/** Runs of `*` and `_`: two of them are one marker, and the innermost one that is open is closed first. */
function emphasis(scan: Scan, character: '*' | '_'): void {
  const { text, at, places } = scan;
  const twice = `${character}${character}` as '**' | '__';
  let run = 1;
  while (run < 3 && text[at + run] === character) run += 1;
  const single = places.get(character) ?? -1;
  const double = places.get(twice) ?? -1;
  if (run >= 2 && double > single) return finish(scan, twice);
  if (run !== 2 && single >= 0 && mayClose(text, at, character)) return finish(scan, character);
  if (run >= 2 && double >= 0) return finish(scan, twice);
  if (run >= 2) return begin(scan, twice);
  if (single < 0 && mayOpen(text, at, character)) return begin(scan, character);
  return say(scan, character);
}

/** A single `*` stands against a word; a single `_` also stands at its outer edge, so that snake_case stays as it is. */
function mayOpen(text: string, at: number, character: '*' | '_'): boolean {
  if (/\s/.test(text[at + 1] ?? ' ')) return false;
  return character === '*' || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
}

function mayClose(text: string, at: number, character: '*' | '_'): boolean {
  if (/\s/.test(text[at - 1] ?? ' ')) return false;
  return character === '*' || !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
}

function begin(scan: Scan, mark: Marker | '['): void {
  scan.open.push({ mark, node: scan.nodes.length });
  if (mark === '[') scan.brackets.push(scan.open.length - 1);
  else scan.places.set(mark, scan.open.length - 1);
  say(scan, mark);
}

/** Everything since the opener becomes its content; openers inside that nothing closed stay text. */
function finish(scan: Scan, mark: Marker): void {
  const place = scan.places.get(mark) ?? 0;
  const { node } = forget(scan, place);
  const children = scan.nodes.splice(node + 1);
  scan.at += mark.length;
  scan.nodes[node] =
    children.length === 0 ? { is: 'text', text: mark + mark } : { is: styleOf[mark], children: merged(children) };
}

/** Forgets the openers from `place` on, and answers the one there. */
function forget(scan: Scan, place: number): { readonly node: number } {
  const [opener = { node: 0 }, ...inner] = scan.open.splice(place);
  for (const { mark } of [opener as Scan['open'][number], ...inner]) if (mark !== '[') scan.places.delete(mark);
  while ((scan.brackets.at(-1) ?? -1) >= place) scan.brackets.pop();
  return opener;
}

function code(scan: Scan): void {
  const { text, at, ticks } = scan;
  let end = at;
  while (text[end] === '`') end += 1;
  const length = end - at;
  const closers = ticks.get(length);
  while (closers && closers.next < closers.starts.length && closers.starts[closers.next]! < end) closers.next += 1;
  const close = closers?.starts[closers.next];
  if (close === undefined) return say(scan, text.slice(at, end));
  const inside = text.slice(end, close).replace(/^ (?=`)|(?<=`) $/g, '');
  scan.nodes.push({ is: 'code', code: inside });
  scan.at = close + length;
}

/** Words that look like another address would hide where the link leads: then it is shown as it was written. */
function endLink(scan: Scan): void {
  const place = scan.brackets.pop();
  const target = place === undefined ? null : targetAt(scan.text, scan.at);
  if (place === undefined || target === null) return say(scan, ']');
  const start = scan.open[place]!.node;
  const words = scan.nodes.slice(start + 1);
  if (words.length === 0) return say(scan, ']');
  scan.brackets.length = 0;
  if (words.some(({ is }) => is === 'link') || words.map(plainText).join('').includes('://'))
    return say(scan, scan.text.slice(scan.at, target.end));
  forget(scan, place);
  scan.nodes.splice(start, scan.nodes.length - start, { is: 'link', url: target.url, children: merged(words) });
  scan.at = target.end;
}

function merged(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.is === 'text' && last?.is === 'text')
      result[result.length - 1] = { is: 'text', text: last.text + node.text };
    else result.push(node);
  }
  return result;
}

function plainText(node: Inline): string {
  return node.is === 'text' ? node.text : 'children' in node ? node.children.map(plainText).join('') : '';
}
