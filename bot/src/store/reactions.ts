import type { EntryId, PersonId } from '../ids.ts';
import type { Reactions } from '../reactions.ts';
import type { Side } from '../store.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function reactionsIn(session: Session): Reactions {
  return {
    async add(reaction) {
      await session.run(add, { ...reaction });
    },
    async remove({ entry, by, emoji }) {
      await session.run(remove, { entry, by, emoji });
    },
    async on(entry, side) {
      return (await session.all(on, { entry, side })).map(({ emoji }) => emoji);
    },
    async clear(entry, side, emoji) {
      await session.run(clear, { entry, side, emoji });
    },
  };
}

const add = statement((db, $: { entry: EntryId; side: Side; by: PersonId; emoji: string }) =>
  db
    .insertInto('reactions')
    .values({ entry: $.entry, side: $.side, by_person: $.by, emoji: $.emoji })
    .onConflict((conflict) => conflict.columns(['entry', 'emoji', 'by_person']).doNothing()),
);

const remove = statement((db, $: { entry: EntryId; by: PersonId; emoji: string }) =>
  db.deleteFrom('reactions').where('entry', '=', $.entry).where('emoji', '=', $.emoji).where('by_person', '=', $.by),
);

const on = statement((db, $: { entry: EntryId; side: Side }) =>
  db.selectFrom('reactions').select('emoji').where('entry', '=', $.entry).where('side', '=', $.side).orderBy('emoji'),
);

const clear = statement((db, $: { entry: EntryId; side: Side; emoji: string }) =>
  db.deleteFrom('reactions').where('entry', '=', $.entry).where('emoji', '=', $.emoji).where('side', '=', $.side),
);
