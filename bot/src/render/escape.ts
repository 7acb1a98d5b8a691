/** Makes what people wrote harmless where we put it into a text of ours, such as a name in a notice. */

/**
 * Shows a text as it is: no formatting, no mention, no link.
 * A backslash before punctuation is not shown by Discord; `@everyone` is broken by a space of no width.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<>[\]()#]/g, '\\$&')
    .replace(/^([ \t]{0,8})(-)/gm, '$1\\$2')
    .replace(/^([ \t]{0,8}\d{1,9})\./gm, '$1\\.')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/@(?=everyone|here)/g, '@\u200b');
}

/** One line without what cannot be seen: control characters, directions, spaces without width, fillers, piles of accents. */
export function cleanLine(text: string): string {
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text)) return text;
  return text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/(?<!\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu, '')
    .replace(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
}

/** At most `most` UTF-16 units, ending with `…` where something was left out; never half a character. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
