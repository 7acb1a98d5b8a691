import type { DiscordEvent } from '../discord.ts';
import type { GatewaySession } from '../store.ts';

/** Where the gateway keeps its session, so that the next process can go on where this one stopped. */
export interface SessionKeeper {
  load(): Promise<GatewaySession | null>;
  save(session: GatewaySession): Promise<void>;
  clear(): Promise<void>;
}

/** The connection on which Discord tells us what happens. */
export interface Gateway {
  /**
   * Connects, resuming the stored session where there is one. `onEvent` resolves once the event is written down;
   * an event whose handler has not resolved is delivered again to the next process.
   * Resolves when the first session is ready or resumed; rejects with what `failed` resolves to.
   */
  start(onEvent: (event: DiscordEvent) => Promise<void>, session: SessionKeeper): Promise<void>;
  /** Closes the connection, keeps the session, and waits for the handlers that are running. */
  stop(): Promise<void>;
  /** The highest sequence up to which every handler has resolved; 0 before the first. */
  sequence(): number;
  /** The highest sequence that has arrived. */
  received(): number;
  /** Resolves with why the gateway stopped for good: a refused token, sharding needed, and the like. */
  readonly failed: Promise<Error>;
}
