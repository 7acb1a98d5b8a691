import { sql } from 'kysely';

import { firstIdAt, type BotId, type ChannelId, type MessageId } from '../ids.ts';
import type { Reading } from '../reading.ts';
import { flag } from './schema.ts';
import type { Flag } from './schema.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

/** Discord's clock may be so far behind ours, in milliseconds. */
const skew = 60_000;

export function readingIn(session: Session): Reading {
  return {
    async upTo(bot, channel) {
      return (await session.one(upTo, { bot, channel }))?.message ?? null;
    },
    async mark(bot, channel, message) {
      await session.run(mark, { bot, channel, message });
    },
    async begin(bot, channel, now) {
      await session.run(begin, { bot, channel, message: firstIdAt(now - skew) });
    },
    async isBehind(bot) {
      return (await session.one(isBehind, { bot }))?.behind === 1;
    },
    async setBehind(bot, behind) {
      await session.run(forgetWhole, { bot });
      await session.run(setBehind, { bot, behind: flag(behind) });
    },
    async heardAt(bot) {
      return (await session.one(heardAt, { bot }))?.at ?? null;
    },
    async heard(bot, now) {
      await session.run(heard, { bot, now });
    },
    async isWhole(bot, channel) {
      return (await session.one(isWhole, { bot, channel })) !== null;
    },
    async setWhole(bot, channel) {
      await session.run(setWhole, { bot, channel });
    },
    async unsetWhole(bot, channel) {
      await session.run(unsetWhole, { bot, channel });
    },
  };
}

const upTo = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.selectFrom('reading').select('message').where('bot', '=', $.bot).where('channel', '=', $.channel),
);

/** Snowflakes are compared as numbers: the longer text is the newer message. */
const isNewer = sql<boolean>`length(excluded.message) > length(reading.message)
  or (length(excluded.message) = length(reading.message) and excluded.message > reading.message)`;

const mark = statement((db, $: { bot: BotId; channel: ChannelId; message: MessageId }) =>
  db
    .insertInto('reading')
    .values({ bot: $.bot, channel: $.channel, message: $.message })
    .onConflict((conflict) =>
      conflict
        .columns(['bot', 'channel'])
        .doUpdateSet((row) => ({ message: row.ref('excluded.message') }))
        .where(isNewer),
    ),
);

const begin = statement((db, $: { bot: BotId; channel: ChannelId; message: MessageId }) =>
  db
    .insertInto('reading')
    .values({ bot: $.bot, channel: $.channel, message: $.message })
    .onConflict((conflict) => conflict.columns(['bot', 'channel']).doNothing()),
);

const isBehind = statement((db, $: { bot: BotId }) => db.selectFrom('bots').select('behind').where('bot', '=', $.bot));

const setBehind = statement((db, $: { bot: BotId; behind: Flag }) =>
  db
    .insertInto('bots')
    .values({ bot: $.bot, behind: $.behind, heard_at: null })
    .onConflict((conflict) => conflict.column('bot').doUpdateSet((row) => ({ behind: row.ref('excluded.behind') }))),
);

const heardAt = statement((db, $: { bot: BotId }) =>
  db.selectFrom('bots').select('heard_at as at').where('bot', '=', $.bot),
);

const heard = statement((db, $: { bot: BotId; now: number }) =>
  db
    .insertInto('bots')
    .values({ bot: $.bot, behind: 0, heard_at: $.now })
    .onConflict((conflict) =>
      conflict.column('bot').doUpdateSet((row) => ({ heard_at: row.ref('excluded.heard_at') })),
    ),
);

const isWhole = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.selectFrom('caught_up').select('channel').where('bot', '=', $.bot).where('channel', '=', $.channel),
);

const setWhole = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db
    .insertInto('caught_up')
    .values({ bot: $.bot, channel: $.channel })
    .onConflict((conflict) => conflict.columns(['bot', 'channel']).doNothing()),
);

const unsetWhole = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.deleteFrom('caught_up').where('bot', '=', $.bot).where('channel', '=', $.channel),
);

const forgetWhole = statement((db, $: { bot: BotId }) => db.deleteFrom('caught_up').where('bot', '=', $.bot));
