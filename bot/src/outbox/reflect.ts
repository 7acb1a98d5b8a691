import { card } from '../render/card.ts';
import { cardFacts } from './card-facts.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';
import { unlessGone } from './update-copies.ts';

/** Shows on the card what is true of the ticket now. Channels are never renamed for it: Discord allows two renames in ten minutes. */
export async function sendReflect(
  parts: SendParts,
  { ticket: id }: Pick<Extract<Delivery, { kind: 'reflect' }>, 'ticket'>,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  const { channel, card: message } = context?.ticket ?? { channel: null, card: null };
  if (context === null || channel === null || message === null) return nothingToRecord;
  const drawn = card(context, await cardFacts(parts, context), { opening: false });
  await unlessGone(() => parts.discord.editMessage(channel, message, drawn));
  return nothingToRecord;
}
