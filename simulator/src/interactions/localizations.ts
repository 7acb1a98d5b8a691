import { isGiven, readChoice, readFields, readText, type Fields } from '../rules/read.ts';

/** https://docs.discord.com/developers/reference#locales */
export const locales: readonly string[] = [
  ...[
    'ar',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'en-GB',
    'en-US',
    'es-419',
    'es-ES',
    'fi',
    'fr',
    'he',
    'hi',
    'hr',
    'hu',
    'id',
  ],
  ...['it', 'ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
];

/**
 * Names and descriptions in other languages follow the rules of the one that they stand for.
 * https://docs.discord.com/developers/interactions/application-commands#localization
 */
export function checkLocalizations(value: unknown, path: string, most: number, check = noMore): void {
  if (!isGiven(value)) return;
  for (const [locale, words] of Object.entries(readFields(value, path))) {
    const here = `${path}.${locale}`;
    readChoice(locale, here, locales);
    if (isGiven(words)) check(readText(words, here, most, 1), here);
  }
}

const noMore: (words: string, path: string) => void = () => undefined;

/** What is listed for those who do not ask for other languages, down to the last choice. */
export function withoutLocalizations(part: Fields): Fields {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = part;
  const inner = (['options', 'choices'] as const).flatMap((field) => {
    const list = rest[field];
    return Array.isArray(list) ? [[field, list.map((one) => withoutLocalizations(one as Fields))] as const] : [];
  });
  return { ...rest, ...Object.fromEntries(inner) };
}

/** What somebody reads whose client speaks this language. */
export function inLocale(part: Fields, field: 'name' | 'description', locale: string): string {
  const words = part[`${field}_localizations`];
  const own = isGiven(words) ? readFields(words, field)[locale] : undefined;
  return String(own ?? part[field] ?? '');
}
