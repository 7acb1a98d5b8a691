import type { SessionInfo } from '@discordjs/ws';
import type { Clock } from '../clock.ts';
import type { BotId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { GatewaySession } from '../bookkeeping.ts';
import type { Store } from '../store.ts';
import type { Arrival } from './progress.ts';
import { createSaving } from './saving.ts';

/** Where the gateway keeps its session, so that the next process can go on where this one stopped. */
export interface SessionKeeper {
  load(): Promise<GatewaySession | null>;
  save(session: GatewaySession): Promise<void>;
  clear(): Promise<void>;
}

/** The session as far as it was received, in memory, and as far as it was dealt with, stored. */
export interface Session {
  /** Takes over the session of the process before us; its sequence, or 0 where there is none. */
  load(): Promise<number>;
  /** What this process resumes with. */
  current(): SessionInfo | null;
  set(next: SessionInfo | null): void;
  /** Everything up to `last` has been dealt with. A new session is stored at once: what follows can only be had again with it. */
  reached(last: Arrival): void;
  /** Stores what was reached. */
  save(): Promise<void>;
}

export function createSession(bot: BotId, keeper: SessionKeeper, clock: Clock, log: Log): Session {
  let current: SessionInfo | null = null;
  let last: Arrival | null = null;
  const saving = createSaving(clock, log, async () => {
    // Events of a session that Discord has ended may still be on their way.
    if (!current || last?.session !== current.sessionId) return;
    const { sessionId: session, resumeURL: resumeUrl } = current;
    await keeper.save({ bot, shard: 0, shardCount: 1, session, resumeUrl, sequence: last.sequence });
  });

  return {
    async load() {
      const stored = await keeper.load();
      if (!stored || stored.bot !== bot || stored.shardCount !== 1) return 0;
      const { session: sessionId, resumeUrl: resumeURL, sequence } = stored;
      current = { sessionId, resumeURL, sequence, shardId: 0, shardCount: 1 };
      return sequence;
    },
    current: () => current,
    set(next) {
      if (!next && current) saving.afterwards(() => keeper.clear());
      current = next;
    },
    reached(arrival) {
      const isNew = last?.session !== arrival.session;
      last = arrival;
      if (isNew) void saving.now();
      else saving.soon();
    },
    save: () => saving.now(),
  };
}

/** Keeps it in the store. */
export function keepSession({ tables, transaction }: Store, bot: BotId): SessionKeeper {
  return {
    load: () => tables.gateway.get(bot, 0),
    save: (session) => transaction((inside) => inside.gateway.put({ ...session, bot })),
    clear: () => transaction((inside) => inside.gateway.remove(bot, 0)),
  };
}
