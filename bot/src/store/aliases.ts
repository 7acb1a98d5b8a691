import type { Aliases } from '../alias.ts';
import type { Alias, GuildId, PersonId, TicketId } from '../ids.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function aliasesIn(session: Session): Aliases {
  return {
    async of(guild, person) {
      return (await session.one(ofPerson, { guild, person }))?.alias ?? null;
    },
    async give(guild, person, alias) {
      return (await session.run(give, { guild, person, alias })) > 0;
    },
    async like(guild, typed, limit) {
      const from = typed.trim().toLowerCase() as Alias;
      return await session.all(like, { guild, from, to: `${from}\uffff` as Alias, limit });
    },
    async face(ticket, now) {
      return await session.one(face, { ticket, now });
    },
    async keepFace(ticket, { url, until }) {
      await session.run(keepFace, { ticket, url, until });
    },
    async whose(guild, alias) {
      return await session.one(whose, { guild, alias: alias.trim().toLowerCase() as Alias });
    },
  };
}

const ofPerson = statement((db, $: { guild: GuildId; person: PersonId }) =>
  db.selectFrom('aliases').select('alias').where('guild', '=', $.guild).where('person', '=', $.person),
);

const give = statement((db, $: { guild: GuildId; person: PersonId; alias: Alias }) =>
  db
    .insertInto('aliases')
    .values({ guild: $.guild, person: $.person, alias: $.alias })
    .onConflict((conflict) => conflict.doNothing()),
);

const whose = statement((db, $: { guild: GuildId; alias: Alias }) =>
  db.selectFrom('aliases').select(['person', 'alias']).where('guild', '=', $.guild).where('alias', '=', $.alias),
);

const like = statement((db, $: { guild: GuildId; from: Alias; to: Alias; limit: number }) =>
  db
    .selectFrom('aliases')
    .select(['person', 'alias'])
    .where('guild', '=', $.guild)
    .where('alias', '>=', $.from)
    .where('alias', '<', $.to)
    .orderBy('alias')
    .limit(atMost($.limit)),
);

const face = statement((db, $: { ticket: TicketId; now: number }) =>
  db.selectFrom('alias_faces').select('url').where('ticket', '=', $.ticket).where('valid_until', '>', $.now),
);

const keepFace = statement((db, $: { ticket: TicketId; url: string | null; until: number }) =>
  db
    .insertInto('alias_faces')
    .values({ ticket: $.ticket, url: $.url, valid_until: $.until })
    .onConflict((conflict) =>
      conflict
        .column('ticket')
        .doUpdateSet((row) => ({ url: row.ref('excluded.url'), valid_until: row.ref('excluded.valid_until') })),
    ),
);
