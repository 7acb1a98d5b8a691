import type { Clock } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { fillGap, tellMissed, type GapParts, type History } from './fill-gap.ts';
import { askAtOnce, createReadBudget } from './read-budget.ts';
import { sweepChannels } from './sweep.ts';
import { createWhole } from './whole.ts';

export interface CatchUpParts extends Omit<GapParts, 'ask'> {
  readonly clock: Clock;
  /** At most this many requests per second, a third of what Discord grants; live messages keep the rest. */
  readonly requestsPerSecond: number;
}

export interface CatchUp {
  /** Everything may have a gap from now on. */
  begin(): Promise<void>;
  /** Something happened in a channel and waits for what was missed there: that is read before what nobody waits for. */
  hurry(channel: ChannelId): void;
  /** Reads what was missed in a channel, before anything newer of that channel is handled. */
  before(channel: ChannelId, history: History): Promise<void>;
  /** Reads what was typed in a new ticket channel before it was known to be one. */
  atFirst(channel: ChannelId, history: History): Promise<void>;
  /** Goes through every channel that may have a gap, open tickets first; `visit` puts a channel into its lane. */
  sweep(visit: (channel: ChannelId) => Promise<void>): Promise<void>;
  /** Goes on with what an earlier process did not finish. */
  resume(): Promise<void>;
  /** Asks for nothing any more; what was not read is read by the next process. */
  stop(): void;
}

export function createCatchUp(parts: CatchUpParts): CatchUp {
  const stopping = new AbortController();
  const { signal } = stopping;
  const budget = createReadBudget({ ...parts, perSecond: parts.requestsPerSecond, signal });
  const reading: GapParts = { ...parts, ask: budget.ask };
  const whole = createWhole(parts);

  return {
    begin: whole.lose,
    hurry(channel) {
      if (whole.isBehind()) budget.hurry(channel);
    },
    async before(channel, history) {
      const since = whole.losses();
      if (!(await whole.has(channel))) {
        await fillGap(reading, channel, history, (missed) => tellMissed(reading, channel, missed));
        await whole.add(channel, since);
      }
      budget.settled(channel);
    },
    atFirst: (channel, history) =>
      fillGap({ ...reading, ask: askAtOnce({ ...parts, signal }) }, channel, history, async () => undefined),
    async sweep(visit) {
      while (whole.isBehind() && !signal.aborted) {
        const since = whole.losses();
        await sweepChannels(
          parts,
          async (channel) => ((await whole.has(channel)) ? undefined : visit(channel)),
          signal,
        );
        if (!signal.aborted) await whole.all(since);
      }
    },
    resume: whole.load,
    stop: () => stopping.abort(),
  };
}
