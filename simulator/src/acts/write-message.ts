import { isThread } from '../lookup.ts';
import { messageEventObject } from '../objects/message.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { applicationOf } from './author.ts';
import { tellIn } from './tell.ts';

/** A message's fields that are neither given by the world nor empty by default. */
export type Written = Partial<Message> & Pick<Message, 'authorId' | 'type'>;

/** Writes a message down, counts it and tells of it; nothing is checked any more. */
export function writeMessage(world: World, channel: Channel, written: Written): Message {
  const message = completed(world, channel, written);
  store(world, message);
  channel.lastMessageId = message.id;
  // The first message of a forum post, and of a thread from a message, does not count.
  if (isThread(channel) && message.id !== channel.id && message.type !== 21) {
    channel.thread.messageCount += 1;
    channel.thread.totalMessageSent += 1;
  }
  tellMessage(world, channel, message, 'MESSAGE_CREATE');
  return message;
}

/** Ephemeral messages are told to their reader and their application alone. */
export function tellMessage(
  world: World,
  channel: Channel,
  message: Message,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
): void {
  const data = (receiver: string) => messageEventObject(world, message, receiver);
  if (message.onlyFor === null) return tellIn(world, channel, name, data);
  const onlyFor = [message.onlyFor, applicationOf(message)];
  world.events.tell({ name, guildId: null, channelId: channel.id, onlyFor, data });
}

function store(world: World, message: Message): void {
  const { messages } = world.state;
  let here = messages.get(message.channelId);
  if (!here) messages.set(message.channelId, (here = new Map()));
  here.set(message.id, message);
}

/** Written out field by field: this is done for every message, and spreading costs several times as much. */
function completed(world: World, channel: Channel, written: Written): Message {
  return {
    id: written.id ?? world.newId(),
    channelId: channel.id,
    authorId: written.authorId,
    face: written.face ?? null,
    webhookId: written.webhookId ?? null,
    applicationId: written.applicationId ?? null,
    type: written.type,
    content: written.content ?? '',
    createdAt: world.clock.now(),
    editedAt: written.editedAt ?? null,
    tts: written.tts ?? false,
    mentionEveryone: written.mentionEveryone ?? false,
    mentions: written.mentions ?? [],
    mentionRoles: written.mentionRoles ?? [],
    attachments: written.attachments ?? [],
    embeds: written.embeds ?? [],
    components: written.components ?? [],
    reactions: written.reactions ?? [],
    nonce: written.nonce ?? null,
    pinned: written.pinned ?? false,
    flags: written.flags ?? 0,
    reference: written.reference ?? null,
    snapshot: written.snapshot ?? null,
    stickers: written.stickers ?? [],
    poll: written.poll ?? null,
    interaction: written.interaction ?? null,
    onlyFor: written.onlyFor ?? null,
    ...(written.extra && { extra: written.extra }),
  };
}
