import { sql } from 'kysely';
import type { EntryId, FileHash, PersonId } from '../ids.ts';
import type { StoredFiles } from '../files.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function storedFilesIn(session: Session): StoredFiles {
  return {
    async put(file) {
      await session.run(put, { ...file });
      await session.run(forgetLink, { entry: file.entry, id: file.id });
    },
    async of(entry) {
      return await session.all(of, { entry });
    },
    async keepLink(entry, id, url) {
      await session.run(keepLink, { entry, id, url });
    },
    async link(entry, id) {
      return (await session.one(link, { entry, id }))?.url ?? null;
    },
    async isNeeded(hash) {
      return (await session.one(needed, { hash })) !== null;
    },
    async count(person, day, bytes) {
      await session.run(count, { person, day, bytes });
    },
    async counted(person, day) {
      return (await session.one(counted, { person, day }))?.bytes ?? 0;
    },
  };
}

type Put = {
  readonly entry: EntryId;
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly size: number;
  readonly hash: FileHash | null;
  readonly problem: string | null;
};

const put = statement((db, $: Put) =>
  db
    .insertInto('files')
    .values({
      entry: $.entry,
      id: $.id,
      name: $.name,
      type: $.type,
      size: $.size,
      hash: $.hash,
      problem: $.problem,
    })
    .onConflict((conflict) =>
      conflict.columns(['entry', 'id']).doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        type: row.ref('excluded.type'),
        size: row.ref('excluded.size'),
        hash: row.ref('excluded.hash'),
        problem: row.ref('excluded.problem'),
      })),
    ),
);

const of = statement((db, $: { entry: EntryId }) =>
  db
    .selectFrom('files')
    .select(['entry', 'id', 'name', 'type', 'size', 'hash', 'problem'])
    .where('entry', '=', $.entry)
    .orderBy('id'),
);

const keepLink = statement((db, $: { entry: EntryId; id: string; url: string }) =>
  db
    .insertInto('file_links')
    .values({ entry: $.entry, id: $.id, url: $.url })
    .onConflict((conflict) => conflict.doNothing()),
);

const link = statement((db, $: { entry: EntryId; id: string }) =>
  db.selectFrom('file_links').select('url').where('entry', '=', $.entry).where('id', '=', $.id),
);

const forgetLink = statement((db, $: { entry: EntryId; id: string }) =>
  db.deleteFrom('file_links').where('entry', '=', $.entry).where('id', '=', $.id),
);

const needed = statement((db, $: { hash: FileHash }) =>
  db.selectFrom('files').select('hash').where('hash', '=', $.hash).limit(atMost(1)),
);

/** One row a person: yesterday's is written over. */
const count = statement((db, $: { person: PersonId; day: number; bytes: number }) =>
  db
    .insertInto('file_use')
    .values({ person: $.person, day: $.day, bytes: $.bytes })
    .onConflict((conflict) =>
      conflict.column('person').doUpdateSet((row) => ({
        day: row.ref('excluded.day'),
        bytes: sql<number>`case when file_use.day = excluded.day then file_use.bytes else 0 end + excluded.bytes`,
      })),
    ),
);

const counted = statement((db, $: { person: PersonId; day: number }) =>
  db.selectFrom('file_use').select('bytes').where('person', '=', $.person).where('day', '=', $.day),
);
