import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimestring, writeTimestring } from '../src/settings/timestring.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  ['2h30m', 2.5 * hour],
  ['3 days', 3 * day],
  ['1w', 7 * day],
  ['1 MONTH', 30 * day],
  ['1mon', 30 * day],
  ['1m', minute],
  ['1y', 365 * day],
  ['  2 H 30 Min ', 2.5 * hour],
  ['1.5h', 1.5 * hour],
  ['90 seconds', 1.5 * minute],
  ['0', 0],
])('"%s" is understood', (text, ms) => {
  expect(parseTimestring(text)).toEqual({ ms });
});

test.each([
  ['', 'is not a length of time'],
  ['soon', 'is not a length of time'],
  ['-5m', 'is not a length of time'],
  ['5m!', 'is not a length of time'],
  ['m', 'is not a length of time'],
  ['5', 'needs a unit: 5m is minutes'],
  ['5 fortnights', 'unknown unit "fortnights"'],
  ['1h 2h', 'twice'],
  ['1h 2 hours', 'twice'],
  ['101y', 'longer than 100 years'],
])('"%s" is refused, and the reason is said', (text, reason) => {
  expect(parseTimestring(text)).toMatchObject({ wrong: expect.stringContaining(reason) });
});

test('a length of time that was written is read back, in any case and with any spaces', () => {
  const seconds = fc.integer({ min: 0, max: 3_000_000_000 });
  fc.assert(
    fc.property(seconds, fc.boolean(), fc.boolean(), (length, shouting, spacious) => {
      let written = writeTimestring(length * 1000);
      if (shouting) written = written.toUpperCase();
      if (spacious) written = written.replace(/(\D+)/g, ' $1 ');
      expect(parseTimestring(written)).toEqual({ ms: length * 1000 });
    }),
  );
});

test('any text is either understood or refused with a reason', () => {
  const pieces = fc.array(fc.oneof(fc.nat().map(String), fc.constantFrom('h', 'm', 'mon', ' ', '.', 'd'), fc.string()));
  fc.assert(
    fc.property(pieces, (parts) => {
      const parsed = parseTimestring(parts.join(''));
      if ('ms' in parsed) expect(Number.isSafeInteger(parsed.ms)).toBe(true);
      else expect(parsed.wrong).not.toBe('');
    }),
  );
});
