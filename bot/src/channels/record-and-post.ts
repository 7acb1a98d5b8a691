import type { ChannelId, MessageId } from '../ids.ts';
import type { ChannelParts, OpenRequest } from './ticket-channel.ts';

/** Records a new channel while its card is posted. What went wrong with either is thrown once both are over. */
export async function recordAndPost(
  { discord }: ChannelParts,
  { card, nonce, made }: OpenRequest,
  channel: ChannelId,
): Promise<{ readonly channel: ChannelId; readonly card: MessageId }> {
  const posting = card.then((drawn) => discord.send(channel, drawn, nonce));
  const [recorded, posted] = await Promise.allSettled([made(channel), posting]);
  if (recorded.status === 'rejected') throw recorded.reason;
  if (posted.status === 'rejected') throw posted.reason;
  return { channel, card: posted.value };
}
