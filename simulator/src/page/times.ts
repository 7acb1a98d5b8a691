/** How instants (epoch milliseconds) are shown, in the reader's own language and zone. */

export function clockTime(at: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(at);
}

export function fullTime(at: number): string {
  return valid(at, () => new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(at));
}

export function dayTitle(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(at);
}

export function dayOf(at: number): string {
  return new Date(at).toDateString();
}

/** Like the head of a message: today's by the hour, older ones with their day. */
export function messageTime(at: number, now: number): string {
  if (dayOf(at) === dayOf(now)) return clockTime(at);
  if (dayOf(at) === dayOf(now - 86_400_000)) return `Yesterday at ${clockTime(at)}`;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
export function styledTime(at: number, style: string): string {
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
    s: { dateStyle: 'short', timeStyle: 'short' },
    S: { dateStyle: 'short', timeStyle: 'medium' },
  };
  return valid(at, () => new Intl.DateTimeFormat(undefined, styles[style] ?? styles['f']).format(at));
}

export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** Timestamps beyond what a date can hold are what Discord shows for them. */
function valid(at: number, show: () => string): string {
  return Number.isFinite(new Date(at).getTime()) ? show() : 'Invalid date';
}
