import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/language.ts';
import { storedText } from '../src/render/notices.ts';
import { en } from '../src/render/texts/en.ts';
import { textsOf } from '../src/render/texts/languages.ts';

const english: Readonly<Record<string, string>> = en;

/** What Discord or we take apart, and what people must type: it stands in every language as it is. */
const kept = {
  values: /\{\{[^}]*\}\}/g,
  // What is typed behind our own command is in one's own language.
  code: /`(?:\{\{prefix\}\}\w+|[^`]*`)/g,
  commands: /(?<![\w/<}])\/[a-z][a-z-]*/g,
  settings: /\b[a-z]+=[\w<>-]+/gi,
  signs: /\p{Extended_Pictographic}/gu,
  bold: /\*\*/g,
  small: /^-# /gm,
  lines: /\n/g,
  mentions: /<[#@!&:t][^>]*>/g,
  addresses: /https?:\/\/[^\s)]+/g,
} as const;

/**
 * https://docs.discord.com/developers/components/reference, https://docs.discord.com/developers/interactions/application-commands,
 * https://docs.discord.com/developers/resources/channel#forum-tag-object
 */
const mostOf = { command: 100, placeholder: 100, form: 45, label: 80, tag: 20 };

/** Texts that stand on a button or a choice. */
const labels = new Set(
  readdirSync(new URL('../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [
      ...readFileSync(new URL(path, new URL('../src/', import.meta.url)), 'utf8').matchAll(
        /label: text\(\s*'([^']+)'/g,
      ),
    ])
    .map(([, key = '']) => key),
);

describe.each(languages)('in %s', (language) => {
  const texts: Readonly<Record<string, string>> = textsOf[language];

  test('every text is there, and none that nobody asks for', () => {
    const lacking = Object.keys(english).filter((key) => !Object.hasOwn(texts, key));
    const needless = Object.keys(texts).filter((key) => !Object.hasOwn(english, key.replace(/_many$/, '_other')));
    expect({ lacking, needless }).toEqual({ lacking: [], needless: [] });
  });

  test.each(Object.keys(kept) as (keyof typeof kept)[])('every text has the same %s', (what) => {
    for (const [key, words] of Object.entries(texts)) {
      const found = [english[key.replace(/_many$/, '_other')] ?? '', words].map((said) => said.match(kept[what]) ?? []);
      const [wanted = [], is = []] = found.map((all) => all.toSorted());
      // One thing may be called "a message" in one language and "1 message" in another.
      const counts = (value: string): boolean => !(/_(one|many)$/.test(key) && value === '{{count}}');
      expect(is.filter(counts), key).toEqual(wanted.filter(counts));
    }
  });

  test('every text is one that Discord can show', () => {
    for (const [key, words] of Object.entries(texts)) {
      expect(words.trim(), key).toBe(words);
      expect(words, key).not.toBe('');
      const kind = key.startsWith('command.')
        ? 'command'
        : key.includes('placeholder')
          ? 'placeholder'
          : key.startsWith('form.') || key.startsWith('feedback.form')
            ? 'form'
            : key.startsWith('tag.')
              ? 'tag'
              : labels.has(key)
                ? 'label'
                : null;
      if (kind !== null) expect(filled(words).length, key).toBeLessThanOrEqual(mostOf[kind]);
    }
  });

  test('a million is counted in the same language', () => {
    for (const key of Object.keys(english).filter((one) => one.endsWith('_other'))) {
      const values = Object.fromEntries([...(english[key] ?? '').matchAll(/\{\{(\w+)/g)].map(([, name]) => [name, 1]));
      const said = storedText({ text: key.replace(/_other$/, ''), with: { ...values, count: 1_000_000 } }, language);
      const own = texts[key.replace(/_other$/, '_many')] ?? texts[key] ?? '?';
      const parts = own.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
      expect(said, key).toMatch(new RegExp(`^${parts.join('.*')}$`, 's'));
      expect(said, key).not.toContain('{{');
    }
  });
});

/** With values as long as they may well be. */
function filled(words: string): string {
  return words.replace(/\{\{[^}]*\}\}/g, '12345');
}

for (const language of languages.filter((one) => one !== 'en'))
  test(`nothing is left in English in ${language}`, () => {
    const same = Object.entries(textsOf[language]).filter(([key, words]) => words === english[key]);
    // One word may be the same in two languages; two in a row are not, but in the names of other bots.
    const left = same.filter(
      ([key, words]) =>
        !key.startsWith('setup.preset-') && (words.replace(/\{\{[^}]*\}\}/g, '').match(/\p{L}{2,}/gu) ?? []).length > 1,
    );
    expect(left).toEqual([]);
  });

test('in French no line breaks before a mark that follows a space', () => {
  for (const [key, words] of Object.entries(textsOf.fr ?? {})) {
    expect(words, key).not.toMatch(/ [:;!?»]|« /);
    expect(words.replace(/`[^`]*`|\w+:\/\/|\{\{[^}]*\}\}|\d:\d/g, ''), key).not.toMatch(
      /[^\s\u00a0][:;!?»]|«[^\u00a0]/,
    );
  }
});
