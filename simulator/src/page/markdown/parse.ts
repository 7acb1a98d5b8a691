/** Discord's markdown as a tree. Unknown or unfinished marks stay text, so nothing that was written is ever hidden. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: Styled; readonly inside: readonly Node[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'block'; readonly language: string; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Node[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Node[])[] }
  | { readonly kind: 'link'; readonly address: string; readonly inside: readonly Node[] }
  | { readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone'; readonly text: string }
  | { readonly kind: 'command'; readonly name: string }
  | { readonly kind: 'emoji'; readonly id: string; readonly name: string; readonly animated: boolean }
  | { readonly kind: 'time'; readonly at: number; readonly style: string };

type Styled = 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'small';

interface Rule {
  readonly match: RegExp;
  /** Only where a line begins. */
  readonly atLineStart?: boolean;
  readonly make: (found: RegExpExecArray, depth: number) => Node;
}

/** Marks inside marks inside marks …: deeper than this is text. */
const deepest = 12;

const styled =
  (kind: Styled) =>
  (found: RegExpExecArray, depth: number): Node => ({ kind, inside: parse(found[1] ?? '', depth + 1) });

const blockRules: readonly Rule[] = [
  {
    match: /^```(?:([\w+#.-]{1,20})\n)?\n?([\s\S]+?)\n?```\n?/,
    make: (found) => ({ kind: 'block', language: found[1] ?? '', text: found[2] ?? '' }),
  },
  {
    match: /^>>> ([\s\S]+)/,
    atLineStart: true,
    make: (found, depth) => ({ kind: 'quote', inside: parse(found[1] ?? '', depth + 1) }),
  },
  {
    match: /^(?:> [^\n]*(?:\n|$))+/,
    atLineStart: true,
    make: (found, depth) => ({
      kind: 'quote',
      inside: parse(found[0].replace(/^> /gm, '').replace(/\n$/, ''), depth + 1),
    }),
  },
  {
    match: /^(#{1,3}) +([^\n]+)(?:\n|$)/,
    atLineStart: true,
    make: (found, depth) => ({
      kind: 'heading',
      level: (found[1]?.length ?? 1) as 1 | 2 | 3,
      inside: parse(found[2] ?? '', depth + 1),
    }),
  },
  { match: /^-# +([^\n]+)(?:\n|$)/, atLineStart: true, make: styled('small') },
  { match: /^(?: *[-*] +[^\n]+(?:\n|$))+/, atLineStart: true, make: (found, depth) => list(found[0], false, depth) },
  {
    match: /^(?: *\d{1,4}\. +[^\n]+(?:\n|$))+/,
    atLineStart: true,
    make: (found, depth) => list(found[0], true, depth),
  },
];

const inlineRules: readonly Rule[] = [
  { match: /^\\([^\p{L}\p{N}\s])/u, make: (found) => ({ kind: 'text', text: found[1] ?? '' }) },
  { match: /^``([\s\S]+?)``(?!`)/, make: (found) => ({ kind: 'code', text: (found[1] ?? '').trim() }) },
  { match: /^`([^`]+)`/, make: (found) => ({ kind: 'code', text: found[1] ?? '' }) },
  {
    match: /^\*\*\*(?=\S)((?:\\[\s\S]|[^\\])+?)\*\*\*/,
    make: (found, depth) => ({
      kind: 'bold',
      inside: [{ kind: 'italic', inside: parse(found[1] ?? '', depth + 1) }],
    }),
  },
  { match: /^\*\*(?=\S)((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, make: styled('bold') },
  { match: /^__(?=\S)((?:\\[\s\S]|[^\\])+?)__(?!_)/, make: styled('underline') },
  { match: /^~~(?=\S)((?:\\[\s\S]|[^\\])+?)~~/, make: styled('strike') },
  { match: /^\|\|([\s\S]+?)\|\|/, make: styled('spoiler') },
  { match: /^\*(?=\S)((?:\\[\s\S]|\*\*[^*]*\*\*|[^\\*])+?)\*(?!\*)/, make: styled('italic') },
  { match: /^_(?=\S)((?:\\[\s\S]|__[^_]*__|[^\\_])+?)_(?![\p{L}\p{N}_])/u, make: styled('italic') },
  { match: /^<@!?(\d{15,20})>/, make: (found) => ({ kind: 'user', id: found[1] ?? '' }) },
  { match: /^<@&(\d{15,20})>/, make: (found) => ({ kind: 'role', id: found[1] ?? '' }) },
  { match: /^<#(\d{15,20})>/, make: (found) => ({ kind: 'channel', id: found[1] ?? '' }) },
  { match: /^<\/([^:>]{1,100}):\d{15,20}>/, make: (found) => ({ kind: 'command', name: found[1] ?? '' }) },
  { match: /^@(?:everyone|here)\b/, make: (found) => ({ kind: 'everyone', text: found[0] }) },
  {
    match: /^<(a?):(\w{2,32}):(\d{15,20})>/,
    make: (found) => ({ kind: 'emoji', animated: found[1] === 'a', name: found[2] ?? '', id: found[3] ?? '' }),
  },
  {
    match: /^<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/,
    make: (found) => ({ kind: 'time', at: Number(found[1]) * 1000, style: found[2] ?? 'f' }),
  },
  {
    match: /^\[((?:\\[\s\S]|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: +"[^"]*")?\)/,
    make: (found, depth) => ({ kind: 'link', address: found[2] ?? '', inside: parse(found[1] ?? '', depth + 1) }),
  },
  { match: /^<(https?:\/\/[^\s>]+)>/, make: (found) => plainLink(found[1] ?? '') },
  {
    match: /^https?:\/\/(?:\([^\s<>()]*\)|[^\s<>()])*(?:\([^\s<>()]*\)|[^\s<>().,:;"'\]!?*_|~])/,
    make: (found) => plainLink(found[0]),
  },
];

export function parse(source: string, depth = 0): readonly Node[] {
  if (depth > deepest) return [{ kind: 'text', text: source }];
  const nodes: Node[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') nodes.push({ kind: 'text', text });
    text = '';
  };
  for (let at = 0; at < source.length;) {
    const lineStart = at === 0 || source[at - 1] === '\n';
    const rest = source.slice(at);
    const hit = marks.test(rest[0] ?? '') || lineStart ? find(rest, lineStart, source[at - 1]) : null;
    if (hit === null) {
      const next = plainRun(rest);
      text += next;
      at += next.length;
      continue;
    }
    const node = hit.rule.make(hit.found, depth);
    if (node.kind === 'text') text += node.text;
    else {
      flush();
      nodes.push(node);
    }
    at += hit.found[0].length;
  }
  flush();
  return nodes;
}

/** The words without any mark, for the quoted line of a reply and for notifications. */
export function plainText(nodes: readonly Node[]): string {
  return nodes.map(plainOf).join('');
}

function plainOf(node: Node): string {
  switch (node.kind) {
    case 'text':
    case 'code':
    case 'block':
    case 'everyone':
      return node.text;
    case 'user':
    case 'role':
      return '@…';
    case 'channel':
      return '#…';
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return new Date(node.at).toLocaleString();
    case 'list':
      return node.items.map(plainText).join(' ');
    case 'spoiler':
      return '█████';
    default:
      return plainText(node.inside);
  }
}

/** Where any rule can begin within a line. */
const marks = /[\\`*_~|<@[h]/;

/** What certainly holds no mark: one character, and on to the next mark or the end of the line. */
function plainRun(rest: string): string {
  return rest[0] === '\n' ? '\n' : (/^[\s\S][^\\`*_~|<@[h\n]*/.exec(rest)?.[0] ?? rest);
}

function find(rest: string, lineStart: boolean, before: string | undefined) {
  for (const rule of [...blockRules, ...inlineRules]) {
    if (rule.atLineStart && !lineStart) continue;
    // snake_case is a word, not italics.
    if (rest[0] === '_' && before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue;
    const found = rule.match.exec(rest);
    if (found) return { rule, found };
  }
  return null;
}

function list(source: string, ordered: boolean, depth: number): Node {
  const lines = source.replace(/\n$/, '').split('\n');
  return {
    kind: 'list',
    ordered,
    items: lines.map((line) => parse(line.replace(/^ *(?:[-*]|\d{1,4}\.) +/, ''), depth + 1)),
  };
}

function plainLink(address: string): Node {
  return { kind: 'link', address, inside: [{ kind: 'text', text: address }] };
}
