import type { ForumTagTable, TagKey } from '../forum.ts';
import type { ChannelId, GuildId, TicketId } from '../ids.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function forumTagsIn(session: Session): ForumTagTable {
  return {
    async of(forum) {
      return new Map((await session.all(of, { forum })).map(({ key, tag }) => [key, tag]));
    },
    async keep(guild, forum, key, tag) {
      await session.run(keep, { guild, forum, key, tag });
    },
    async shown(ticket) {
      const row = await session.one(shown, { ticket });
      return row && { keys: JSON.parse(row.keys) as readonly TagKey[], at: row.at };
    },
    async show(ticket, { keys, at }) {
      await session.run(show, { ticket, keys: JSON.stringify(keys), at });
    },
  };
}

const of = statement((db, $: { forum: ChannelId }) =>
  db.selectFrom('forum_tags').select(['key', 'tag']).where('forum', '=', $.forum),
);

const keep = statement((db, $: { guild: GuildId; forum: ChannelId; key: string; tag: string }) =>
  db
    .insertInto('forum_tags')
    .values({ guild: $.guild, forum: $.forum, key: $.key, tag: $.tag })
    .onConflict((conflict) =>
      conflict.columns(['forum', 'key']).doUpdateSet((row) => ({ tag: row.ref('excluded.tag') })),
    ),
);

const shown = statement((db, $: { ticket: TicketId }) =>
  db.selectFrom('shown_tags').select(['keys', 'at']).where('ticket', '=', $.ticket),
);

const show = statement((db, $: { ticket: TicketId; keys: string; at: number }) =>
  db
    .insertInto('shown_tags')
    .values({ ticket: $.ticket, keys: $.keys, at: $.at })
    .onConflict((conflict) =>
      conflict.column('ticket').doUpdateSet((row) => ({ keys: row.ref('excluded.keys'), at: row.ref('excluded.at') })),
    ),
);
