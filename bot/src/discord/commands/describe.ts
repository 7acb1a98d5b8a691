import { Locale } from 'discord-api-types/v10';
import type { CommandOption, CommandSpec, InLocales } from '../../discord.ts';
import { languageOf } from '../../language.ts';
import { text } from '../../render/notices.ts';
import type { TextKey } from '../../render/texts/keys.ts';

type Label = Extract<TextKey, `command.${string}` | `panel.style-${string}`>;

/** What a command or an option of one is for, in every language. Its name is the same in all of them, so that people speak of one thing. */
export function described(key: Label): Pick<CommandSpec, 'description' | 'descriptions'> {
  return { description: text(key, {}, 'en'), descriptions: inLocales(key) };
}

/** One of the choices that an option offers, in every language. */
export function called(key: Label): Pick<NonNullable<CommandOption['choices']>[number], 'name' | 'names'> {
  return { name: text(key, {}, 'en'), names: inLocales(key) };
}

/**
 * The same text for each of Discord's locales that is not shown the English one anyway.
 * https://docs.discord.com/developers/interactions/application-commands#localization
 */
export function inLocales(key: Label): InLocales {
  const texts: Record<string, string> = {};
  for (const locale of Object.values(Locale)) {
    const language = languageOf(locale);
    if (language !== null && language !== 'en') texts[locale] = text(key, {}, language);
  }
  return texts;
}
