import type { GuildId } from '../ids.ts';
import type { Problem, Problems } from '../bookkeeping.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function problemsIn(session: Session): Problems {
  return {
    async raise(problem) {
      const { guild, key, text, since } = problem;
      await session.run(raise, { guild: guild ?? '', key, text, filling: JSON.stringify(problem.with), since });
    },
    async solve(guild, key) {
      await session.run(solve, { guild: guild ?? '', key });
    },
    async all(guild) {
      return (guild === undefined ? await session.all(all, {}) : await session.all(inServer, { guild })).map(
        problemFrom,
      );
    },
  };
}

interface ProblemRow {
  readonly guild: GuildId | '';
  readonly key: string;
  readonly text: string;
  readonly filling: string;
  readonly since: number;
}

function problemFrom({ guild, key, text, filling, since }: ProblemRow): Problem {
  return { guild: guild === '' ? null : guild, key, text, with: JSON.parse(filling) as Problem['with'], since };
}

const columns = ['guild', 'key', 'text', 'filling', 'since'] as const;

/** A problem that was there before keeps the time at which it began. */
const raise = statement((db, $: { guild: GuildId | ''; key: string; text: string; filling: string; since: number }) =>
  db
    .insertInto('problems')
    .values({ guild: $.guild, key: $.key, text: $.text, filling: $.filling, since: $.since })
    .onConflict((conflict) =>
      conflict.columns(['guild', 'key']).doUpdateSet((row) => ({
        text: row.ref('excluded.text'),
        filling: row.ref('excluded.filling'),
      })),
    ),
);

const solve = statement((db, $: { guild: GuildId | ''; key: string }) =>
  db.deleteFrom('problems').where('guild', '=', $.guild).where('key', '=', $.key),
);

const all = statement((db) => db.selectFrom('problems').select(columns).orderBy('guild').orderBy('key'));

const inServer = statement((db, $: { guild: GuildId }) =>
  db.selectFrom('problems').select(columns).where('guild', '=', $.guild).orderBy('key'),
);
