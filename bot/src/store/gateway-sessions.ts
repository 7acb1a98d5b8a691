import type { BotId } from '../ids.ts';
import type { GatewaySessions } from '../bookkeeping.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function gatewaySessionsIn(session: Session): GatewaySessions {
  return {
    async get(bot, shard) {
      return await session.one(byShard, { bot, shard });
    },
    async put(gateway) {
      await session.run(put, { ...gateway });
    },
    async remove(bot, shard) {
      await session.run(remove, { bot, shard });
    },
  };
}

const byShard = statement((db, $: { bot: BotId; shard: number }) =>
  db
    .selectFrom('gateway_sessions')
    .select(['bot', 'shard', 'shard_count as shardCount', 'session', 'resume_url as resumeUrl', 'sequence', 'intents'])
    .where('bot', '=', $.bot)
    .where('shard', '=', $.shard),
);

type Put = {
  readonly bot: BotId;
  readonly shard: number;
  readonly shardCount: number;
  readonly session: string;
  readonly resumeUrl: string;
  readonly sequence: number;
  readonly intents: number;
};

const put = statement((db, $: Put) =>
  db
    .insertInto('gateway_sessions')
    .values({
      bot: $.bot,
      shard: $.shard,
      shard_count: $.shardCount,
      session: $.session,
      resume_url: $.resumeUrl,
      sequence: $.sequence,
      intents: $.intents,
    })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'shard']).doUpdateSet((row) => ({
        shard_count: row.ref('excluded.shard_count'),
        session: row.ref('excluded.session'),
        resume_url: row.ref('excluded.resume_url'),
        sequence: row.ref('excluded.sequence'),
        intents: row.ref('excluded.intents'),
      })),
    ),
);

const remove = statement((db, $: { bot: BotId; shard: number }) =>
  db.deleteFrom('gateway_sessions').where('bot', '=', $.bot).where('shard', '=', $.shard),
);
