import type { TicketTopic } from '../door.ts';
import type { BotId, GuildId } from '../ids.ts';
import type { ListedTicket, ListedTickets } from '../store.ts';
import { atMost, statement } from './statement.ts';
import type { Session } from './statement.ts';

export function listedTicketsIn(session: Session): ListedTickets {
  return {
    async newest(bot, guild, limit) {
      return (await session.all(newest, { bot, guild, limit })).map((row): ListedTicket => ({
        ...row,
        anonymous: row.anonymous === 1,
        topic: row.topic === null ? null : (JSON.parse(row.topic) as TicketTopic),
      }));
    },
  };
}

const newest = statement((db, $: { bot: BotId; guild: GuildId; limit: number }) =>
  db
    .selectFrom('tickets')
    .select(['number', 'person', 'state', 'opened_at as openedAt', 'closed_at as closedAt', 'anonymous', 'topic'])
    .where('guild', '=', $.guild)
    .where('bot', '=', $.bot)
    .orderBy('number', 'desc')
    .limit(atMost($.limit)),
);
