import { sql } from 'kysely';

import type { Block, Blocked, Blocks } from '../bookkeeping.ts';
import type { GuildId, PersonId } from '../ids.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function blocksIn(session: Session): Blocks {
  return {
    async put({ guild, who, by, reason, evidence, since, until }) {
      await session.run(put, { guild, kind: who.kind, who: who.id, by, reason, evidence, since, until });
    },
    async remove(guild, who) {
      return (await session.run(remove, { guild, kind: who.kind, who: who.id })) > 0;
    },
    async ofPerson(person, now) {
      const named = await session.all(ofPerson, { person, now });
      return [...named, ...(await session.all(ofAliases, { person, now }))].map(fromRow);
    },
    async ofRoles(guild, now) {
      return (await session.all(ofRoles, { guild, now })).map(fromRow);
    },
    async of(guild, now, after, limit) {
      const { since, id } = after ?? { since: Number.MAX_SAFE_INTEGER, id: '' };
      return (await session.all(of, { guild, now, since, id, limit })).map(fromRow);
    },
  };
}

interface BlockRow extends Omit<Block, 'who'> {
  readonly kind: Blocked['kind'];
  readonly who: Blocked['id'];
}

function fromRow({ kind, who, ...rest }: BlockRow): Block {
  return { ...rest, who: { kind, id: who } as Blocked };
}

const columns = ['guild', 'kind', 'who', 'by_person as by', 'reason', 'evidence', 'since', 'until'] as const;

interface Put {
  readonly guild: GuildId;
  readonly kind: Blocked['kind'];
  readonly who: Blocked['id'];
  readonly by: PersonId;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly since: number;
  readonly until: number | null;
}

const put = statement((db, $: Pick<Put, keyof Put>) =>
  db
    .insertInto('blocks')
    .values({
      guild: $.guild,
      kind: $.kind,
      who: $.who,
      by_person: $.by,
      reason: $.reason,
      evidence: $.evidence,
      since: $.since,
      until: $.until,
    })
    .onConflict((conflict) =>
      conflict.columns(['guild', 'kind', 'who']).doUpdateSet((row) => ({
        by_person: row.ref('excluded.by_person'),
        reason: row.ref('excluded.reason'),
        evidence: row.ref('excluded.evidence'),
        since: row.ref('excluded.since'),
        until: row.ref('excluded.until'),
      })),
    ),
);

const remove = statement((db, $: { guild: GuildId; kind: Blocked['kind']; who: Blocked['id'] }) =>
  db.deleteFrom('blocks').where('guild', '=', $.guild).where('kind', '=', $.kind).where('who', '=', $.who),
);

const ofPerson = statement((db, $: { person: PersonId; now: number }) =>
  db
    .selectFrom('blocks')
    .select(columns)
    .where('kind', '=', sql.lit('person'))
    .where('who', '=', $.person)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', $.now)])),
);

const ofAliases = statement((db, $: { person: PersonId; now: number }) =>
  db
    .selectFrom('aliases')
    .innerJoin('blocks as held', (join) =>
      join
        .onRef('held.guild', '=', 'aliases.guild')
        .on('held.kind', '=', sql.lit('alias'))
        .onRef('held.who', '=', 'aliases.alias'),
    )
    .select(['held.guild', 'kind', 'who', 'by_person as by', 'reason', 'evidence', 'since', 'until'])
    .where('aliases.person', '=', $.person)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', $.now)])),
);

const ofRoles = statement((db, $: { guild: GuildId; now: number }) =>
  db
    .selectFrom('blocks')
    .select(columns)
    .where('guild', '=', $.guild)
    .where('kind', '=', sql.lit('role'))
    .where((row) => row.or([row('until', 'is', null), row('until', '>', $.now)])),
);

const of = statement((db, $: { guild: GuildId; now: number; since: number; id: string; limit: number }) =>
  db
    .selectFrom('blocks')
    .select(columns)
    .where('guild', '=', $.guild)
    .where(sql<boolean>`(since, who) < (${$.since}, ${$.id})`)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', $.now)]))
    .orderBy('since', 'desc')
    .orderBy('who', 'desc')
    .limit(atMost($.limit)),
);
