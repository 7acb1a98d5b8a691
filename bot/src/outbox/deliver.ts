import type { Clock } from '../clock.ts';
import { Refused, SlowDown } from '../refusal.ts';
import { createLoop } from '../loop.ts';
import type { Claim } from '../bookkeeping.ts';
import { createClaiming } from './claiming.ts';
import type { Store, Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { keepHold } from './keep-hold.ts';
import type { Attempt, Sent } from './sent.ts';

export interface DeliverParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly send: (delivery: Delivery, attempt: Attempt) => Promise<Sent>;
  /** A refusal that the delivery's own code does not expect: it is final, so it is made visible and struck off. */
  readonly giveUp: (tables: Tables, delivery: Delivery, refusal: Refused) => Promise<void>;
  /** It is paid. */
  readonly accepted: (tables: Tables, delivery: Delivery) => Promise<void>;
  /** The token is worth nothing any more. */
  readonly onUnauthorized: (refusal: Refused) => void;
  readonly onError: (error: unknown, delivery: Delivery | null) => void;
  /** From 0 to 1; spreads retries. */
  readonly random: () => number;
}

export interface Deliverer {
  /** The store's, and what is owed because of it is begun as soon as it is committed. */
  readonly transaction: Store['transaction'];
  /** Looks for what is due. */
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
  let stopping = false;
  let turning = false;
  const idlers: (() => void)[] = [];
  const loop = createLoop({ clock, turn, onError: (error) => parts.onError(error, null) });
  const { transaction, ...claiming } = createClaiming({
    clock,
    store,
    width,
    lease,
    begin: (claim) => payLane({ ...parts, transaction, waits: loop.wake, stopping: () => stopping }, claim),
    letGo(wasFull) {
      if (wasFull) loop.wake();
      settle();
    },
  });

  async function turn(): Promise<number | null> {
    turning = true;
    try {
      await claiming.takeAll();
      return claiming.hasRoom() ? await store.tables.outbox.nextAt() : null;
    } finally {
      turning = false;
      settle();
    }
  }

  function settle(): void {
    if (turning || claiming.held() > 0) return;
    for (const resolve of idlers.splice(0)) resolve();
  }

  return {
    transaction,
    wake: loop.wake,
    async idle() {
      for (;;) {
        const next = await store.tables.outbox.nextAt();
        const isWorking = turning || claiming.held() > 0;
        if (!isWorking && (next === null || next > clock.now())) return;
        const settled = new Promise<void>((resolve) => idlers.push(resolve));
        if (!isWorking) loop.wake();
        await settled;
      }
    },
    async stop() {
      stopping = true;
      claiming.stop();
      await loop.stop();
      if (claiming.held() > 0) await new Promise<void>((resolve) => idlers.push(resolve));
    },
  };
}

interface PayParts extends DeliverParts {
  readonly transaction: Store['transaction'];
  /** A lane waits for its time. */
  readonly waits: () => void;
  readonly stopping: () => boolean;
}

/** Pays one after the other what is owed in a lane, as long as it is ours and we go on. */
async function payLane(parts: PayParts, first: Claim): Promise<void> {
  let claim: Claim | null = first;
  const letGo = keepHold(parts, first, lease);
  try {
    while (claim !== null && !parts.stopping()) claim = await pay(parts, claim);
    if (claim !== null) await leave(parts, claim, parts.clock.now(), null);
  } catch (error) {
    parts.onError(error, claim?.head.delivery ?? null);
    // What came of it could not be written down: the lane is taken again when it is nobody's any more.
    parts.clock.after(lease, parts.waits);
  } finally {
    letGo();
  }
}

/** Sends the head of a lane; returns the lane with its next head, or null when it is let go. */
async function pay(parts: PayParts, claim: Claim): Promise<Claim | null> {
  const { clock } = parts;
  const { head } = claim;
  const startedAt = clock.now();
  const firstTriedAt = head.firstTriedAt ?? startedAt;
  let sent: Sent;
  let isRefused = false;
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
    isRefused = true;
    sent = { record: (tables) => parts.giveUp(tables, head.delivery, error) };
  }
  if (sent.notBefore !== undefined) return leave(parts, claim, sent.notBefore, null, sent.record);
  return parts.transaction(async (tables) => {
    await sent.record?.(tables);
    if (!isRefused) await parts.accepted(tables, head.delivery);
    const now = clock.now();
    return tables.outbox.done(claim, now, now + lease);
  });
}

async function putOff(parts: PayParts, claim: Claim, firstTriedAt: number, error: unknown): Promise<null> {
  const now = parts.clock.now();
  if (error instanceof SlowDown) return leave(parts, claim, now + error.afterMs, null);
  parts.onError(error, claim.head.delivery);
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(claim.head.attempts, 20));
  const at = now + pause * (0.75 + parts.random() / 2);
  const tried = { firstTriedAt, error: error instanceof Error ? error.name : 'unknown' };
  return leave(parts, claim, Math.round(at), tried);
}

type Tried = Parameters<Tables['outbox']['later']>[2];

/** The lane waits with what is at its head. */
async function leave(
  { store, waits }: PayParts,
  claim: Claim,
  at: number,
  tried: Tried,
  record?: Sent['record'],
): Promise<null> {
  await store.transaction(async (tables) => {
    await record?.(tables);
    await tables.outbox.later(claim, at, tried);
  });
  waits();
  return null;
}
