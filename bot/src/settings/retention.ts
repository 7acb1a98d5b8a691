import type { Field } from './fields.ts';
import { settingField } from './fields.ts';
import { parseTimestring } from './timestring.ts';

const day = 24 * 60 * 60_000;
const most = 3650;

/** In whole days; 0 keeps everything. */
export function retention(): Field<number> {
  return settingField<number>('90 days', readRetention, writeRetention);
}

export function readRetention(given: unknown): { readonly value: number } | { readonly wrong: string } {
  if (given === null || given === '' || given === 'keep' || given === 'none' || given === 'off') return { value: 0 };
  const days = typeof given === 'string' ? daysIn(given) : given;
  if (typeof days === 'number' && Number.isInteger(days) && days >= 0 && days <= most) return { value: days };
  return { wrong: `must be keep, or 1 to ${most} whole days` };
}

export function writeRetention(days: number): string {
  return days === 0 ? 'keep' : `${days}d`;
}

function daysIn(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  const parsed = parseTimestring(written);
  return 'ms' in parsed ? parsed.ms / day : null;
}
