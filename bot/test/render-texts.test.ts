import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Language, languageOf, languages } from '../src/language.ts';
import { escapeMarkdown } from '../src/render/escape.ts';
import { isTextKey, noticeText, storedText, text } from '../src/render/notices.ts';
import { en } from '../src/render/texts/en.ts';
import { permissions } from '../src/render/texts/en/permissions.ts';
import { permissionLabels } from '../src/settings/checks/permissions.ts';

test('one thing is spoken of differently from several', () => {
  expect(text('ask-server.kept', { count: 1 }, 'en')).toBe('Your message is kept until you choose.');
  expect(text('ask-server.kept', { count: 2 }, 'en')).toBe('Your 2 messages are kept until you choose.');
});

test('what people wrote is filled in as it is, even when it looks like a text of ours', () => {
  for (const hostile of ['{{server}}', '$t(answer.sent)', '$& $1 $$', '<b>&amp;</b>', '{{at, when}}'])
    expect(text('ask-server.chosen', { server: hostile }, 'en')).toBe(`Your message goes to **${hostile}**.`);
});

test('instants are shown in the time zone of whoever reads them', () => {
  expect(text('notice.downtime', { count: 1, from: 1_700_000_000_999, to: 1_700_000_060_000 }, 'en')).toBe(
    'I was away. 1 message between <t:1700000000:f> and <t:1700000060:f> was fetched.',
  );
  expect(text('member.cooldown', { server: 'Harbour', at: 1_700_000_000_000 }, 'en')).toContain('<t:1700000000:R>');
});

test('of Discord’s locales those are known that there are texts for', () => {
  const known = ['en-US', 'en-GB', 'de', 'fr', 'es-ES', 'es-419'].map(languageOf);
  expect(known).toEqual(['en', 'en', 'de', 'fr', 'es', 'es']);
  for (const other of ['da', 'pt-BR', 'zh-CN', 'sv-SE', 'tr', 'EN', '', '-', null])
    expect(languageOf(other)).toBeNull();
});

test('a stored text of another version is named', () => {
  for (const key of ['notice.of-tomorrow', 'constructor', 'toString', '__proto__'])
    expect(storedText({ text: key, with: {} }, 'en')).toBe(
      `Something happened here that this version cannot describe (${key}).`,
    );
});

test('mentions and links that stand alone in a notice stay what they are, everything else is escaped', () => {
  const shown = (by: string) => noticeText({ text: 'notice.claimed', with: { by } }, () => 'Sam', 'en');
  expect(shown('<#300000000000000001>')).toBe('<#300000000000000001> took this ticket.');
  expect(shown('https://example.com/a_b')).toBe('https://example.com/a_b took this ticket.');
  expect(shown('see https://example.com')).toBe('see https\\://example.com took this ticket.');
  expect(shown('01kq8x0000zzzzzzzzzzzzzzzz')).toBe('Sam took this ticket.');
});

test('permissions are called as the reader’s own Discord calls them', () => {
  const said = (permissions: string, language: Language): string =>
    storedText({ text: 'problem.no-permission', with: { where: '#tickets', permissions } }, language);
  const lacked = [permissionLabels.sendMessagesInThreads, permissionLabels.sendMessages].join(', ');
  expect(said(lacked, 'en')).toBe(`In #tickets I lack: ${lacked}.`);
  expect(said(lacked, 'de')).toContain(': Nachrichten in Threads senden, Nachrichten senden.');
  expect(said(escapeMarkdown(permissionLabels.mentionEveryone), 'fr')).toContain(
    'Mentionner @\u200beveryone, @\u200bhere et tous les rôles.',
  );
  const names = Object.entries(permissionLabels).map(([name, label]) => [`permission.${name}`, label]);
  expect(Object.fromEntries(names)).toEqual(permissions);
});

test('every text is one that Discord can show', () => {
  for (const [key, words] of Object.entries(en)) {
    expect(words.trim(), key).toBe(words);
    expect(words, key).not.toBe('');
    if (key.startsWith('command.')) expect(words.length, key).toBeLessThanOrEqual(100);
    if (key.startsWith('form.')) expect(words.length, key).toBeLessThanOrEqual(key.includes('placeholder') ? 100 : 45);
  }
});

test('every text that the program speaks of is there', () => {
  const areas = [...new Set(Object.keys(en).map((key) => key.split('.', 1)[0]))].join('|');
  const spoken = new RegExp(`'((?:${areas})\\.[a-z]+(?:[.-][a-z]+)*)'`, 'g');
  const source = new URL('../src/', import.meta.url);
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.includes('texts')) continue;
    for (const [, key = ''] of readFileSync(new URL(path, source), 'utf8').matchAll(spoken))
      expect(isTextKey(key), `${key} in ${path}`).toBe(true);
  }
});

test('no text is written down twice: one would hide the other', async () => {
  const folder = new URL('../src/render/texts/', import.meta.url);
  for (const language of languages) {
    const files = readdirSync(new URL(`${language}/`, folder));
    const parts = await Promise.all(
      files.map((name) => import(new URL(`${language}/${name}`, folder).href) as Promise<object>),
    );
    const keys = parts.flatMap((file) => Object.values(file).flatMap((part: object) => Object.keys(part)));
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  }
});
