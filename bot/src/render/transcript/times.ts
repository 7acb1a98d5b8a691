/** Instants as people read them, in one language and time zone. The formats are made once: making one takes longer than using it. */

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

export function timesIn(locale: string, timeZone: string): Times {
  const language = locale === 'en' ? 'en-GB' : locale;
  const made = new Map<string, Intl.DateTimeFormat>();
  const show = (at: number, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone });
    made.set(key, format);
    return format.format(at);
  };
  return {
    day: (at) => show(at, { dateStyle: 'full' }),
    clock: (at) => show(at, { timeStyle: 'short' }),
    moment: (at) => show(at, { dateStyle: 'medium', timeStyle: 'short' }),
    styled: (at, style) => show(at, styles[style] ?? styles.f!),
  };
}

/** https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};
