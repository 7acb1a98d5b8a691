/** The languages in which people are spoken to, as settings write them. Each has its texts in render/texts. */
export const languages = ['en', 'de', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/**
 * Ours for one of Discord's locales, like `en-GB` or `es-419`; null where there are no texts for it.
 * https://docs.discord.com/developers/reference#locales
 */
export function languageOf(locale: string | null): Language | null {
  const spoken = locale?.split('-', 1)[0];
  return languages.find((language) => language === spoken) ?? null;
}
