import type { Language } from '../language.ts';
import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { isOurId } from '../ids.ts';
import { escapeMarkdown } from './escape.ts';
import { permissionNames } from './permission-names.ts';
import { en } from './texts/en.ts';
import type { TextKey, Values, ValuesOf } from './texts/keys.ts';
import { textsOf } from './texts/languages.ts';

/**
 * A text for a person to read. Values are put in as they are: escape what people wrote before (see `escapeMarkdown`).
 * A text that the language lacks is English.
 */
export function text<Key extends TextKey>(key: Key, values: ValuesOf<Key>, language: Language): string {
  return fill(key, values, language);
}

/** The same for what was stored as a key and values: notices, tells, problems. A key of another version is named, not hidden. */
export function storedText(stored: { readonly text: string; readonly with: Values }, language: Language): string {
  if (!isTextKey(stored.text)) return text('notice.unknown', { key: stored.text }, language);
  return fill(stored.text, stored.with, language);
}

/** How to mend a problem, where there are words for it. */
export function fixText(problem: { readonly text: string; readonly with: Values }, language: Language): string | null {
  const key = problem.text.replace(/^problem\./, 'fix.');
  return isTextKey(key) && key !== problem.text ? fill(key, problem.with, language) : null;
}

/**
 * A notice, or another stored text, with values that people may have written: they are escaped, ids of people become names,
 * and what is nothing but a mention or a link stays one.
 */
export function noticeText(
  stored: { readonly text: string; readonly with: Values },
  nameOf: (person: string) => string,
  language: Language,
): string {
  const values = Object.entries(stored.with).map(([name, value]) => [name, shown(value, nameOf)] as const);
  return storedText({ text: stored.text, with: Object.fromEntries(values) }, language);
}

function shown(value: string | number, nameOf: (person: string) => string): string | number {
  if (typeof value === 'number' || /^<(?:@&?|#)\d{17,20}>$/.test(value)) return value;
  if (/^https?:\/\/[^\s<>()]+$/.test(value)) return value;
  return isOurId(value) ? nameOf(value) : escapeMarkdown(value);
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key) || Object.hasOwn(en, `${key}_other`);
}

/** Discord shows `<t:…>` in each reader's own time zone. https://docs.discord.com/developers/reference#message-formatting */
export function timestamp(at: number, style: 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R' = 'f'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

function fill(key: string, given: Values, language: Language): string {
  const { count, permissions } = given;
  const values =
    typeof permissions === 'string' ? { ...given, permissions: permissionNames(permissions, language) } : given;
  if (typeof count === 'number') return texts().t(counted(key, count, language), { replace: values, lng: language });
  if (Object.keys(values).length > 0) return texts().t(key, { replace: values, lng: language });
  const place = `${language} ${key}`;
  const said = fixed.get(place) ?? texts().t(key, { lng: language });
  fixed.set(place, said);
  return said;
}

/**
 * The form of a text for so many. i18next would answer in English where a language has forms that its text does not:
 * French and Spanish count millions differently.
 */
function counted(key: string, count: number, language: Language): string {
  if (!Object.hasOwn(en, `${key}_other`)) return key;
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  const form = `${key}_${rules.select(count)}`;
  return Object.hasOwn(textsOf[language], form) ? form : `${key}_other`;
}

const plurals = new Map<Language, Intl.PluralRules>();

/** Texts that nothing is filled into, once looked up: a long transcript asks for them at every line. */
const fixed = new Map<string, string>();

let loaded: i18n | undefined;

/** Made when the first text is needed; nothing is read from anywhere, so it is there at once. */
function texts(): i18n {
  if (loaded) return loaded;
  const made = createInstance({
    lng: 'en',
    fallbackLng: 'en',
    resources: Object.fromEntries(
      Object.entries(textsOf).map(([language, translation]) => [language, { translation }]),
    ),
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  void made.init();
  made.services.formatter?.add('when', (at: number) => timestamp(at));
  made.services.formatter?.add('when-relative', (at: number) => timestamp(at, 'R'));
  loaded = made;
  return made;
}
