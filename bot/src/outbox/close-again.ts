import { ticketChannel } from '../channels/ticket-channel.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';
import { unlessGone } from './update-copies.ts';

/** Writing in a closed thread or post unarchives it: it is archived again, where that is how tickets are closed. Never deleted or moved. */
export async function sendCloseAgain(
  parts: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'close-again' }>,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null || context.ticket.state !== 'closed') return nothingToRecord;
  const { ticket, settings } = context;
  const { channel } = ticket;
  if (channel === null) return nothingToRecord;
  const onClose = settings.onClose === 'keep' ? 'keep' : 'auto';
  await unlessGone(() => ticketChannel(ticket.channelKind).close(parts, channel, { ...settings, onClose }));
  return nothingToRecord;
}
