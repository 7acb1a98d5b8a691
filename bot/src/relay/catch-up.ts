import type { Clock } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { DestinationParts } from '../intake/destination.ts';
import { compare } from './compare.ts';
import { fillGap } from './fill-gap.ts';
import { createGaps } from './gaps.ts';
import type { History, HistoryParts } from './history.ts';
import { createMissed, type Missed } from './missed.ts';
import { askAtOnce, createReadBudget } from './read-budget.ts';
import { rememberedIn } from './remembered.ts';
import { sweepChannels, type VisitChannel } from './sweep.ts';
import { tellGap } from './tell-gap.ts';
import { createWhole } from './whole.ts';

export interface CatchUpParts extends Omit<HistoryParts, 'ask'> {
  readonly clock: Clock;
  readonly log: Log;
  readonly enabled: DestinationParts['enabled'];
  /** At most this many requests per second, a third of what Discord grants; live messages keep the rest. */
  readonly requestsPerSecond: number;
}

export interface CatchUp {
  /** Everything may have a gap from now on. */
  begin(): Promise<void>;
  /** Something happened in a channel and waits for what was missed there: that is read before what nobody waits for. */
  hurry(channel: ChannelId): void;
  /** Reads what was missed in a channel, edits and deletions too, before anything newer of that channel is handled. */
  before(channel: ChannelId, history: History): Promise<void>;
  /** Something may have been missed in the channels that `search` finds, now; they are to be visited. */
  again(search: () => Promise<readonly ChannelId[]>): Promise<readonly ChannelId[]>;
  /** Reads what was typed in a new ticket channel before it was known to be one. */
  atFirst(channel: ChannelId, history: History): Promise<void>;
  /** Goes through every channel that may have a gap, open tickets first; `visit` puts a channel into its lane. */
  sweep(visit: VisitChannel): Promise<void>;
  /** Goes on with what an earlier process did not finish. */
  resume(): Promise<void>;
  /** Asks for nothing any more; what was not read is read by the next process. */
  stop(): void;
}

export function createCatchUp(parts: CatchUpParts): CatchUp {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Whatever was read before does not count any more. */
  let lost = new AbortController();
  const onFailure = (error: unknown): void => parts.log.warn({ error }, 'a channel cannot be read, and will be later');
  const budget = createReadBudget({ ...parts, perSecond: parts.requestsPerSecond, signal });
  const reading: HistoryParts = { ...parts, ask: budget.ask };
  const whole = createWhole(parts);
  const gaps = createGaps(parts);
  /** What was fetched by readings that failed, until one that does not. */
  const untold = new Map<ChannelId, Missed>();

  function missedIn(channel: ChannelId): Missed {
    const missed = untold.get(channel) ?? createMissed();
    untold.set(channel, missed);
    return missed;
  }

  return {
    async begin() {
      await whole.lose();
      lost.abort();
      lost = new AbortController();
      await tellGap(parts);
    },
    hurry(channel) {
      if (whole.isBehind() || gaps.any()) budget.hurry(channel);
    },
    again: gaps.find,
    async before(channel, history) {
      const hasGap = await gaps.take(channel);
      const since = whole.losses();
      if (hasGap || !(await whole.has(channel))) {
        const isPlace = await readMissed(reading, channel, history, missedIn(channel)).catch((error: unknown) => {
          if (hasGap) gaps.putBack(channel);
          throw error;
        });
        untold.delete(channel);
        if (whole.isBehind()) await whole.add(channel, since, isPlace);
      }
      budget.settled(channel);
    },
    atFirst: (channel, history) =>
      fillGap({ ...reading, ask: askAtOnce({ ...parts, signal }) }, channel, history, { message: () => undefined }),
    async sweep(visit) {
      while (whole.isBehind() && !signal.aborted) {
        const since = whole.losses();
        const ends = AbortSignal.any([signal, lost.signal]);
        const read: VisitChannel = async (channel) => (await whole.has(channel)) || visit(channel);
        await sweepChannels({ ...parts, onFailure }, read, ends);
        if (!ends.aborted) await whole.all(since);
      }
    },
    resume: whole.load,
    stop: () => stopping.abort(),
  };
}

/**
 * What was written, then what was changed of what had been written before; staff are told. False for a channel that is neither an open
 * ticket's nor direct messages.
 */
async function readMissed(parts: HistoryParts, channel: ChannelId, history: History, missed: Missed): Promise<boolean> {
  const remembered = await rememberedIn(parts, channel);
  await fillGap(parts, channel, history, missed);
  if (remembered !== null) await compare(parts, channel, remembered, history, missed);
  await missed.tell(parts, channel);
  return remembered !== null;
}
