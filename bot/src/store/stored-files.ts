import type { EntryId, FileHash } from '../ids.ts';
import type { StoredFiles } from '../store.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function storedFilesIn(session: Session): StoredFiles {
  return {
    async put(file) {
      await session.run(put, { ...file });
    },
    async of(entry) {
      return await session.all(of, { entry });
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
