import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitParts, splitText } from '../src/render/split.ts';

const hardCharacters = fc.constantFrom('👩‍👩‍👧', '🇩🇪', 'e\u0301\u0302', '👍🏽', '\u200b', '\u202e', 'ß', '漢', '𝔘');
const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(' ', '\n', '\n\n', '```', '```ts\n', '\n```\n', '`', '\\```', '> ', '||', '**'),
  },
  { weight: 2, arbitrary: hardCharacters },
  { weight: 1, arbitrary: fc.string({ minLength: 200, maxLength: 1200 }) },
  { weight: 1, arbitrary: hardCharacters.map((character) => character.repeat(150)) },
);
const writing = fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''));

describe('long texts', () => {
  test('are cut without losing or adding a character, but for the fences of code blocks', () => {
    fc.assert(
      fc.property(writing, fc.integer({ min: 100, max: 2000 }), (text, first) => {
        const parts = splitParts(text, { first });
        expect(parts.map(({ own }) => own).join('')).toBe(text);
        for (const { before, after } of parts) {
          expect(before).toMatch(/^(```[\w+\-.#]*\n)?$/);
          expect(after).toMatch(/^(\n?```)?$/);
        }
        const lengths = parts.map(({ before, own, after }) => (before + own + after).length);
        expect(Math.max(...lengths.slice(1), 0)).toBeLessThanOrEqual(2000);
        expect(lengths[0]).toBeLessThanOrEqual(first);
      }),
    );
  });

  test('never lose half of a character at a cut', () => {
    fc.assert(
      fc.property(writing, (text) => {
        for (const part of splitParts(text)) expect(part.own).not.toMatch(/[\ud800-\udfff]/u);
      }),
    );
    const families = '👩‍👩‍👧'.repeat(600);
    for (const part of splitText(families)) expect(part).toMatch(/^(👩‍👩‍👧)+$/u);
  });

  test('are cut at the end of a line, else of a word', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index} ${'x'.repeat(50)}`).join('\n');
    const parts = splitText(lines);
    expect(parts).toHaveLength(2);
    expect(parts[0]).toMatch(/x\n$/);
    expect(parts[1]).toMatch(/^line/);
    expect(splitText('word '.repeat(700))[1]).toMatch(/^word/);
  });

  test('go on in a code block of the same language', () => {
    const code = Array.from({ length: 120 }, (_, index) => `const value${index} = ${index}; // and some more`).join(
      '\n',
    );
    const parts = splitText(`Look:\n\`\`\`ts\n${code}\n\`\`\`\nWhat do you think?`);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]).toMatch(/^Look:\n```ts\nconst value0 /);
    for (const part of parts.slice(0, -1)) expect(part).toMatch(/\n```$/);
    for (const part of parts.slice(1)) expect(part).toMatch(/^```ts\nconst value\d+ = /);
    expect(parts.at(-1)).toMatch(/```\nWhat do you think\?$/);
    for (const part of parts) expect(part.match(/```/g)).toHaveLength(2);
  });

  test('keep a code block whole that fits into one message', () => {
    const block = `\`\`\`\n${'a line of code\n'.repeat(100)}\`\`\``;
    const parts = splitText(`${'Some words. '.repeat(60)}\n${block}`);
    expect(parts).toHaveLength(2);
    expect(parts[1]).toBe(block);
  });

  test('take three backticks that are never closed for text', () => {
    const parts = splitText(`\`\`\`ts ${'word '.repeat(500)}`);
    expect(parts.slice(1).join('')).not.toContain('```');
  });

  test('of nothing but white space are not sent', () => {
    expect(splitText(`a${'\n'.repeat(5000)}b`)).toHaveLength(2);
    expect(splitText(' \n ')).toEqual([]);
  });

  test('take time in proportion to their length, however they are made', () => {
    for (const unit of ['```', '`', 'a', '\n', '```a```', '```a\n', '\u0301', '👩‍', ' ```x\ny``` ']) {
      const text = unit.repeat(Math.ceil(400_000 / unit.length));
      const before = performance.now();
      splitParts(text);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });
});
