import type { ChannelId, GuildId, TicketId } from '../../ids.ts';
import { isOurId, isSnowflake } from '../../ids.ts';
import type { Ticket } from '../../store.ts';
import type { AnswerParts, CommandUse } from './command.ts';

/** By its number, its channel or a link to that; without anything said, the ticket of this channel. */
export async function namedTicket(
  { store: { tables } }: Pick<AnswerParts, 'store'>,
  use: CommandUse,
  guild: GuildId,
  named: string,
): Promise<Ticket | null> {
  const { tickets } = tables;
  if (named === '') return tickets.byChannel(use.bot, use.channel);
  const [, channel = named] =
    /^(?:<#(\d+)>|https:\/\/.*\/channels\/\d+\/(\d+)(?:\/\d+)?\/?)$/.exec(named)?.filter(Boolean) ?? [];
  const [, number] = /^#?(\d{1,15})$/.exec(named) ?? [];
  const found =
    number !== undefined
      ? await tickets.byNumber(use.bot, guild, Number(number))
      : isSnowflake(channel)
        ? await tickets.byChannel(use.bot, channel as ChannelId)
        : isOurId(named)
          ? await tickets.get(named as TicketId)
          : null;
  return found?.guild === guild && found.bot === use.bot ? found : null;
}
