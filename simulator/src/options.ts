import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';
import type { State } from './state.ts';

/** In which ways this Discord behaves, where the real one has changed or may do one thing or the other. */
export interface Ways {
  /**
   * Channels that a bot may not view reach it as `___hidden___` without what is in them, and are not listed. Discord does so to every
   * bot since November 2026; false is as it was before, with every channel in full.
   * https://docs.discord.com/developers/resources/channel, "Obfuscated Channels"
   */
  readonly hidesChannels: boolean;
  /**
   * Milliseconds within which each server comes after READY, at a moment drawn by lot. Until its GUILD_CREATE a bot hears nothing of what
   * happens in a server but interactions. 0: all come at once.
   * https://docs.discord.com/developers/events/gateway-events#guild-create
   */
  readonly guildDelay: number;
  /**
   * Milliseconds by which an event may come after the answer to the request that caused it: about every second one is held back for a
   * time drawn by lot, those of one channel in their order. 0: events come before the answer.
   * https://docs.discord.com/developers/reference#consistency
   */
  readonly skew: number;
  /**
   * Blocks an address once it has been answered 401, 403 or 429 (but for shared limits) so often within ten minutes; Discord's number is
   * 10,000. `as` is what it gets until they are over: Cloudflare's page with a Retry-After, or JSON without one; both have been seen.
   * Null: nobody is blocked. https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
   */
  readonly blocks: { readonly after: number; readonly as: 'page' | 'json' } | null;
}

export interface SimulatorOptions extends Partial<Ways> {
  readonly clock?: Clock;
  /** Same seed, same ids and numbers. */
  readonly seed?: number;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Refuses requests over the limits with 429; headers are always there. */
  readonly enforceLimits?: boolean;
  /** How often clients are told to send heartbeats, in milliseconds; 41250 like Discord when absent. */
  readonly heartbeatMs?: number;
  /** State of an earlier run; it becomes the world's own and changes with it. */
  readonly state?: State;
  /** Answers what is neither Discord's API, its gateway nor its CDN: the sandbox's page. Without it that is 404. */
  readonly otherwise?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Hears of every request and its answer. */
  readonly observe?: (exchange: Exchange) => void;
}

export interface Exchange {
  readonly method: string;
  /** Without /api/v10, like `/channels/123/messages`. */
  readonly path: string;
  /** The route's own, like `/channels/{channel_id}/messages`. */
  readonly route: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  readonly request: unknown;
  /** How many files came with it. */
  readonly files?: number;
  readonly status: number;
  readonly response: unknown;
  readonly at: number;
  /** When its head arrived, by `stopwatch()` in clock.ts: for measuring, since the simulator's own time may stand still. */
  readonly arrivedAt: number;
}
