import type { Clock } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { SlowDown } from '../refusal.ts';

/** How much may be asked of Discord for what was missed. */
export interface ReadBudget {
  /** Makes a request on behalf of a channel when it is its turn, and again after a pause that Discord demands; rejects once it is stopped. */
  readonly ask: Ask;
  /** Somebody waits for this channel: its requests go before all others. */
  hurry(channel: ChannelId): void;
  /** Nobody waits for it any more. */
  settled(channel: ChannelId): void;
}

export type Ask = <Answer>(channel: ChannelId, request: () => Promise<Answer>) => Promise<Answer>;

interface Parts {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface Waiting {
  readonly channel: ChannelId;
  readonly go: () => void;
  readonly giveUp: (reason: unknown) => void;
}

const second = 1000;

/**
 * At most `perSecond` requests in any second, spread evenly, so that one that somebody waits for never stands behind a heap of them.
 */
export function createReadBudget(parts: Parts & { readonly perSecond: number }): ReadBudget {
  const { clock, signal } = parts;
  const perSecond = Math.max(1, Math.floor(parts.perSecond));
  const spacing = Math.floor(second / perSecond);
  const urgent = new Set<ChannelId>();
  const waiting: Waiting[] = [];
  /** When the requests of the last second were made. */
  let made: number[] = [];
  let isHandingOut = false;

  /** How long the next request has to wait. */
  function pause(now: number): number {
    // What seems to be of the future was made before somebody set the clock back.
    made = made.filter((at) => at > now - second && at <= now);
    const [oldest] = made;
    if (oldest !== undefined && made.length >= perSecond) return oldest + second - now;
    return Math.max(0, (made.at(-1) ?? -Infinity) + spacing - now);
  }

  async function handOut(): Promise<void> {
    isHandingOut = true;
    try {
      while (waiting.length > 0) {
        const wait = pause(clock.now());
        if (wait > 0) {
          await clock.sleep(wait, signal);
          continue;
        }
        const hurried = waiting.findIndex(({ channel }) => urgent.has(channel));
        const [next] = waiting.splice(Math.max(0, hurried), 1);
        made.push(clock.now());
        next?.go();
      }
    } catch (error) {
      for (const { giveUp } of waiting.splice(0)) giveUp(error);
    } finally {
      isHandingOut = false;
    }
  }

  function turn(channel: ChannelId): Promise<void> {
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise((go, giveUp) => {
      waiting.push({ channel, go, giveUp });
      if (!isHandingOut) void handOut();
    });
  }

  return {
    ask: (channel, request) => withPauses(parts, () => turn(channel).then(request)),
    hurry: (channel) => void urgent.add(channel),
    settled: (channel) => void urgent.delete(channel),
  };
}

/** Without turns, for what has to be known at once. */
export function askAtOnce(parts: Parts): Ask {
  return (_, request) => withPauses(parts, request);
}

async function withPauses<Answer>({ clock, signal }: Parts, request: () => Promise<Answer>): Promise<Answer> {
  for (;;)
    try {
      return await request();
    } catch (error) {
      if (!(error instanceof SlowDown)) throw error;
      await clock.sleep(error.afterMs, signal);
    }
}
