import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { EntryId, TicketId } from '../src/ids.ts';
import type { Delivery } from '../src/outbox/delivery.ts';
import type { Claim } from '../src/bookkeeping.ts';
import type { Store, Tables } from '../src/store.ts';
import { newStore } from './stored.ts';

const ticket = 'ticket' as TicketId;
const copy = (entry: number): Delivery => ({ kind: 'copy', ticket, entry: entry as EntryId, side: 'staff' });
const reflect: Delivery = { kind: 'reflect', ticket };
const entryOf = (claim: Claim | null | undefined): unknown =>
  claim?.head.delivery.kind === 'copy' ? claim.head.delivery.entry : (claim?.head.delivery.kind ?? null);

const lease = 1_000;

function outbox(store: Store) {
  const write = <Result>(act: (tables: Tables) => Promise<Result>): Promise<Result> => store.transaction(act);
  return {
    owe: (lane: string, delivery: Delivery, now = 0, key?: string) =>
      write((tables) => tables.outbox.owe(lane, delivery, now, key)),
    take: (now = 0, limit = 10) => write((tables) => tables.outbox.take(now, now + lease, limit)),
    one: async (now = 0): Promise<Claim> => {
      const [claim] = await write((tables) => tables.outbox.take(now, now + lease, 1));
      if (!claim) throw new Error('Nothing is due.');
      return claim;
    },
    done: (claim: Claim, now = 0) => write((tables) => tables.outbox.done(claim, now, now + lease)),
    later: (claim: Claim, at: number, error?: string, firstTriedAt = 5) =>
      write((tables) => tables.outbox.later(claim, at, error === undefined ? null : { firstTriedAt, error })),
    releaseAll: (now: number) => write((tables) => tables.outbox.releaseAll(now)),
    nextAt: () => store.tables.outbox.nextAt(),
    count: () => store.tables.outbox.count(),
  };
}

describe('What is owed in one lane', () => {
  test('is handed out in order, one at a time, and then the lane is quiet', async () => {
    const box = outbox(await newStore());
    for (const entry of [1, 2, 3]) await box.owe('a', copy(entry));
    const first = await box.one();
    expect(await box.take()).toEqual([]);
    const second = await box.done(first);
    const third = second && (await box.done(second));
    expect([first, second, third].map(entryOf)).toEqual([1, 2, 3]);
    expect(third && (await box.done(third))).toBeNull();
    expect(await box.count()).toBe(0);
    expect(await box.nextAt()).toBeNull();
  });

  test('does not hold up other lanes', async () => {
    const box = outbox(await newStore());
    for (const lane of ['a', 'b', 'c']) await box.owe(lane, copy(1));
    expect((await box.take(0, 2)).length).toBe(2);
    expect((await box.take(0, 2)).length).toBe(1);
  });

  test('is left to a thorough look while its holder may only be slow', async () => {
    const store = await newStore();
    const box = outbox(store);
    const inPassing = (now: number): Promise<readonly Claim[]> =>
      store.transaction((tables) => tables.outbox.takeWaiting(now, now + lease, 10));
    await box.owe('a', copy(1));
    expect((await inPassing(0)).map(entryOf)).toEqual([1]);
    await box.owe('b', copy(2));
    expect((await inPassing(lease)).map(entryOf)).toEqual([2]);
    expect((await box.take(lease)).map((claim) => [entryOf(claim), claim.interrupted])).toEqual([[1, true]]);
  });

  test('waits where it was put off, with what came after it behind it', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.later(await box.one(), 500, 'ECONNRESET');
    await box.owe('a', copy(2), 100);
    expect(await box.take(499)).toEqual([]);
    expect(await box.nextAt()).toBe(500);
    const again = await box.one(500);
    expect(again.head).toMatchObject({ attempts: 1, firstTriedAt: 5, delivery: copy(1) });
    expect(entryOf(await box.done(again, 500))).toBe(2);
  });

  test('counts only real tries, from the first one on', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.later(await box.one(), 10);
    const untried = await box.one(10);
    expect(untried.head).toMatchObject({ attempts: 0, firstTriedAt: null });
    await box.later(untried, 20, 'first');
    await box.later(await box.one(20), 30, 'second', 25);
    expect((await box.one(30)).head).toMatchObject({ attempts: 2, firstTriedAt: 5 });
  });

  test('wakes again when something comes after it was quiet', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    expect(await box.done(await box.one())).toBeNull();
    await box.owe('a', copy(2), 40);
    expect(await box.nextAt()).toBe(40);
    expect(entryOf(await box.one(40))).toBe(2);
  });

  test('is not forgotten when it comes while the last one is being carried out', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    const last = await box.one();
    await box.owe('a', copy(2));
    const next = await box.done(last);
    expect(entryOf(next)).toBe(2);
    expect(next?.version).toBeGreaterThan(last.version);
  });
});

describe('A worker that was too slow', () => {
  test('has lost the lane: it can neither strike off nor put off anything', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.owe('a', copy(2));
    const slow = await box.one(0);
    const quick = await box.one(lease);
    expect(quick).toMatchObject({ interrupted: true, head: { id: slow.head.id } });
    expect(quick.fence).toBeGreaterThan(slow.fence);

    expect(await box.done(slow, lease)).toBeNull();
    await box.later(slow, 9_000_000, 'too late');
    expect(await box.count()).toBe(2);
    await box.later(quick, lease);
    const again = await box.one(lease);
    expect(again.head).toMatchObject({ id: slow.head.id, attempts: 0 });
    expect(entryOf(await box.done(again, lease))).toBe(2);
  });

  test('keeps the lane for as long as it finishes one after the other in time', async () => {
    const box = outbox(await newStore());
    for (const entry of [1, 2]) await box.owe('a', copy(entry));
    const second = await box.done(await box.one(0), lease - 1);
    expect(await box.take(lease)).toEqual([]);
    expect(entryOf(second)).toBe(2);
    expect(entryOf(await box.one(2 * lease))).toBe(2);
  });
});

