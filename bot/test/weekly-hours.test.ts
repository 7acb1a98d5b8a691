import { describe, expect, test } from 'vitest';
import { parseAssignments } from '../src/settings/assignments.ts';
import { isWithin, parseWeeklyHours } from '../src/settings/weekly-hours.ts';

/** Whether the team is there; the hours as an admin writes them. */
function isThere(written: string, at: string, timezone = 'UTC'): boolean {
  const parsed = parseWeeklyHours(written);
  if ('wrong' in parsed) throw new Error(parsed.wrong);
  return isWithin(parsed.hours, timezone, Date.parse(at));
}

describe('When the team is there', () => {
  test.each([
    ['mon-fri 9:00-17:00', '2026-03-02T09:00Z', true],
    ['mon-fri 9:00-17:00', '2026-03-02T16:59Z', true],
    ['mon-fri 9:00-17:00', '2026-03-02T17:00Z', false],
    ['mon-fri 9:00-17:00', '2026-03-07T12:00Z', false],
    ['Monday - Friday 9 - 17; Sat 10:00-14:00', '2026-03-07T12:00Z', true],
    // Past midnight, and past the end of the week.
    ['fri 22:00-2:00', '2026-03-07T01:59Z', true],
    ['fri 22:00-2:00', '2026-03-07T02:00Z', false],
    ['sun 22:00-2:00', '2026-03-02T01:00Z', true],
    ['sat-mon 0:00-24:00', '2026-03-08T23:59Z', true],
    ['sat-mon 0:00-24:00', '2026-03-10T00:00Z', false],
  ])('%s at %s: %s', (written, at, there) => expect(isThere(written, at)).toBe(there));

  test('the clock on the wall counts, also when summer time has begun', () => {
    expect(isThere('mon-sun 9:00-17:00', '2026-03-28T08:30Z', 'Europe/Berlin')).toBe(true);
    expect(isThere('mon-sun 9:00-17:00', '2026-03-30T07:30Z', 'Europe/Berlin')).toBe(true);
    expect(isThere('mon-sun 9:00-17:00', '2026-03-30T15:30Z', 'Europe/Berlin')).toBe(false);
  });

  test.each([
    ['weekdays', 'has "weekdays", which is not days and hours'],
    ['foo 9-17', 'has an unknown day in "foo 9-17"; days are mon, tue, wed, thu, fri, sat, sun'],
    ['mon 9:00-25:00', 'has an impossible time in "mon 9:00-25:00"'],
    ['mon 9:60-10:00', 'has an impossible time in "mon 9:60-10:00"'],
    ['mon 9:00-9:00', 'begins and ends at the same time in "mon 9:00-9:00"'],
    ['mon 9-17, ', 'has "", which is not days and hours'],
  ])('%j is refused with what is wrong', (written, wrong) => {
    expect(parseAssignments([`awayHours=${written}`])).toEqual({
      problems: [{ field: 'awayHours', wrong, example: expect.stringContaining('awayHours=') }],
    });
  });
});

describe('A pause', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['2027-01-02T09:00Z', Date.parse('2027-01-02T09:00Z')],
  ])('paused=%s', (written, paused) =>
    expect(parseAssignments([`paused=${written}`])).toEqual({ change: { values: { paused }, reset: [] } }),
  );

  test('of another kind is refused', () =>
    expect(parseAssignments(['paused=until monday'])).toMatchObject({ problems: [{ field: 'paused' }] }));
});
