import type { GuildId, PersonId } from '../ids.ts';
import type { Doors, FilledForm } from '../door.ts';
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
      await session.run(put, {
        ...door,
        form: form && JSON.stringify(form),
        anonymous: anonymous === null ? null : flag(anonymous),
      });
    },
    async remove(person) {
      await session.run(remove, { person });
    },
  };
}

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
