import type { Clock } from '../clock.ts';
import { Refused, SlowDown } from '../refusal.ts';
import { createLoop } from '../loop.ts';
import type { Claim } from '../bookkeeping.ts';
import type { Store, Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import type { Attempt, Sent } from './sent.ts';

export interface DeliverParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly send: (delivery: Delivery, attempt: Attempt) => Promise<Sent>;
  /** A refusal that the delivery's own code does not expect: it is final, so it is made visible and struck off. */
  readonly giveUp: (tables: Tables, delivery: Delivery, refusal: Refused) => Promise<void>;
  /** The token is worth nothing any more. */
  readonly onUnauthorized: (refusal: Refused) => void;
  readonly onError: (error: unknown, delivery: Delivery | null) => void;
  /** From 0 to 1; spreads retries. */
  readonly random: () => number;
}

export interface Deliverer {
  /** Something was owed. */
  wake(): void;
  /** Resolves when nothing that is due is left. */
  idle(): Promise<void>;
  /** Lets the deliveries under way finish and takes no new ones. */
  stop(): Promise<void>;
}

/** So many lanes are worked on at once. */
const width = 64;
/** How long a lane is ours before another process may take it. */
const lease = 60_000;
const firstPause = 500;
const longestPause = 5 * 60_000;

/** Pays what we owe: takes the head of every due lane, sends it, and writes down what came of it. */
export function createDeliverer(parts: DeliverParts): Deliverer {
  const { clock, store } = parts;
  const working = new Set<Promise<void>>();
  let stopping = false;
  let turning = false;
  const idlers: (() => void)[] = [];
  const loop = createLoop({ clock, turn, onError: (error) => parts.onError(error, null) });

  async function turn(): Promise<number | null> {
    turning = true;
    try {
      while (!stopping && working.size < width) {
        const now = clock.now();
        const claims = await store.transaction((tables) => tables.outbox.take(now, now + lease, width - working.size));
        for (const claim of claims) begin(claim);
        if (claims.length === 0) break;
      }
      return stopping ? null : await store.tables.outbox.nextAt();
    } finally {
      turning = false;
      settle();
    }
  }

  function begin(claim: Claim): void {
    const work: Promise<void> = payLane(parts, claim, () => stopping)
      .catch((error: unknown) => parts.onError(error, claim.head.delivery))
      .finally(() => {
        working.delete(work);
        loop.wake();
      });
    working.add(work);
  }

  function settle(): void {
    if (turning || working.size > 0) return;
    for (const resolve of idlers.splice(0)) resolve();
  }

  return {
    wake: loop.wake,
    async idle() {
      for (;;) {
        const next = await store.tables.outbox.nextAt();
        const isWorking = turning || working.size > 0;
        if (!isWorking && (next === null || next > clock.now())) return;
        const settled = new Promise<void>((resolve) => idlers.push(resolve));
        if (!isWorking) loop.wake();
        await settled;
      }
    },
    async stop() {
      stopping = true;
      await loop.stop();
      await Promise.allSettled(working);
    },
  };
}

/** Pays one after the other what is owed in a lane, as long as it is ours and we go on. */
async function payLane(parts: DeliverParts, first: Claim, stopping: () => boolean): Promise<void> {
  const { clock, store } = parts;
  let claim: Claim | null = first;
  while (claim !== null && !stopping()) claim = await pay(parts, claim);
  if (claim !== null) await store.transaction((tables) => tables.outbox.later(claim, clock.now(), null));
}

/** Sends the head of a lane; returns the lane with its next head, or null when it is let go. */
async function pay(parts: DeliverParts, claim: Claim): Promise<Claim | null> {
  const { clock, store } = parts;
  const { head } = claim;
  const startedAt = clock.now();
  const firstTriedAt = head.firstTriedAt ?? startedAt;
  let sent: Sent;
  try {
    sent = await parts.send(head.delivery, {
      unsure: claim.interrupted || head.attempts > 0,
      firstTriedAt,
      unknownStart: claim.interrupted && head.firstTriedAt === null,
    });
  } catch (error) {
    if (!(error instanceof Refused)) return putOff(parts, claim, firstTriedAt, error);
    if (error.reason === 'unauthorized') {
      parts.onUnauthorized(error);
      return putOff(parts, claim, firstTriedAt, error);
    }
    sent = { record: (tables) => parts.giveUp(tables, head.delivery, error) };
  }
  return store.transaction(async (tables) => {
    if (sent.notBefore !== undefined) {
      await tables.outbox.later(claim, sent.notBefore, null);
      return null;
    }
    await sent.record?.(tables);
    const now = clock.now();
    return tables.outbox.done(claim, now, now + lease);
  });
}

async function putOff(parts: DeliverParts, claim: Claim, firstTriedAt: number, error: unknown): Promise<null> {
  const { clock, store } = parts;
  const now = clock.now();
  if (error instanceof SlowDown) {
    await store.transaction((tables) => tables.outbox.later(claim, now + error.afterMs, null));
    return null;
  }
  parts.onError(error, claim.head.delivery);
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(claim.head.attempts, 20));
  const at = now + pause * (0.75 + parts.random() / 2);
  const tried = { firstTriedAt, error: error instanceof Error ? error.name : 'unknown' };
  await store.transaction((tables) => tables.outbox.later(claim, Math.round(at), tried));
  return null;
}
