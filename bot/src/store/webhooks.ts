import type { BotId, ChannelId, WebhookId } from '../ids.ts';
import type { Webhooks } from '../bookkeeping.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function webhooksIn(session: Session): Webhooks {
  return {
    async in(bot, channel) {
      return await session.all(inChannel, { bot, channel });
    },
    async get(id) {
      return await session.one(byId, { id });
    },
    async add(webhook) {
      await session.run(add, { ...webhook });
    },
    async remove(id) {
      await session.run(remove, { id });
    },
    async removeIn(bot, channel) {
      await session.run(removeIn, { bot, channel });
    },
  };
}

const columns = ['bot', 'id', 'token', 'channel'] as const;

const inChannel = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.selectFrom('webhooks').select(columns).where('bot', '=', $.bot).where('channel', '=', $.channel).orderBy('id'),
);

const byId = statement((db, $: { id: WebhookId }) => db.selectFrom('webhooks').select(columns).where('id', '=', $.id));

const add = statement((db, $: { bot: BotId; id: WebhookId; token: string; channel: ChannelId }) =>
  db
    .insertInto('webhooks')
    .values({ bot: $.bot, id: $.id, token: $.token, channel: $.channel })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        token: row.ref('excluded.token'),
        channel: row.ref('excluded.channel'),
      })),
    ),
);

const remove = statement((db, $: { id: WebhookId }) => db.deleteFrom('webhooks').where('id', '=', $.id));

const removeIn = statement((db, $: { bot: BotId; channel: ChannelId }) =>
  db.deleteFrom('webhooks').where('bot', '=', $.bot).where('channel', '=', $.channel),
);
