import type { Clock } from '../clock.ts';
import type { Discord } from '../discord.ts';
import type { Gateway } from './gateway.ts';

/** Where the folder discord/ writes what an operator should know; a pino logger is one. Never message text, names or tokens. */
export interface DiscordLog {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface ConnectOptions {
  readonly token: string;
  /** REST base without the version, like `https://discord.com/api`. */
  readonly api: string;
  /** Like `https://cdn.discordapp.com`. */
  readonly cdn: string;
  /** The bot's global limit, 50 unless Discord raised it. */
  readonly requestsPerSecond: number;
  /** zlib-stream: less traffic, about six times the CPU per event. */
  readonly gatewayCompression: boolean;
  readonly clock: Clock;
  readonly log: DiscordLog;
  /** Which privileged intents to ask for where the portal has them switched on. */
  readonly wants: { readonly content: boolean; readonly members: boolean };
}

export interface Connected {
  readonly discord: Discord;
  readonly gateway: Gateway;
  /** What we really have; the gateway lowers it when Discord refuses an intent while identifying. */
  readonly intents: { readonly content: boolean; readonly members: boolean };
}

/** The API did not answer, or answered like something else than Discord. The message says where and what. */
export class Unreachable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'Unreachable';
  }
}

/**
 * Asks who we are and what the portal allows. Throws `Refused('unauthorized')` for a wrong token and `Unreachable` when nobody answers;
 * both carry a message fit for a last line.
 */
export async function connectDiscord(options: ConnectOptions): Promise<Connected> {
  throw new Unreachable(`${options.api} is not connected yet`, null);
}
