/** When a team is there, as people write it: `mon-fri 9:00-17:00, sat 10:00-14:00`. A range may go past midnight. */

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const minutesOfDay = 24 * 60;

/** Minutes since Monday, 0:00. `to` may lie beyond the week's end. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** `hours`: the same in its shortest form. `wrong` continues a sentence that starts with the name of what was set. */
export type WeeklyHours = { readonly hours: string } | { readonly wrong: string };

export function parseWeeklyHours(text: string): WeeklyHours {
  const parts = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?- ?/g, '-')
    .split(/ ?[,;] ?/);
  for (const part of parts) {
    const ranges = readPart(part);
    if (typeof ranges === 'string') return { wrong: ranges };
  }
  return { hours: parts.join(', ') };
}

/** Whether somebody is there at this time (epoch milliseconds). `hours` as `parseWeeklyHours` gives them. */
export function isWithin(hours: string, timezone: string, at: number): boolean {
  const minute = minuteOfWeek(timezone, at);
  return hours.split(', ').some((part) => {
    const ranges = readPart(part);
    return typeof ranges !== 'string' && ranges.some((range) => holds(range, minute));
  });
}

function holds({ from, to }: Range, minute: number): boolean {
  const later = minute + 7 * minutesOfDay;
  return (minute >= from && minute < to) || (later >= from && later < to);
}

/** One range for each of the days, or what is wrong. */
function readPart(part: string): readonly Range[] | string {
  const [, first = '', last = first, from = '', to = ''] =
    /^([a-z]+)(?:-([a-z]+))? (\d{1,2}(?::\d\d)?)-(\d{1,2}(?::\d\d)?)$/.exec(part) ?? [];
  if (first === '') return `has "${part}", which is not days and hours`;
  const [start, end] = [first, last].map((name) => days.indexOf(name.slice(0, 3))) as [number, number];
  if (start < 0 || end < 0) return `has an unknown day in "${part}"; days are ${days.join(', ')}`;
  const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
  if (opens === null || closes === null) return `has an impossible time in "${part}"`;
  if (opens === closes) return `begins and ends at the same time in "${part}"`;
  const count = ((end - start + 7) % 7) + 1;
  const lasts = closes > opens ? closes - opens : closes - opens + minutesOfDay;
  return Array.from({ length: count }, (_, index) => {
    const begins = ((start + index) % 7) * minutesOfDay + opens;
    return { from: begins, to: begins + lasts };
  });
}

function minuteOfDay(text: string): number | null {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  const minutes = hour * 60 + minute;
  return minute < 60 && minutes <= minutesOfDay ? minutes : null;
}

function minuteOfWeek(timezone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = days.indexOf((parts['weekday'] ?? '').toLowerCase());
  return day * minutesOfDay + Number(parts['hour']) * 60 + Number(parts['minute']);
}
