import { pino } from 'pino';
import type { LogLevel } from './config.ts';
import { mayPass } from './refusal.ts';

/**
 * For operators. `message` is a fixed text; what varies goes into `details`: ids, numbers and fixed words, and an error as `error`.
 * Never message text, names or tokens.
 */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** `json` for programs, `lines` for people. */
  readonly style: 'json' | 'lines';
  readonly write: (line: string) => void;
}

export function createLog({ level, style, write }: LogOptions): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withPlainErrors },
    },
    { write: (line) => write(style === 'json' ? line : readable(line)) },
  );
}

/** Of an error only its own words and place: those of the REST client carry the whole request. */
function withPlainErrors(details: Record<string, unknown>): Record<string, unknown> {
  const plain = Object.entries(details).map(([name, value]) => [name, value instanceof Error ? inWords(value) : value]);
  return Object.fromEntries(plain);
}

function inWords(error: Error): string {
  const cause = error.cause instanceof Error ? `\nbecause of ${inWords(error.cause)}` : '';
  const words = `${error.name}: ${error.message}`;
  // Where in our code we heard of it helps nobody, and while it lasts there are many.
  return withoutSecrets(mayPass(error) ? words : (error.stack ?? words)) + cause;
}

/** Webhook and interaction addresses hold a secret after the id. */
function withoutSecrets(text: string): string {
  return text.replace(/(\/(?:webhooks|interactions)\/\d+\/)[^/?\s'")]+/g, '$1…');
}

/** `12:30:01 warn  The message {"field":1}`, and an error below it. */
function readable(line: string): string {
  const { time, level, msg, error, ...details } = JSON.parse(line) as Record<string, unknown>;
  const shown = Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`;
  const below = error === undefined ? '' : `\n  ${String(error).replaceAll('\n', '\n  ')}`;
  return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)}${shown}${below}\n`;
}
