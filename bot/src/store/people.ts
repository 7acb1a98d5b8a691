import { sql } from 'kysely';

import { newId } from '../ids.ts';
import type { BotId, ChannelId, PersonId, UserId } from '../ids.ts';
import type { People, Person } from '../store.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

/** How fine the order of DM channels by use is, in milliseconds; a finer one would write a row for every message. */
const useCountsAnewAfter = 60_000;

/** The only table that knows Discord's ids, names and avatars of people. */
export function peopleIn(session: Session): People {
  return {
    async meet(who, now) {
      const known = await session.one(byUser, { bot: who.bot, user: who.user });
      if (!known) return make(session, who, now);
      const dm = who.dm ?? known.dm;
      const locale = who.locale ?? known.locale;
      const changed =
        known.username !== who.username ||
        known.displayName !== who.displayName ||
        known.avatarUrl !== who.avatarUrl ||
        known.dm !== dm ||
        known.locale !== locale;
      const usedAnew = who.dm !== undefined && now - (known.usedAt ?? 0) >= useCountsAnewAfter;
      if (changed || usedAnew) {
        const { username, displayName, avatarUrl } = who;
        const usedAt = who.dm === undefined ? known.usedAt : now;
        await session.run(update, { id: known.id, username, displayName, avatarUrl, dm, locale, usedAt });
      }
      return { ...who, id: known.id, dm, locale };
    },
    async get(id) {
      return personFrom(await session.one(byId, { id }));
    },
    async byUser(bot, user) {
      return personFrom(await session.one(byUser, { bot, user }));
    },
    async byDm(bot, dm) {
      return personFrom(await session.one(byDm, { bot, dm }));
    },
    async dms(bot, after, limit) {
      const rows = after
        ? await session.all(nextDms, { bot, after, limit })
        : await session.all(firstDms, { bot, limit });
      return rows.map((row) => personFrom(row));
    },
  };
}

async function make(session: Session, who: Parameters<People['meet']>[0], now: number): Promise<Person> {
  const person: Person = { ...who, id: who.id ?? newId<PersonId>(now), dm: who.dm ?? null, locale: who.locale ?? null };
  await session.run(insert, { ...person, usedAt: person.dm === null ? null : now });
  return person;
}

interface PersonRow extends Person {
  readonly usedAt: number | null;
}

function personFrom(row: PersonRow): Person;
function personFrom(row: PersonRow | null): Person | null;
function personFrom(row: PersonRow | null): Person | null {
  if (!row) return null;
  const { usedAt: _, ...person } = row;
  return person;
}

const columns = [
  'id',
  'bot',
  'user_id as user',
  'username',
  'display_name as displayName',
  'avatar_url as avatarUrl',
  'dm',
  'locale',
  'dm_used_at as usedAt',
] as const;

const byId = statement((db, $: { id: PersonId }) => db.selectFrom('identities').select(columns).where('id', '=', $.id));

const byUser = statement((db, $: { bot: BotId; user: UserId }) =>
  db.selectFrom('identities').select(columns).where('bot', '=', $.bot).where('user_id', '=', $.user),
);

const byDm = statement((db, $: { bot: BotId; dm: ChannelId }) =>
  db.selectFrom('identities').select(columns).where('bot', '=', $.bot).where('dm', '=', $.dm),
);

const firstDms = statement((db, $: { bot: BotId; limit: number }) =>
  db
    .selectFrom('identities')
    .select(columns)
    .where('bot', '=', $.bot)
    .where('dm', 'is not', null)
    .orderBy('dm_used_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost($.limit)),
);

const nextDms = statement((db, $: { bot: BotId; after: PersonId; limit: number }) =>
  db
    .selectFrom('identities')
    .select(columns)
    .where('bot', '=', $.bot)
    .where('dm', 'is not', null)
    .where(
      sql<boolean>`(dm_used_at, id) < (select last.dm_used_at, last.id from identities as last where last.id = ${$.after})`,
    )
    .orderBy('dm_used_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost($.limit)),
);

interface Filled {
  readonly id: PersonId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string;
  readonly dm: ChannelId | null;
  readonly locale: string | null;
  readonly usedAt: number | null;
}

const update = statement((db, $: Pick<Filled, keyof Filled>) =>
  db
    .updateTable('identities')
    .set({
      username: $.username,
      display_name: $.displayName,
      avatar_url: $.avatarUrl,
      dm: $.dm,
      locale: $.locale,
      dm_used_at: $.usedAt,
    })
    .where('id', '=', $.id),
);

const insert = statement((db, $: Pick<Filled, keyof Filled> & { bot: BotId; user: UserId }) =>
  db.insertInto('identities').values({
    id: $.id,
    bot: $.bot,
    user_id: $.user,
    username: $.username,
    display_name: $.displayName,
    avatar_url: $.avatarUrl,
    dm: $.dm,
    locale: $.locale,
    dm_used_at: $.usedAt,
  }),
);