describe('After a restart', () => {
  test('the head that somebody worked on is marked, nothing else, and the one before has lost the lane', async () => {
    const box = outbox(await newStore());
    for (const entry of [1, 2]) await box.owe('held', copy(entry));
    const before = await box.one(0);
    await box.owe('waiting', copy(3));
    await box.releaseAll(50);

    expect(await box.done(before, 50)).toBeNull();
    const claims = await box.take(50);
    const interrupted = new Map(claims.map((claim) => [claim.lane, claim.interrupted]));
    expect(Object.fromEntries(interrupted)).toEqual({ held: true, waiting: false });
    const held = claims.find((claim) => claim.lane === 'held') as Claim;
    expect((await box.done(held, 50))?.interrupted).toBe(false);
  });

  test('the mark stays until the head is done, however often it is put off', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.one(0);
    await box.releaseAll(50);
    await box.later(await box.one(50), 60, 'refused to connect');
    const again = await box.one(60);
    expect(again.interrupted).toBe(true);
    await box.done(again, 60);
    await box.owe('a', copy(2), 70);
    expect((await box.one(70)).interrupted).toBe(false);
  });
});

describe('What is owed under a key', () => {
  test('is owed once while it waits', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.owe('a', reflect, 0, 'reflect:1');
    await box.owe('a', reflect, 0, 'reflect:1');
    await box.owe('b', reflect, 0, 'reflect:2');
    expect(await box.count()).toBe(3);
  });

  test('is owed again once it is being carried out, since that may have looked too early', async () => {
    const box = outbox(await newStore());
    await box.owe('a', copy(1));
    await box.owe('a', reflect, 0, 'reflect:1');
    const carried = await box.done(await box.one());
    expect(entryOf(carried)).toBe('reflect');
    await box.owe('a', reflect, 0, 'reflect:1');
    await box.owe('a', reflect, 0, 'reflect:1');
    expect(await box.count()).toBe(2);
    const again = carried && (await box.done(carried));
    expect(entryOf(again)).toBe('reflect');
    expect(again && (await box.done(again))).toBeNull();
    await box.owe('a', reflect, 0, 'reflect:1');
    expect(await box.count()).toBe(1);
  });
});

test('A number of a delivery is never given again, since nonces are made of it', async () => {
  const box = outbox(await newStore());
  await box.owe('a', copy(1));
  const first = await box.one();
  await box.done(first);
  await box.owe('a', copy(2));
  expect((await box.one()).head.id).toBeGreaterThan(first.head.id);
});

/** What may happen to lanes, in any order. */
const happenings = fc.array(
  fc.oneof(
    fc.record({ is: fc.constant('owed' as const), lane: fc.integer({ min: 0, max: 2 }) }),
    fc.record({ is: fc.constant('works' as const), pick: fc.nat() }),
    fc.record({ is: fc.constant('fails' as const), pick: fc.nat(), pause: fc.integer({ min: 0, max: 3_000 }) }),
    fc.record({ is: fc.constant('sleeps' as const), ms: fc.integer({ min: 0, max: 1_500 }) }),
    fc.record({ is: fc.constant('taken' as const), limit: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ is: fc.constant('restart' as const) }),
  ),
  { maxLength: 60 },
);

test('Whatever fails, stalls or restarts: every lane is carried out completely, in order, and once by those who hold it', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (story) => {
      const box = outbox(await newStore());
      const owed: number[][] = [[], [], []];
      const struck: unknown[][] = [[], [], []];
      /** Every claim ever handed out and not yet answered: also those of workers that have lost their lane. */
      const claims: Claim[] = [];
      let now = 0;
      const finish = async (claim: Claim): Promise<void> => {
        const before = await box.count();
        const next = await box.done(claim, now);
        if ((await box.count()) < before) struck[Number(claim.lane)]?.push(entryOf(claim));
        if (next) claims.push(next);
      };
      const answer = (pick: number): Claim | undefined => claims.splice(pick % Math.max(1, claims.length), 1)[0];

      for (const event of story) {
        if (event.is === 'owed') {
          const entry = (owed[event.lane]?.push(owed[event.lane]?.length ?? 0) ?? 1) - 1;
          await box.owe(String(event.lane), copy(entry), now);
        } else if (event.is === 'taken') claims.push(...(await box.take(now, event.limit)));
        else if (event.is === 'sleeps') now += event.ms;
        else if (event.is === 'restart') await box.releaseAll(now);
        else {
          const claim = answer(event.pick);
          if (claim && event.is === 'works') await finish(claim);
          else if (claim && event.is === 'fails') await box.later(claim, now + event.pause, 'failed');
        }
      }
      // In the end everything is retried with patience.
      for (now += 10_000; (await box.count()) > 0; now += 10_000)
        for (const claim of await box.take(now))
          for (let held: Claim | null = claim; held;) {
            struck[Number(held.lane)]?.push(entryOf(held));
            held = await box.done(held, now);
          }
      expect(struck).toEqual(owed);
      expect(await box.nextAt()).toBeNull();
    }),
    { numRuns: 40 },
  );
});
