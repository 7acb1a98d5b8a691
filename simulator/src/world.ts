import type { Clock } from './clock.ts';
import type { Ways } from './options.ts';
import type { State } from './state.ts';

/** What every part of the simulator is given. */
export interface World {
  readonly state: State;
  readonly clock: Clock;
  /** A new snowflake of 18 or 19 digits, from Discord's epoch and our clock; never repeated. */
  newId(): string;
  /** Seeded: the same run gives the same numbers. From 0 to 1. */
  random(): number;
  readonly events: Events;
  readonly ways: Ways;
  /** Sessions that were started since `since`, by application: counted for a day at a time. */
  readonly sessionStarts: Map<string, { readonly since: number; used: number }>;
  /** Servers that are out, by id; they end with the process. */
  readonly outages: Map<string, OutageReach>;
  /** Where the simulator answers, like `http://127.0.0.1:4000`, without a slash at the end. */
  readonly url: string;
}

/** Who is cut off from a server that is out: everybody, or only the gateway, while people and requests go on. */
export type OutageReach = 'everywhere' | 'gateway';

/**
 * Something happened that clients may hear of. `to` says who may: everyone who can see the channel or the server, or just the two of a DM.
 * `data` makes the wire form for one receiver, since content is stripped and permissions differ; it is only called for receivers.
 */
export interface Happening {
  /** The gateway's name, like MESSAGE_CREATE. */
  readonly name: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** Only these accounts (DMs, ephemeral messages, interactions). */
  readonly onlyFor?: readonly string[];
  /** Who could see it, where the state can no longer tell: a channel that was just deleted. */
  readonly seenBy?: (receiver: string) => boolean;
  /** `receiver` is the user id of a bot or person. */
  readonly data: (receiver: string) => Record<string, unknown>;
}

/** The gateway and the people listen; the REST routes and the people tell. */
export interface Events {
  tell(happening: Happening): void;
  /** Returns a function that stops listening. */
  listen(listener: (happening: Happening) => void): () => void;
}
