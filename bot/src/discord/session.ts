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

/** `wanted`: the intents that a new session is begun with, as Discord's bits. */
export function createSession(
  bot: BotId,
  keeper: SessionKeeper,
  { clock, log, wanted }: { readonly clock: Clock; readonly log: Log; readonly wanted: () => number },
): Session {
  let current: SessionInfo | null = null;
  let intents = 0;
  let last: Arrival | null = null;
  const saving = createSaving(clock, log, async () => {
    // Events of a session that Discord has ended may still be on their way.
    if (!current || last?.session !== current.sessionId) return;
    const { sessionId: session, resumeURL: resumeUrl } = current;
    await keeper.save({ bot, shard: 0, shardCount: 1, session, resumeUrl, sequence: last.sequence, intents });
  });

  return {
    async load() {
      const stored = await keeper.load();
      if (!stored || stored.bot !== bot || stored.shardCount !== 1) return 0;
      // It would go on without what has been switched on since, for as long as it can be resumed.
      if ((wanted() & ~stored.intents) !== 0) return 0;
      intents = stored.intents;
      const { session: sessionId, resumeUrl: resumeURL, sequence } = stored;
      current = { sessionId, resumeURL, sequence, shardId: 0, shardCount: 1 };
      return sequence;
    },
    current: () => current,
    set(next) {
      if (!next && current) saving.afterwards(() => keeper.clear());
      if (next && next.sessionId !== current?.sessionId) intents = wanted();
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
export function keepSession({ tables, transaction }: Store, bot: BotId, clock: Pick<Clock, 'now'>): SessionKeeper {
  return {
    load: () => tables.gateway.get(bot, 0),
    save: (session) =>
      transaction(async (inside) => {
        await inside.gateway.put({ ...session, bot });
        await inside.reading.heard(bot, clock.now());
      }),
    clear: () => transaction((inside) => inside.gateway.remove(bot, 0)),
  };
}
