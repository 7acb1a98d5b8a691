import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused } from '../refusal.ts';
import { closeGone } from '../tickets/close.ts';
import { oweTags } from '../tickets/forum-tags.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** A ticket is open again: its channel can be written in, and stands where open ones do. */
export async function sendReopenChannel(
  parts: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'reopen-channel' }>,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null || context.ticket.state !== 'open' || context.ticket.channel === null) return nothingToRecord;
  const { ticket, settings } = context;
  try {
    await ticketChannel(ticket.channelKind).reopen(parts, { ...ticket, channel: context.ticket.channel }, settings);
    return {
      async record(tables) {
        await tables.problems.solve(ticket.guild, `close-channel:${id}`);
        await oweTags(tables, ticket, parts.clock.now());
      },
    };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    const now = parts.clock.now();
    if (error.reason === 'unknown-channel')
      return { record: (tables) => closeGone(tables, ticket, 'channel-deleted', now) };
    const problem = { where: ticket.channel ?? '', reason: error.message };
    return {
      record: (tables) =>
        tables.problems.raise({
          guild: ticket.guild,
          key: `reopen-channel:${id}`,
          text: 'problem.cannot-reopen-channel',
          with: problem,
          since: now,
        }),
    };
  }
}
