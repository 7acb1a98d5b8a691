import type { Timers } from '../bookkeeping.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function timersIn(session: Session): Timers {
  return {
    async set(timer) {
      await session.run(set, { ...timer });
    },
    async clear(key) {
      await session.run(clear, { key });
    },
    async due(now, limit) {
      return await session.all(due, { now, limit });
    },
    async take(key, now) {
      return await session.one(take, { key, now });
    },
    async withdraw(key) {
      return await session.one(withdraw, { key });
    },
    async nextAt() {
      return (await session.one(next, {}))?.at ?? null;
    },
  };
}

const set = statement((db, $: { key: string; at: number; what: string; about: string }) =>
  db
    .insertInto('timers')
    .values({ key: $.key, at: $.at, what: $.what, about: $.about })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({
        at: row.ref('excluded.at'),
        what: row.ref('excluded.what'),
        about: row.ref('excluded.about'),
      })),
    ),
);

const clear = statement((db, $: { key: string }) => db.deleteFrom('timers').where('key', '=', $.key));

const due = statement((db, $: { now: number; limit: number }) =>
  db
    .selectFrom('timers')
    .select(['key', 'at', 'what', 'about'])
    .where('at', '<=', $.now)
    .orderBy('at')
    .orderBy('key')
    .limit(atMost($.limit)),
);

const take = statement((db, $: { key: string; now: number }) =>
  db.deleteFrom('timers').where('key', '=', $.key).where('at', '<=', $.now).returning(['key', 'at', 'what', 'about']),
);

const withdraw = statement((db, $: { key: string }) =>
  db.deleteFrom('timers').where('key', '=', $.key).returning(['key', 'at', 'what', 'about']),
);

const next = statement((db) => db.selectFrom('timers').select((row) => row.fn.min('at').as('at')));
