import type { Clock } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import type { CatchUp } from './catch-up.ts';
import type { History } from './history.ts';
import { createLanes } from './lanes.ts';
import { createPatience } from './patience.ts';

/** What happens in a channel, in its order, behind what was missed there. */
export interface ChannelLanes {
  /** Something happened in a channel. */
  run(channel: ChannelId, work: () => Promise<void>): Promise<void>;
  /** Nothing happened in it, but something may have been missed. */
  visit(channel: ChannelId): Promise<void>;
  /** The same once, without waiting for anything: false where something happens in it, which reads what was missed by itself. */
  look(channel: ChannelId): Promise<boolean>;
  /** It is new, and something may have been typed in it before we knew of it. */
  atFirst(channel: ChannelId): Promise<void>;
  idle(): Promise<void>;
  /** Nothing is waited for any more: what failed last is thrown. */
  stop(): void;
}

export function createChannelLanes(
  parts: { readonly clock: Clock; readonly catchUp: Pick<CatchUp, 'hurry' | 'before' | 'atFirst'> },
  history: History,
  bound: number,
): ChannelLanes {
  const { catchUp } = parts;
  const lanes = createLanes(bound);
  const patience = createPatience(parts);
  const inOrder = (channel: ChannelId, work: () => Promise<void>): Promise<void> =>
    lanes.run(channel, () => patience.of(() => catchUp.before(channel, history).then(work)));
  return {
    run(channel, work) {
      catchUp.hurry(channel);
      return inOrder(channel, work);
    },
    visit: (channel) => inOrder(channel, async () => undefined),
    async look(channel) {
      if (!lanes.isFree(channel)) return false;
      await lanes.run(channel, () => catchUp.before(channel, history));
      return true;
    },
    atFirst: (channel) => lanes.run(channel, () => catchUp.atFirst(channel, history)),
    idle: lanes.idle,
    stop: patience.stop,
  };
}
