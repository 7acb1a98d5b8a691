import { createHash } from 'node:crypto';
import { findUser } from '../lookup.ts';
import type { Attachment, Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { attachmentUrl, signedAnew } from '../cdn/sign.ts';
import { channelObject } from './channel.ts';
import { instantText } from './instant.ts';
import { memberWithoutUser } from './member.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const hasThread = 1 << 5;

/** https://docs.discord.com/developers/resources/message#message-object-message-types */
const reply = 19;

/**
 * The complete message as `receiver` sees it, with the message it replies to. Content is not stripped: see without-content.ts.
 * https://docs.discord.com/developers/resources/message#message-object
 */
export function messageObject(world: World, message: Message, receiver: string): Wire {
  const whole = messageWithoutReply(world, message, receiver);
  const { reference } = message;
  if (!reference || reference.type !== 0 || message.type !== reply) return whole;
  const replied = world.state.messages.get(reference.channelId)?.get(reference.messageId);
  whole.referenced_message = replied ? messageWithoutReply(world, replied, receiver) : null;
  return whole;
}

/** MESSAGE_CREATE and MESSAGE_UPDATE: https://docs.discord.com/developers/events/gateway-events#message-create */
export function messageEventObject(world: World, message: Message, receiver: string): Wire {
  const event = messageObject(world, message, receiver);
  const channel = world.state.channels.get(message.channelId);
  if (channel) event.channel_type = channel.type;
  // Ephemeral messages come like those in DMs, without server and member.
  if (!channel?.guildId || message.onlyFor !== null) return event;
  event.guild_id = channel.guildId;
  const members = world.state.guilds.get(channel.guildId)?.members;
  const author = message.webhookId === null ? members?.get(message.authorId) : undefined;
  if (author) event.member = memberWithoutUser(author);
  event.mentions = (event.mentions as readonly Wire[]).map((user) => {
    const member = members?.get(user.id as string);
    return member ? { ...user, member: memberWithoutUser(member) } : user;
  });
  return event;
}

/** https://docs.discord.com/developers/resources/message#attachment-object */
export function attachmentObject(world: World, channelId: string, attachment: Attachment): Wire {
  const url = attachmentUrl(world, channelId, attachment);
  const { description, contentType, width, height, duration, waveform, spoiler, ephemeral } = attachment;
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url,
    proxy_url: url,
    ...(description === null ? {} : { description }),
    ...(contentType === null ? {} : { content_type: contentType }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(duration === null ? {} : { duration_secs: duration }),
    ...(waveform === null ? {} : { waveform }),
    ...(ephemeral ? { ephemeral: true } : {}),
    flags: spoiler ? 1 << 3 : 0,
  };
}

function messageWithoutReply(world: World, message: Message, receiver: string): Wire {
  const thread = world.state.channels.get(message.id);
  const startsThread = thread?.thread && thread.id !== message.channelId ? thread : undefined;
  const object: Wire = {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: authorObject(world, message),
    content: message.content,
    timestamp: instantText(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : instantText(message.editedAt),
    tts: message.tts,
    mention_everyone: message.mentionEveryone,
    mentions: message.mentions.map((id) => userObject(findUser(world, id))),
    mention_roles: [...message.mentionRoles],
    attachments: message.attachments.map((attachment) => attachmentObject(world, message.channelId, attachment)),
    embeds: message.embeds.map((embed) => withFiles(world, message, embed)),
    components: message.components.map((component) => withFiles(world, message, component)),
    pinned: message.pinned,
    flags: message.flags | (startsThread ? hasThread : 0),
  };
  addRareFields(world, message, receiver, startsThread, object);
  return object;
}

/** Puts signed links in the place of `attachment://name`, wherever the message's own files are shown, and of older links to files. */
function withFiles(world: World, message: Message, shown: Wire): Wire {
  const text = JSON.stringify(shown);
  if (!text.includes('attachment://') && !text.includes('/cdn/attachments/')) return shown;
  return JSON.parse(text, (key, value: unknown) => {
    if (typeof value !== 'string' || !linkKeys.has(key)) return value;
    const file = message.attachments.find(({ filename }) => `attachment://${filename}` === value);
    return file ? attachmentUrl(world, message.channelId, file) : signedAnew(world, value);
  }) as Wire;
}

const linkKeys = new Set(['url', 'proxy_url', 'icon_url', 'proxy_icon_url']);

/** Put in one by one: spreading them would take longer than making the whole message. */
function addRareFields(
  world: World,
  message: Message,
  receiver: string,
  thread: Channel | undefined,
  rare: Wire,
): void {
  if (message.webhookId !== null) rare.webhook_id = message.webhookId;
  if (message.applicationId !== null) rare.application_id = message.applicationId;
  if (message.nonce !== null) rare.nonce = message.nonce;
  if (message.poll !== null) rare.poll = message.poll;
  if (message.reactions.length > 0) rare.reactions = reactionObjects(message, receiver);
  if (thread) rare.thread = channelObject(world, thread, receiver);
  if (message.snapshot !== null) rare.message_snapshots = [{ message: withFiles(world, message, message.snapshot) }];
  if (message.interaction !== null) Object.assign(rare, interactionFields(world, message, message.interaction));
  if (message.stickers.length > 0) {
    rare.sticker_items = message.stickers.map(({ id, name, format }) => ({ id, name, format_type: format }));
  }
  if (message.extra) Object.assign(rare, message.extra);
  if (message.reference !== null) {
    const { type, messageId, channelId, guildId } = message.reference;
    rare.message_reference = {
      type,
      channel_id: channelId,
      ...(messageId === '' ? {} : { message_id: messageId }),
      ...(guildId === null ? {} : { guild_id: guildId }),
    };
  }
}

function authorObject(world: World, message: Message): Wire {
  // Answers to interactions carry their application as the webhook, and its bot as the author.
  const account = world.state.users.get(message.authorId);
  if (account) return userObject(account);
  const stored = world.state.webhooks.get(message.authorId);
  return {
    id: message.authorId,
    username: message.face?.name ?? stored?.name ?? 'Deleted Webhook',
    discriminator: '0000',
    global_name: null,
    avatar: message.face?.avatarUrl ? pictureHash(message.face.avatarUrl) : (stored?.avatar ?? null),
    bot: true,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** Discord copies a webhook's picture and shows it by a hash of its own. */
export function pictureHash(url: string): string {
  return createHash('md5').update(url).digest('hex');
}

function reactionObjects(message: Message, receiver: string): Wire[] {
  return message.reactions.map(({ emoji, userIds }) => ({
    emoji: { id: emoji.id, name: emoji.name, ...(emoji.animated ? { animated: true } : {}) },
    count: userIds.length,
    count_details: { burst: 0, normal: userIds.length },
    burst_colors: [],
    me: userIds.includes(receiver),
    me_burst: false,
  }));
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function interactionFields(world: World, message: Message, source: NonNullable<Message['interaction']>): Wire {
  const user = userObject(findUser(world, source.userId));
  const guildId = world.state.channels.get(message.channelId)?.guildId;
  const metadata: Wire = {
    id: source.id,
    type: source.type,
    user,
    authorizing_integration_owners: { '0': guildId ?? '0' },
  };
  const clicked = world.state.interactions.get(source.id)?.messageId ?? null;
  if (source.type === 3) metadata.interacted_message_id = clicked ?? message.id;
  if (source.type === 5) {
    metadata.triggering_interaction_metadata =
      clicked === null ? { ...metadata, type: 2 } : { ...metadata, type: 3, interacted_message_id: clicked };
  }
  if (source.name === null) return { interaction_metadata: metadata };
  return { interaction_metadata: metadata, interaction: { id: source.id, type: source.type, name: source.name, user } };
}
