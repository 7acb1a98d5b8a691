import type { Upkeep } from '../upkeep.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

const day = 24 * 60 * 60_000;
/** Whoever was a member is remembered as one for so long: where servers are many, they are looked for only where they were. */
const season = 90 * day;

export function upkeepIn(session: Session): Upkeep {
  return {
    async forgetTold(now, limit) {
      return await session.run(told, { now, limit });
    },
    async forgetMemberships(now, limit) {
      return await session.run(memberships, { now, seasonAgo: now - season, limit });
    },
    async forgetPrompts(now, limit) {
      return await session.run(prompts, { dayAgo: now - day, limit });
    },
    async forgetDoors(now, limit) {
      return await session.run(doors, { now, limit });
    },
    async forgetFileUse(now, limit) {
      return await session.run(fileUse, { today: Math.floor(now / day), limit });
    },
  };
}

const told = statement((db, $: { now: number; limit: number }) =>
  db
    .deleteFrom('told')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('person', 'what'),
        'in',
        selectFrom('told')
          .select(['person', 'what'])
          .where('quiet_until', '<=', $.now)
          .limit(atMost($.limit))
          .$asTuple('person', 'what'),
      ),
    ),
);

/** Whoever is no member any more, or was one long ago. */
const memberships = statement((db, $: { now: number; seasonAgo: number; limit: number }) =>
  db.deleteFrom('memberships').where(({ eb, refTuple, selectFrom }) =>
    eb(
      refTuple('person', 'guild'),
      'in',
      selectFrom('memberships')
        .select(['person', 'guild'])
        .where('valid_until', '<=', $.now)
        .where((row) => row.or([row('is_member', '=', 0), row('valid_until', '<=', $.seasonAgo)]))
        .limit(atMost($.limit))
        .$asTuple('person', 'guild'),
    ),
  ),
);

const doors = statement((db, $: { now: number; limit: number }) =>
  db
    .deleteFrom('doors')
    .where('person', 'in', ({ selectFrom }) =>
      selectFrom('doors').select('person').where('until', '<=', $.now).limit(atMost($.limit)),
    ),
);

const prompts = statement((db, $: { dayAgo: number; limit: number }) =>
  db
    .deleteFrom('prompts')
    .where('person', 'in', (old) =>
      old.selectFrom('prompts').select('person').where('expires_at', '<=', $.dayAgo).limit(atMost($.limit)),
    ),
);

const fileUse = statement((db, $: { today: number; limit: number }) =>
  db
    .deleteFrom('file_use')
    .where('person', 'in', (old) =>
      old.selectFrom('file_use').select('person').where('day', '<', $.today).limit(atMost($.limit)),
    ),
);
