import { ApiError } from '../errors.ts';
import type { Message } from '../state.ts';
import type { World } from '../world.ts';

/** Discord says "the past few minutes". https://docs.discord.com/developers/resources/message#create-message */
const remembered = 5 * 60 * 1000;

/** More than any client sends in that time. */
const most = 10_000;

/**
 * The message that the author sent with this nonce a short while ago, in whatever channel.
 * @throws 10008 when it has been deleted since: a repeated request does not bring it back
 */
export function sentWith(world: World, author: string, nonce: string | number): Message | null {
  const known = world.state.nonces.get(key(author, nonce));
  if (!known || known.at <= world.clock.now() - remembered) return null;
  const message = world.state.messages.get(known.channelId)?.get(known.messageId);
  if (!message) throw new ApiError(404, 10008, 'Unknown Message');
  return message;
}

export function rememberNonce(world: World, message: Message, nonce: string | number): void {
  const { nonces } = world.state;
  const now = world.clock.now();
  for (const [oldest, { at }] of nonces) {
    if (at > now - remembered && nonces.size < most) break;
    nonces.delete(oldest);
  }
  nonces.set(key(message.authorId, nonce), { channelId: message.channelId, messageId: message.id, at: now });
}

function key(author: string, nonce: string | number): string {
  return `${author} ${nonce}`;
}
