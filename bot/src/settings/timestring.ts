/** How long something lasts, as people write it: `2h30m`, `3 days`, `1w`. Case and spaces are free; `m` is minutes, `mon` is months. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds by unit, longest first; a month is 30 days and a year 365. */
const units = [
  { ms: 365 * day, short: 'y', names: ['y', 'yr', 'yrs', 'year', 'years'] },
  { ms: 30 * day, short: 'mon', names: ['mon', 'mons', 'month', 'months'] },
  { ms: 7 * day, short: 'w', names: ['w', 'wk', 'wks', 'week', 'weeks'] },
  { ms: day, short: 'd', names: ['d', 'day', 'days'] },
  { ms: hour, short: 'h', names: ['h', 'hr', 'hrs', 'hour', 'hours'] },
  { ms: minute, short: 'm', names: ['m', 'min', 'mins', 'minute', 'minutes'] },
  { ms: second, short: 's', names: ['s', 'sec', 'secs', 'second', 'seconds'] },
] as const;

/** Longer than any timer that makes sense; keeps sums exact. */
const longest = 100 * 365 * day;

/** `wrong` continues a sentence that starts with the name of what was set; `is` names the same for those who say it otherwise. */
export type Timestring =
  | { readonly ms: number }
  | {
      readonly wrong: string;
      readonly is: 'needs-unit' | 'unreadable' | 'unknown-unit' | 'unit-twice' | 'too-long';
    };

export function parseTimestring(text: string): Timestring {
  const written = text.trim().toLowerCase();
  if (written === '0') return { ms: 0 };
  if (/^\d+$/.test(written))
    return { wrong: `needs a unit: ${written}m is minutes, ${written}h is hours`, is: 'needs-unit' };
  if (!/^(\d+(\.\d+)?\s*[a-z]+\s*)+$/.test(written))
    return { wrong: `is not a length of time: "${text}"`, is: 'unreadable' };

  let ms = 0;
  const seen = new Set<number>();
  for (const [, amount = '', name = ''] of written.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)/g)) {
    const unit = units.find(({ names }) => (names as readonly string[]).includes(name));
    if (unit === undefined)
      return { wrong: `has an unknown unit "${name}"; known are y, mon, w, d, h, m and s`, is: 'unknown-unit' };
    if (seen.has(unit.ms)) return { wrong: `names the unit "${name}" twice`, is: 'unit-twice' };
    seen.add(unit.ms);
    ms += Number(amount) * unit.ms;
  }
  if (ms > longest) return { wrong: 'is longer than 100 years', is: 'too-long' };
  return { ms: Math.round(ms) };
}

/** As `parseTimestring`; nothing said is 0, which stands for no end. */
export function readDuration(text: string): Timestring {
  return text.trim() === '' ? { ms: 0 } : parseTimestring(text);
}

/** The shortest way to write it, in whole seconds: `2h30m`. `parseTimestring` reads it back. */
export function writeTimestring(ms: number): string {
  let rest = Math.round(ms / second) * second;
  let written = '';
  for (const unit of units) {
    const amount = Math.floor(rest / unit.ms);
    rest -= amount * unit.ms;
    if (amount > 0) written += `${amount}${unit.short}`;
  }
  return written === '' ? '0' : written;
}
