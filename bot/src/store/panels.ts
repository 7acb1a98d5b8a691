import type { BotId, ChannelId, GuildId, MessageId } from '../ids.ts';
import type { Panels, PanelStyle } from '../panels.ts';
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
    async of(guild) {
      return await session.all(ofGuild, { guild });
    },
    async remove(bot, message) {
      await session.run(remove, { bot, message });
    },
  };
}

const columns = ['bot', 'guild', 'channel', 'message', 'text', 'label', 'style'] as const;

type Put = {
  readonly bot: BotId;
  readonly guild: GuildId;
  readonly channel: ChannelId;
  readonly message: MessageId;
  readonly text: string;
  readonly label: string;
  readonly style: PanelStyle;
};

const put = statement((db, $: Put) =>
  db
    .insertInto('panels')
    .values({
      bot: $.bot,
      guild: $.guild,
      channel: $.channel,
      message: $.message,
      text: $.text,
      label: $.label,
      style: $.style,
    })
    .onConflict((conflict) =>
      conflict.columns(['bot', 'message']).doUpdateSet((row) => ({
        text: row.ref('excluded.text'),
        label: row.ref('excluded.label'),
        style: row.ref('excluded.style'),
      })),
    ),
);

const get = statement((db, $: { bot: BotId; message: MessageId }) =>
  db.selectFrom('panels').select(columns).where('bot', '=', $.bot).where('message', '=', $.message),
);

const ofGuild = statement((db, $: { guild: GuildId }) =>
  db.selectFrom('panels').select(columns).where('guild', '=', $.guild),
);

const remove = statement((db, $: { bot: BotId; message: MessageId }) =>
  db.deleteFrom('panels').where('bot', '=', $.bot).where('message', '=', $.message),
);
