import type { GuildId, PersonId } from '../ids.ts';
import type { Door, Doors, FilledForm } from '../door.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function doorsIn(session: Session): Doors {
  return {
    async get(person) {
      const row = await session.one(get, { person });
      if (row === null) return null;
      const form = row.form === null ? null : (JSON.parse(row.form) as FilledForm);
      return { ...row, form, anonymous: row.anonymous === null ? null : row.anonymous === 1 };
    },
    async put({ form, anonymous, ...door }) {
      await leave(session, door);
      await session.run(put, {
        ...door,
        form: form && JSON.stringify(form),
        anonymous: anonymous === null ? null : flag(anonymous),
      });
    },
    async setAside(person, guild) {
      const row = await session.one(setAside, { person, guild });
      return row === null ? null : (JSON.parse(row.form) as FilledForm);
    },
    async remove(person, guild) {
      await leave(session, { person, guild });
      await session.run(remove, { person });
    },
  };
}

/** For the door of another server, or for a conversation in it. */
async function leave(session: Session, { person, guild }: Pick<Door, 'person' | 'guild'>): Promise<void> {
  const row = await session.one(get, { person });
  if (row !== null && row.guild !== guild && row.form !== null)
    await session.run(putAside, { person, guild: row.guild, form: row.form, until: row.until + day });
  await session.run(takeUp, { person, guild });
}

const day = 24 * 60 * 60_000;

const columns = ['person', 'guild', 'topic', 'form', 'anonymous', 'until'] as const;

const get = statement((db, $: { person: PersonId }) =>
  db.selectFrom('doors').select(columns).where('person', '=', $.person),
);

type Put = {
  readonly person: PersonId;
  readonly guild: GuildId;
  readonly topic: string | null;
  readonly form: string | null;
  readonly anonymous: Flag | null;
  readonly until: number;
};

const put = statement((db, $: Put) =>
  db
    .insertInto('doors')
    .values({
      person: $.person,
      guild: $.guild,
      topic: $.topic,
      form: $.form,
      anonymous: $.anonymous,
      until: $.until,
    })
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet((row) => ({
        guild: row.ref('excluded.guild'),
        topic: row.ref('excluded.topic'),
        form: row.ref('excluded.form'),
        anonymous: row.ref('excluded.anonymous'),
        until: row.ref('excluded.until'),
      })),
    ),
);

const remove = statement((db, $: { person: PersonId }) => db.deleteFrom('doors').where('person', '=', $.person));

interface Aside {
  readonly person: PersonId;
  readonly guild: GuildId;
  readonly form: string;
  readonly until: number;
}

const putAside = statement((db, $: Pick<Aside, keyof Aside>) =>
  db
    .insertInto('set_aside_forms')
    .values({ person: $.person, guild: $.guild, form: $.form, until: $.until })
    .onConflict((conflict) =>
      conflict
        .columns(['person', 'guild'])
        .doUpdateSet((row) => ({ form: row.ref('excluded.form'), until: row.ref('excluded.until') })),
    ),
);

const setAside = statement((db, $: { person: PersonId; guild: GuildId }) =>
  db.selectFrom('set_aside_forms').select('form').where('person', '=', $.person).where('guild', '=', $.guild),
);

const takeUp = statement((db, $: { person: PersonId; guild: GuildId }) =>
  db.deleteFrom('set_aside_forms').where('person', '=', $.person).where('guild', '=', $.guild),
);
