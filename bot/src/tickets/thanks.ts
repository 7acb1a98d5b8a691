import type { Content } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import { besideThanks, thanksWords } from './thanks-words.ts';

/**
 * Whether somebody only says thank you: short, without a question or anything carried along, and each word of it is known. In doubt
 * it is not: then it is read by staff.
 */
export function isThanks(
  content: Content,
  { lateThanksLength, lateThanksWords }: Pick<Settings, 'lateThanksLength' | 'lateThanksWords'>,
): boolean {
  const { text } = content;
  if (!isBare(content) || [...text.trim()].length > lateThanksLength) return false;
  const said = tokensOf(text);
  if (said === null) return false;
  const own = lateThanksWords?.split(',').filter((phrase) => phrase.trim() !== '');
  return isMadeOf(said, phrasesOf(own ?? thanksWords), phrasesOf(besideThanks));
}

function isBare({ files, stickers, embeds, poll, forwarded, things = [], unknown }: Content): boolean {
  return (
    [files, stickers, embeds, things, unknown].every((list) => list.length === 0) && poll === null && forwarded === null
  );
}

const emoji = /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*/u;
const words = new RegExp(`[\\p{L}\\p{M}\\p{N}'’]+|${emoji.source}`, 'gu');
/** Marks that ask for nothing. */
const quiet = /[\s.,!¡…~\-–—、。]/g;
/** Faces made of signs. */
const faces = /(?:[:;=]-?[)dp]|<3|\^\^)/g;

/** Null where there is something that is neither a word nor an emoji, like a question mark or a link. */
function tokensOf(text: string): readonly string[] | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(faces, ' ');
  const rest = plain.replace(words, '').replace(quiet, '');
  return rest === '' ? (plain.match(words) ?? []).map(bare) : null;
}

/** Skin and variants do not matter, nor how long somebody stays on a letter. */
function bare(token: string): string {
  return token.replace(/\uFE0F|\p{Emoji_Modifier}/gu, '').replace(/(\p{L})\1{2,}/gu, '$1');
}

type Phrases = readonly (readonly string[])[];

/** The longest first, so that none hides another. */
function phrasesOf(list: readonly string[]): Phrases {
  return list
    .map((phrase) => tokensOf(phrase) ?? [])
    .filter((phrase) => phrase.length > 0)
    .toSorted((a, b) => b.length - a.length);
}

function isMadeOf(said: readonly string[], thanks: Phrases, beside: Phrases): boolean {
  let thanked = false;
  for (let at = 0; at < said.length;) {
    const startsHere = (phrase: readonly string[]): boolean => phrase.every((word, index) => said[at + index] === word);
    const phrase = thanks.find(startsHere) ?? beside.find(startsHere);
    if (phrase === undefined) return false;
    thanked ||= thanks.includes(phrase);
    at += phrase.length;
  }
  return thanked;
}
