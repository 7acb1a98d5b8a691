import type { Language } from '../../language.ts';
/**
 * Instants as people read them, in one language and time zone, to the minute. The formats are made once: making one takes
 * longer than using it, and using it longer than remembering the minute before.
 */

export interface Times {
  /** `Tuesday, 14 November 2023` */
  readonly day: (at: number) => string;
  /** `14:03` */
  readonly clock: (at: number) => string;
  /** `14 Nov 2023, 14:03` */
  readonly moment: (at: number) => string;
  /** In one of Discord's styles. A document cannot count on, so the relative style shows the moment. */
  readonly styled: (at: number, style: string) => string;
}

export function timesIn(locale: Language, timeZone: string): Times {
  const language = locale === 'en' ? 'en-GB' : locale;
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const made = new Intl.DateTimeFormat(language, { ...options, timeZone });
    let last = { minute: Number.NaN, shown: '' };
    return (at) => {
      const minute = Math.floor(at / 60_000);
      if (minute !== last.minute) last = { minute, shown: made.format(at) };
      return last.shown;
    };
  };
  const byStyle = new Map(Object.entries(styles).map(([style, options]) => [style, format(options)]));
  const moment = format({ dateStyle: 'medium', timeStyle: 'short' });
  return {
    day: format({ dateStyle: 'full' }),
    clock: format({ timeStyle: 'short' }),
    moment,
    styled: (at, style) => (byStyle.get(style) ?? moment)(at),
  };
}

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'short' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
