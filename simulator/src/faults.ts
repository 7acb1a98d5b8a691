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
  clear(): void;
}
