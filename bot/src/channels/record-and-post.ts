import type { Discord } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import type { ChannelParts, OpenRequest } from './ticket-channel.ts';

/** People may have written before the card of an earlier try, but hardly more than that. */
const page = 100;

/** Records a new channel while its card is posted. What went wrong with either is thrown once both are over. */
export async function recordAndPost(
  { discord }: ChannelParts,
  { card, nonce, made, unsure }: OpenRequest,
  channel: ChannelId,
): Promise<{ readonly channel: ChannelId; readonly card: MessageId }> {
  const post = async (): Promise<MessageId> =>
    (unsure ? await findCard(discord, channel) : null) ?? discord.send(channel, await card, nonce);
  const [recorded, posted] = await Promise.allSettled([made(channel), post()]);
  if (recorded.status === 'rejected') throw recorded.reason;
  if (posted.status === 'rejected') throw posted.reason;
  return { channel, card: posted.value };
}

/** Nothing but its card is posted by the bot in a ticket channel that is not open yet. Another one would ping staff once more. */
async function findCard(discord: Discord, channel: ChannelId): Promise<MessageId | null> {
  const first = await discord.messages(channel, { after: channel as string as MessageId, limit: page });
  const ours = first.find(
    ({ author, kind, embeds }) => author.id === discord.me.user && kind === 'text' && embeds.length > 0,
  );
  return ours?.id ?? null;
}
