import type { BotId, ChannelId, GuildId, MessageId } from '../ids.ts';
import type { Panels } from '../bookkeeping.ts';
import { statement } from './statement.ts';
import type { Session } from './statement.ts';

export function panelsIn(session: Session): Panels {
  return {
    async put(panel) {
      await session.run(put, { ...panel });
    },
    async get(bot, message) {
      return await session.one(get, { bot, message });
    },
  };
}

const columns = ['bot', 'guild', 'channel', 'message', 'text', 'label'] as const;

const put = statement(
  (db, $: { bot: BotId; guild: GuildId; channel: ChannelId; message: MessageId; text: string; label: string }) =>
    db
      .insertInto('panels')
      .values({ bot: $.bot, guild: $.guild, channel: $.channel, message: $.message, text: $.text, label: $.label })
      .onConflict((conflict) =>
        conflict
          .columns(['bot', 'message'])
          .doUpdateSet((row) => ({ text: row.ref('excluded.text'), label: row.ref('excluded.label') })),
      ),
);

const get = statement((db, $: { bot: BotId; message: MessageId }) =>
  db.selectFrom('panels').select(columns).where('bot', '=', $.bot).where('message', '=', $.message),
);
