import { parseInline } from './inline.ts';
import type { List, ListItem } from './tree.ts';

/** Lists: lines with `- `, `* ` or `1. `, inner ones indented. Discord goes on counting from the first number. */

const itemStart = /( {0,40})(?:([-*])|(\d{1,9})\.)[ \t]+(?=\S)/y;
const deepest = 10;

interface Line {
  readonly indent: number;
  /** Null for bullets. */
  readonly number: number | null;
  text: string;
}

/** The list that starts at `at`, which is the start of a line; null when there is none. */
export function parseList(text: string, at: number): { readonly list: List; readonly end: number } | null {
  const lines: Line[] = [];
  let end = at;
  while (end < text.length) {
    itemStart.lastIndex = end;
    const found = itemStart.exec(text);
    const lineEnd = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
    const last = lines.at(-1);
    if (found && (last !== undefined || (found[1] ?? '').length < 2)) {
      const number = found[3] === undefined ? null : Number(found[3]);
      if (last !== undefined && (found[1] ?? '').length < 2 && (lines[0]!.number === null) !== (number === null)) break;
      lines.push({ indent: (found[1] ?? '').length, number, text: text.slice(itemStart.lastIndex, lineEnd) });
    } else if (last !== undefined && /^ {2,}\S/.test(text.slice(end, end + 50))) {
      last.text += `\n${text.slice(end, lineEnd).trim()}`;
    } else break;
    end = lineEnd + 1;
  }
  return lines.length === 0 ? null : { list: listOf(lines), end };
}

interface Growing {
  readonly indent: number;
  readonly list: {
    readonly is: 'list';
    readonly from: number | null;
    readonly items: (ListItem & { inner: List | null })[];
  };
}

function listOf(lines: readonly Line[]): List {
  const [first] = lines as readonly [Line, ...Line[]];
  const stack: Growing[] = [start(first)];
  for (const line of lines) {
    while (stack.length > 1 && line.indent < stack.at(-1)!.indent) stack.pop();
    const outer = stack.at(-1)!;
    const parent = outer.list.items.at(-1);
    if (parent !== undefined && line.indent >= outer.indent + 2 && stack.length < deepest) {
      const inner = start(line);
      parent.inner = inner.list;
      stack.push(inner);
    }
    stack.at(-1)!.list.items.push({ children: parseInline(line.text), inner: null });
  }
  return stack[0]!.list;
}

function start({ indent, number }: Line): Growing {
  return { indent, list: { is: 'list', from: number, items: [] } };
}
