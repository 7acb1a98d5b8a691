import type { GuildId, TicketId } from '../../ids.ts';
import { lanes } from '../../outbox/delivery.ts';
import type { Tables } from '../../store.ts';

/** Of the keys of problems with the channels of single tickets; the ticket's id follows. */
export const ticketChannelPrefix = 'ticket-channel:';

/** What waits because ticket channels of a server refused it is tried now: something was changed there. */
export async function tryRefusedAgain(
  tables: Pick<Tables, 'problems' | 'outbox'>,
  guild: GuildId,
  now: number,
): Promise<void> {
  for (const { key } of await tables.problems.all(guild))
    if (key.startsWith(ticketChannelPrefix))
      await hurryRefused(tables, key.slice(ticketChannelPrefix.length) as TicketId, now);
}

/** The same for one ticket. */
export async function hurryRefused({ outbox }: Pick<Tables, 'outbox'>, ticket: TicketId, now: number): Promise<void> {
  await outbox.hurry(lanes.staff(ticket), now);
  await outbox.hurry(lanes.aside(ticket), now);
}
