import type { DeliveryId } from '../ids.ts';
import type { Delivery } from '../outbox/delivery.ts';
import type { Claim, Outbox, Owed } from '../bookkeeping.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

/**
 * A lane waits (`wake_at`), is held by somebody (`locked_until`), or is idle (neither). Whoever takes it gets a new fence,
 * and everything that the holder writes asks for that fence, so that one who was too slow cannot do harm.
 */
export function outboxIn(session: Session): Outbox {
  return {
    async owe(lane, delivery, now, key) {
      const body = JSON.stringify(delivery);
      const added = await session.run(insert, { lane, kind: delivery.kind, body, key: key ?? null, now });
      if (added > 0) await session.run(wake, { lane, now });
    },
    async take(now, leaseUntil, limit) {
      const lost = await session.all(claimLost, { now, leaseUntil, limit });
      const due =
        lost.length < limit ? await session.all(claimDue, { now, leaseUntil, limit: limit - lost.length }) : [];
      return withHeads(session, [...lost, ...due]);
    },
    async takeWaiting(now, leaseUntil, limit) {
      return withHeads(session, await session.all(claimDue, { now, leaseUntil, limit }));
    },
    async done(claim, _now, leaseUntil) {
      const { lane, fence } = claim;
      if ((await session.run(strike, { id: claim.head.id, lane, fence })) === 0) return null;
      for (let version = claim.version; ;) {
        const head = await beginHead(session, lane);
        if (head) {
          const held = await session.one(holdOn, { lane, fence, leaseUntil });
          return held && { ...claimed(held), head };
        }
        if ((await session.run(goIdle, { lane, fence, version })) > 0) return null;
        const grown = await session.one(versionOf, { lane, fence });
        if (!grown) return null;
        version = grown.version;
      }
    },
    async hold({ lane, fence }, leaseUntil) {
      await session.run(hold, { lane, fence, leaseUntil });
    },
    async later(claim, at, tried) {
      const { lane, fence } = claim;
      if ((await session.run(release, { lane, fence, at })) === 0) return;
      if (tried) await session.run(countAttempt, { id: claim.head.id, ...tried });
    },
    async hurry(lane, now) {
      await session.run(hurry, { lane, now });
    },
    async nextAt() {
      return (await session.one(next, {}))?.at ?? null;
    },
    async releaseAll(now) {
      await session.run(releaseAll, { now });
    },
    async count() {
      return (await session.one(count, {}))?.count ?? 0;
    },
    async length(lane) {
      return (await session.one(length, { lane }))?.count ?? 0;
    },
  };
}

interface LaneRow {
  readonly key: string;
  readonly fence: number;
  readonly version: number;
  readonly interrupted: 0 | 1;
}

function claimed(lane: LaneRow): Omit<Claim, 'head'> {
  return { lane: lane.key, fence: lane.fence, version: lane.version, interrupted: lane.interrupted === 1 };
}

async function withHeads(session: Session, lanes: readonly LaneRow[]): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const lane of lanes) {
    const head = await beginHead(session, lane.key);
    if (head) claims.push({ ...claimed(lane), head });
    else await session.run(goIdle, { lane: lane.key, fence: lane.fence, version: lane.version });
  }
  return claims;
}

/**
 * The delivery at the head, which is being carried out from now on. It gives up its key: what is owed under the same key
 * from here on may be true only after it has looked, and must not be dropped.
 */
async function beginHead(session: Session, lane: string): Promise<Owed | null> {
  const row = await session.one(head, { lane });
  if (!row) return null;
  if (row.key !== null) await session.run(dropKey, { id: row.id });
  const { id, attempts, firstTriedAt } = row;
  return { id, lane, delivery: JSON.parse(row.body) as Delivery, attempts, firstTriedAt };
}

const insert = statement((db, $: { lane: string; kind: string; body: string; key: string | null; now: number }) =>
  db
    .insertInto('deliveries')
    .values({ lane: $.lane, kind: $.kind, body: $.body, key: $.key, attempts: 0, created_at: $.now })
    .onConflict((conflict) => conflict.column('key').where('key', 'is not', null).doNothing()),
);

const wake = statement((db, $: { lane: string; now: number }) =>
  db
    .insertInto('lanes')
    .values({ key: $.lane, wake_at: $.now, fence: 0, version: 1, interrupted: 0 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        version: row('lanes.version', '+', 1),
        wake_at: row.fn.coalesce('lanes.wake_at', 'excluded.wake_at'),
      })),
    ),
);

const laneColumns = ['key', 'fence', 'version', 'interrupted'] as const;

type Take = { readonly now: number; readonly leaseUntil: number; readonly limit: number };

