import type { OutageReach } from './world.ts';

/** What one can break, on purpose. */
export interface Faults {
  /**
   * Fails matching requests. `when: 'before'` answers without acting; `'after'` acts and then fails, so that the caller cannot know.
   * `status` 0 cuts the connection; 429 carries `retryAfter` (seconds) and `scope`.
   */
  fail(rule: {
    readonly method?: string;
    /** A part of the path, or an expression on it. */
    readonly path?: string | RegExp;
    readonly when: 'before' | 'after';
    readonly status: number;
    readonly code?: number;
    readonly message?: string;
    readonly retryAfter?: number;
    readonly scope?: 'user' | 'global' | 'shared';
    /** How many requests; all until `clear` when absent. */
    readonly times?: number;
  }): void;
  /** Holds matching requests for so long, before acting or after. */
  delay(rule: {
    readonly method?: string;
    readonly path?: string | RegExp;
    readonly when: 'before' | 'after';
    readonly ms: number;
    readonly times?: number;
  }): void;
  /** Delivers every matching event so many times; 0 loses it. */
  duplicate(rule: { readonly event: string; readonly copies: number; readonly times?: number }): void;
  /** Cuts every gateway socket. `code` closes with it instead; `resumable: false` also forgets the session. */
  dropGateway(how?: { readonly code?: number; readonly resumable?: boolean }): void;
  /** Asks every client to reconnect (op 7). */
  askReconnect(): void;
  /** Asks every client for a heartbeat right now (op 1). */
  askHeartbeat(): void;
  /** Stops accepting gateway connections until told otherwise. */
  refuseGateway(refuse: boolean): void;
  /** No more heartbeat answers: a zombie connection. */
  muteHeartbeats(mute: boolean): void;
  /**
   * A server's outage, until it is called with `out` false. Bots are told GUILD_DELETE with `unavailable`, hear nothing of the server, and
   * GUILD_CREATE when it is back; requests about it are answered 503, and nobody can act in it. With `reach` "gateway" only connections are
   * cut off from it: people go on there, and requests work.
   */
  guildOutage(guildId: string, out: boolean, reach?: OutageReach): void;
  clear(): void;
}
