import type { Application } from '../state.ts';

/** What a connection is to a session: somewhere to send frames. */
export interface Receiver {
  send(frame: string): void;
}

/** One identified client, also while it is away and may still resume. */
export interface Session {
  readonly id: string;
  readonly application: Application;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** The last sequence number that was given out. */
  sequence: number;
  receiver: Receiver | null;
  /** Stops the countdown to the session's end, which runs while nobody is connected. */
  keep: (() => void) | null;
  /** Servers whose GUILD_CREATE is still to come; nothing is heard of them before. */
  readonly awaited: Set<string>;
  /** The last frames, for replay; `frames[0]` has the number `sequence - frames.length + 1`. */
  frames: string[];
}

/** How many frames are kept for replay. Discord does not say how many it keeps. */
const mostFrames = 10_000;

/** Gives an event its number, keeps it and sends it. `data` is the JSON of `d`. */
export function dispatch(session: Session, name: string, data: string): void {
  session.sequence += 1;
  const frame = `{"t":"${name}","s":${session.sequence},"op":0,"d":${data}}`;
  session.frames.push(frame);
  // Cut in large pieces, since cutting one off the front moves all others.
  if (session.frames.length > mostFrames * 1.25) session.frames = session.frames.slice(-mostFrames);
  session.receiver?.send(frame);
}

/** What a client that heard everything up to `sequence` has missed; null when that is no longer known, or was never said. */
export function missedSince(session: Session, sequence: number): string[] | null {
  const missed = session.sequence - sequence;
  if (missed < 0 || missed > session.frames.length) return null;
  return missed === 0 ? [] : session.frames.slice(-missed);
}

/** https://docs.discord.com/developers/events/gateway#sharding: what has no server is for shard 0. */
export function isForShard(session: Session, guildId: string | null): boolean {
  const [id, count] = session.shard;
  if (count === 1) return true;
  if (guildId === null) return id === 0;
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