const claimDue = statement((db, $: Take) =>
  db
    .updateTable('lanes')
    .set((row) => ({ locked_until: $.leaseUntil, fence: row('fence', '+', 1) }))
    .where('key', 'in', (due) =>
      due
        .selectFrom('lanes')
        .select('key')
        .where('locked_until', 'is', null)
        .where('wake_at', '<=', $.now)
        .orderBy('wake_at')
        .limit(atMost($.limit)),
    )
    .returning(laneColumns),
);

/** Lanes whose holder did not come back in time. */
const claimLost = statement((db, $: Take) =>
  db
    .updateTable('lanes')
    .set((row) => ({ locked_until: $.leaseUntil, fence: row('fence', '+', 1), interrupted: 1 }))
    .where('key', 'in', (lost) =>
      lost
        .selectFrom('lanes')
        .select('key')
        .where('locked_until', '<=', $.now)
        .orderBy('locked_until')
        .limit(atMost($.limit)),
    )
    .returning(laneColumns),
);

const head = statement((db, $: { lane: string }) =>
  db
    .selectFrom('deliveries')
    .select(['id', 'body', 'key', 'attempts', 'first_tried_at as firstTriedAt'])
    .where('lane', '=', $.lane)
    .orderBy('id')
    .limit(atMost(1)),
);

const dropKey = statement((db, $: { id: DeliveryId }) =>
  db.updateTable('deliveries').set({ key: null }).where('id', '=', $.id),
);

const strike = statement((db, $: { id: DeliveryId; lane: string; fence: number }) =>
  db
    .deleteFrom('deliveries')
    .where('id', '=', $.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('lanes')
          .select('key')
          .where('key', '=', $.lane)
          .where('fence', '=', $.fence)
          .where('locked_until', 'is not', null),
      ),
    ),
);

type Held = { readonly lane: string; readonly fence: number };

const holdOn = statement((db, $: Held & { leaseUntil: number }) =>
  db
    .updateTable('lanes')
    .set({ locked_until: $.leaseUntil, interrupted: 0 })
    .where('key', '=', $.lane)
    .where('fence', '=', $.fence)
    .returning(laneColumns),
);

const hold = statement((db, $: Held & { leaseUntil: number }) =>
  db
    .updateTable('lanes')
    .set({ locked_until: $.leaseUntil })
    .where('key', '=', $.lane)
    .where('fence', '=', $.fence)
    .where('locked_until', 'is not', null),
);

const goIdle = statement((db, $: Held & { version: number }) =>
  db
    .updateTable('lanes')
    .set({ locked_until: null, wake_at: null, interrupted: 0 })
    .where('key', '=', $.lane)
    .where('fence', '=', $.fence)
    .where('version', '=', $.version),
);

const versionOf = statement((db, $: Held) =>
  db.selectFrom('lanes').select('version').where('key', '=', $.lane).where('fence', '=', $.fence),
);

/** The mark of an interruption stays: what the holder before did with the head is as unknown as it was. */
const release = statement((db, $: Held & { at: number }) =>
  db
    .updateTable('lanes')
    .set({ locked_until: null, wake_at: $.at })
    .where('key', '=', $.lane)
    .where('fence', '=', $.fence)
    .where('locked_until', 'is not', null),
);

const hurry = statement((db, $: { lane: string; now: number }) =>
  db
    .updateTable('lanes')
    .set({ wake_at: $.now })
    .where('key', '=', $.lane)
    .where('locked_until', 'is', null)
    .where('wake_at', '>', $.now),
);

const countAttempt = statement((db, $: { id: DeliveryId; firstTriedAt: number; error: string }) =>
  db
    .updateTable('deliveries')
    .set((row) => ({
      attempts: row('attempts', '+', 1),
      first_tried_at: row.fn.coalesce('first_tried_at', row.val($.firstTriedAt)),
      last_error: $.error,
    }))
    .where('id', '=', $.id),
);

const next = statement((db) =>
  db
    .selectFrom('lanes')
    .select((row) => row.fn.min('wake_at').as('at'))
    .where('wake_at', 'is not', null)
    .where('locked_until', 'is', null),
);

const releaseAll = statement((db, $: { now: number }) =>
  db
    .updateTable('lanes')
    .set({ locked_until: null, wake_at: $.now, interrupted: 1 })
    .where('locked_until', 'is not', null),
);

const count = statement((db) => db.selectFrom('deliveries').select((row) => row.fn.countAll<number>().as('count')));

const length = statement((db, $: { lane: string }) =>
  db
    .selectFrom('deliveries')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('lane', '=', $.lane),
);
