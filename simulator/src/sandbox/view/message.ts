import { attachmentUrl } from '../../cdn/sign.ts';
import { messageObject } from '../../objects/message.ts';
import { may } from '../../permissions.ts';
import type { Attachment, Guild, Message } from '../../state.ts';
import type { World } from '../../world.ts';
import type { AttachmentView, ForwardedView, MessageView, ReplyView } from '../wire.ts';
import { accountView, guildOf, localAddress, messageAuthor } from './authors.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const loading = 1 << 7;

/** A message as `viewer` sees it in their client. */
export function messageView(world: World, message: Message, viewer: string): MessageView {
  const { state } = world;
  const guild = guildOf(state, message.channelId);
  const channel = state.channels.get(message.channelId);
  const wire = messageObject(world, message, viewer);
  return {
    id: message.id,
    channelId: message.channelId,
    author: messageAuthor(state, message, guild),
    content: message.content,
    createdAt: message.createdAt,
    editedAt: message.editedAt,
    type: message.type,
    mine: message.authorId === viewer,
    mayDelete: message.onlyFor === null && channel !== undefined && may(world, viewer, channel, 'manageMessages'),
    mentionsMe: mentions(message, guild, viewer),
    pinned: message.pinned,
    onlyForYou: message.onlyFor !== null,
    thinking: (message.flags & loading) !== 0,
    attachments: message.attachments
      .filter(({ filename }) => !isInEmbed(message, filename))
      .map((one) => attachmentView(world, message.channelId, one)),
    embeds: records(wire.embeds),
    components: records(wire.components),
    reactions: message.reactions.map(({ emoji, userIds }) => ({
      emoji: emoji.name,
      id: emoji.id,
      count: userIds.length,
      mine: userIds.includes(viewer),
      names: userIds.map((id) => accountView(state, id, guild).name),
    })),
    reply: replyView(world, message, guild),
    forwarded: forwardedView(message),
    stickers: message.stickers.map(({ id, name }) => ({ id, name })),
    poll: message.poll,
    command: message.interaction && {
      name: message.interaction.name,
      by: accountView(state, message.interaction.userId, guild),
    },
  };
}

/** What an embed shows does not stand beside it a second time. */
function isInEmbed({ embeds }: Message, filename: string): boolean {
  return JSON.stringify(embeds).includes(JSON.stringify(`attachment://${filename}`));
}

function attachmentView(world: World, channelId: string, one: Attachment): AttachmentView {
  const type = one.contentType ?? 'application/octet-stream';
  return {
    id: one.id,
    name: one.filename,
    size: one.size,
    type,
    address: localAddress(attachmentUrl(world, channelId, one)) ?? '',
    picture: /^image\/(png|jpeg|gif|webp)$/.test(type),
    width: one.width,
    height: one.height,
    spoiler: one.spoiler,
    description: one.description,
  };
}

function mentions(message: Message, guild: Guild | null, viewer: string): boolean {
  if (message.mentions.includes(viewer) || message.mentionEveryone) return message.authorId !== viewer;
  const roles = guild?.members.get(viewer)?.roles;
  return message.mentionRoles.some((role) => roles?.has(role));
}

function replyView({ state }: World, message: Message, guild: Guild | null): ReplyView | null {
  const { reference } = message;
  if (!reference || reference.type !== 0 || message.type !== 19) return null;
  const target = state.messages.get(reference.channelId)?.get(reference.messageId);
  return {
    messageId: reference.messageId,
    author: target ? messageAuthor(state, target, guild) : null,
    excerpt: target?.content.slice(0, 200) ?? '',
  };
}

/** https://docs.discord.com/developers/resources/message#message-snapshot-object */
function forwardedView({ snapshot }: Message): ForwardedView | null {
  if (!snapshot) return null;
  return {
    content: typeof snapshot['content'] === 'string' ? snapshot['content'] : '',
    embeds: records(snapshot['embeds']),
    attachments: records(snapshot['attachments']).map((one) => ({
      id: String(one['id']),
      name: String(one['filename']),
      size: Number(one['size']),
      type: String(one['content_type'] ?? 'application/octet-stream'),
      address: localAddress(String(one['url'])) ?? '',
      picture: /^image\/(png|jpeg|gif|webp)$/.test(String(one['content_type'])),
      width: Number(one['width']) || null,
      height: Number(one['height']) || null,
      spoiler: false,
      description: null,
    })),
  };
}

function records(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
