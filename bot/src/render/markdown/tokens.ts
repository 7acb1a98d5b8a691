import type { Inline } from './tree.ts';

/** Things in a text that stand for themselves: mentions, emoji, times, links. Each is recognised at one place, in bounded time. */

export interface Token {
  readonly node: Inline;
  readonly end: number;
}

const mention = /<(@[!&]?|#)(\d{15,20})>/y;
const emoji = /<(a?):(\w{1,32}):(\d{15,20})>/y;
const time = /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y;
const command = /<\/([\p{L}\p{N}_-]{1,32}(?: [\p{L}\p{N}_-]{1,32}){0,2}):\d{15,20}>/uy;
const angled = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
const bare = /https?:\/\/[^\s<]{1,2000}/iy;
const everyone = /@(everyone|here)\b/y;

/** What stands at `at`, if it is one of those. */
export function tokenAt(text: string, at: number): Token | null {
  switch (text[at]) {
    case '<':
      return angledAt(text, at);
    case '@': {
      const found = match(everyone, text, at);
      return found && { node: { is: 'everyone', who: found[1] as 'everyone' | 'here' }, end: everyone.lastIndex };
    }
    case 'h':
    case 'H':
      return bareLinkAt(text, at);
    default:
      return null;
  }
}

function angledAt(text: string, at: number): Token | null {
  const mentioned = match(mention, text, at);
  if (mentioned) {
    const is = mentioned[1] === '#' ? 'channel' : mentioned[1] === '@&' ? 'role' : 'user';
    return { node: { is, id: mentioned[2] ?? '' }, end: mention.lastIndex };
  }
  const pictured = match(emoji, text, at);
  if (pictured) {
    const [, animated, name = '', id = ''] = pictured;
    return { node: { is: 'emoji', name, id, animated: animated === 'a' }, end: emoji.lastIndex };
  }
  const timed = match(time, text, at);
  if (timed && Math.abs(Number(timed[1])) <= latestSecond)
    return { node: { is: 'time', at: Number(timed[1]), style: timed[2] ?? 'f' }, end: time.lastIndex };
  const commanded = match(command, text, at);
  if (commanded) return { node: { is: 'command', name: commanded[1] ?? '' }, end: command.lastIndex };
  const linked = match(angled, text, at);
  const url = linked && safeUrl(linked[1] ?? '');
  return linked && url ? { node: link(url, linked[1] ?? ''), end: angled.lastIndex } : null;
}

/** The end of JavaScript's time, in seconds. */
const latestSecond = 8_640_000_000_000;

/** A link goes on to the next space; what ends a sentence or closes a bracket around it does not belong to it. */
function bareLinkAt(text: string, at: number): Token | null {
  const found = match(bare, text, at)?.[0];
  if (found === undefined) return null;
  const shown = found.slice(0, linkLength(found));
  const url = safeUrl(shown);
  return url === null ? null : { node: link(url, shown), end: at + shown.length };
}

function linkLength(found: string): number {
  let unopened = count(found, ')') - count(found, '(');
  let length = found.length;
  for (; length > 0; length -= 1) {
    const last = found[length - 1] ?? '';
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!`.,:;"']`.includes(last)) break;
  }
  return length;
}

const masked =
  /\]\(\s?(?:<([^\s<>]{1,2000})>|((?:[^\s<>()[\]\\]|\([^\s<>()[\]\\]{0,500}\)){1,2000}))(?:\s"[^"\n]{0,300}")?\s?\)/y;

/** The target of `[words](target)`, when `](` stands at `at`. */
export function targetAt(text: string, at: number): { readonly url: string; readonly end: number } | null {
  const found = match(masked, text, at);
  const url = found && safeUrl(found[1] ?? found[2] ?? '');
  return url ? { url, end: masked.lastIndex } : null;
}

/** The address if its scheme is harmless, as the browser will understand it. */
function safeUrl(address: string): string | null {
  if (!/^(?:https?:\/\/|mailto:)./i.test(address)) return null;
  try {
    const { protocol, href } = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

function link(url: string, shown: string): Inline {
  return { is: 'link', url, children: [{ is: 'text', text: shown }] };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
