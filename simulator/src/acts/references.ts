import { ApiError, formError } from '../errors.ts';
import { findApplication, findChannel, findMessage, findUser } from '../lookup.ts';
import { may, need } from '../permissions.ts';
import { mayRead } from '../objects/without-content.ts';
import { messageObject } from '../objects/message.ts';
import type { Channel, Message } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import type { Draft } from './post-message.ts';

/** Plain messages, replies, and what commands answered. */
const ordinary = new Set([0, 19, 20, 23]);

type Referring = Pick<Message, 'type' | 'reference' | 'snapshot'>;

/**
 * What a draft refers to: the message it replies to, or the one it forwards.
 * https://docs.discord.com/developers/resources/message#message-reference-types
 * @throws 160002, 160014, 50001, 10003, 10008, 50035
 */
export function referenceOf(world: World, by: Author, channel: Channel, draft: Draft): Referring {
  if (draft.forward) return forwarded(world, by, channel, draft.forward);
  if (draft.replyTo) return replied(world, by, channel, draft.replyTo);
  return { type: 0, reference: null, snapshot: null };
}

function replied(world: World, by: Author, channel: Channel, to: NonNullable<Draft['replyTo']>): Referring {
  if (by.as === 'account' && !may(world, by.userId, channel, 'readMessageHistory')) {
    throw new ApiError(403, 160002, 'Cannot reply without permission to read message history');
  }
  const target = world.state.messages.get(channel.id)?.get(to.messageId);
  if (!target) {
    if (to.failIfNotExists === false) return { type: 0, reference: null, snapshot: null };
    throw formError('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
  }
  if (!ordinary.has(target.type)) {
    throw formError('message_reference', 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message');
  }
  const reference = { type: 0, messageId: target.id, channelId: channel.id, guildId: channel.guildId } as const;
  return { type: 19, reference, snapshot: null };
}

function forwarded(world: World, by: Author, channel: Channel, from: NonNullable<Draft['forward']>): Referring {
  const source = findChannel(world, from.channelId);
  if (by.as === 'account') need(world, by.userId, source);
  const message = findMessage(world, source.id, from.messageId);
  if (!ordinary.has(message.type) || message.poll !== null) {
    throw formError('message_reference', 'MESSAGE_REFERENCE_CANNOT_FORWARD', 'Cannot forward this message');
  }
  const reader = by.as === 'account' ? by.userId : channel.id;
  const wire = messageObject(world, message, reader);
  if (by.as === 'account' && findUser(world, by.userId).bot && hidesContent(world, wire, by.userId)) {
    throw new ApiError(403, 160014, 'Cannot forward a message whose content you cannot read');
  }
  return {
    type: 0,
    reference: { type: 1, messageId: message.id, channelId: source.id, guildId: source.guildId },
    // A forward of a forward shows what that one showed.
    snapshot: message.snapshot ?? snapshotOf(wire),
  };
}

function hidesContent(world: World, wire: Wire, applicationId: string): boolean {
  return !findApplication(world, applicationId).intents.content && !mayRead(world, wire, applicationId);
}

/** https://docs.discord.com/developers/resources/message#message-snapshot-object */
function snapshotOf(wire: Wire): Wire {
  const kept = [
    'type',
    'content',
    'embeds',
    'attachments',
    'timestamp',
    'edited_timestamp',
    'flags',
    'mentions',
    'mention_roles',
    'sticker_items',
    'components',
  ];
  return structuredClone(Object.fromEntries(kept.filter((key) => key in wire).map((key) => [key, wire[key]])));
}
