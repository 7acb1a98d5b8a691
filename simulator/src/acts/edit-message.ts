import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { may, missingPermissions, need } from '../permissions.ts';
import type { Attachment, Channel, Message } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';
import { applicationOf, authorId } from './author.ts';
import type { Author } from './author.ts';
import { completeComponents } from './components.ts';
import { completeEmbeds } from './embeds.ts';
import { defaultMentions, mentionsIn } from './mentions.ts';
import type { AllowedMentions } from './mentions.ts';
import { needFor, needUnarchived, needUnlocked } from './writable.ts';
import { tellMessage } from './write-message.ts';

/** What changes; absent fields stay. */
export interface MessageChanges {
  readonly content?: string;
  readonly embeds?: readonly Wire[];
  readonly components?: readonly Wire[];
  /** All that the message has afterwards: kept ones and new ones. */
  readonly attachments?: readonly Attachment[];
  readonly allowedMentions?: AllowedMentions;
  readonly flags?: number;
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const flags = { suppressEmbeds: 1 << 2, loading: 1 << 7, voice: 1 << 13, componentsV2: 1 << 15 };

/** What an edit may set or clear; the others stay as they are. */
const settable = flags.suppressEmbeds | flags.componentsV2;

/**
 * Edits a message and tells MESSAGE_UPDATE. Others' messages only take SUPPRESS_EMBEDS, with Manage Messages.
 * @throws 10008, 50001, 50005, 50013, 50083, 50173 (voice messages), 160005
 */
export function editMessage(world: World, by: Author, message: Message, changes: MessageChanges): Message {
  const channel = findChannel(world, message.channelId);
  needUnarchived(channel);
  needToEdit(world, by, channel, message, changes);
  const visibly = apply(world, by, channel, message, changes);
  if (changes.flags !== undefined) message.flags = withSettable(message.flags, changes.flags);
  // What a bot promised with a deferred answer is there now.
  if (by.as === 'answer') message.flags &= ~flags.loading;
  if (visibly) message.editedAt = world.clock.now();
  tellMessage(world, channel, message, 'MESSAGE_UPDATE');
  return message;
}

function needToEdit(world: World, by: Author, channel: Channel, message: Message, changes: MessageChanges): void {
  if (by.as === 'answer' && applicationOf(message) !== by.interaction.applicationId) throw unknownMessage();
  if (by.as === 'webhook' && message.webhookId !== by.webhook.id) throw unknownMessage();
  if (by.as === 'account') needOwn(world, by.userId, channel, message, changes);
  if ((message.flags & flags.voice) !== 0 && changes.content !== undefined) {
    throw new ApiError(400, 50173, 'Cannot edit a voice message');
  }
  needFor(world, by, channel, {
    files: (changes.attachments ?? []).some((file) => !message.attachments.includes(file)),
    embeds: (changes.embeds?.length ?? 0) > 0,
    poll: false,
  });
}

function needOwn(world: World, userId: string, channel: Channel, message: Message, changes: MessageChanges): void {
  need(world, userId, channel);
  needUnlocked(world, userId, channel);
  if (authorId(world, { as: 'account', userId }) === message.authorId) return;
  const onlyFlags = Object.entries(changes).every(([key, value]) => key === 'flags' || value === undefined);
  if (!onlyFlags) throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
  if (!may(world, userId, channel, 'manageMessages')) throw missingPermissions();
}

/** Whether anything changed that Discord marks as "edited". */
function apply(world: World, by: Author, channel: Channel, message: Message, changes: MessageChanges): boolean {
  const { content, embeds, components, attachments } = changes;
  if (content !== undefined) {
    message.content = content;
    // Who is pinged is worked out again, with the defaults when the edit does not say.
    const allowed = changes.allowedMentions ?? defaultMentions(by);
    const replied = message.mentions.filter((id) => allowed.repliedUser && isReplied(world, message, id));
    const mentioned = mentionsIn(world, channel, by, content, allowed);
    Object.assign(message, mentioned, { mentions: [...new Set([...mentioned.mentions, ...replied])] });
  }
  if (embeds !== undefined) message.embeds = completeEmbeds(embeds);
  if (components !== undefined) message.components = completeComponents(components);
  if (attachments !== undefined) message.attachments = [...attachments];
  return [content, embeds, components, attachments].some((part) => part !== undefined);
}

function isReplied(world: World, message: Message, userId: string): boolean {
  if (!message.reference || message.reference.type !== 0) return false;
  const { channelId, messageId } = message.reference;
  return world.state.messages.get(channelId)?.get(messageId)?.authorId === userId;
}

/** Components V2 can be switched on by an edit, never off. */
function withSettable(before: number, wanted: number): number {
  return (before & ~settable) | (wanted & settable) | (before & flags.componentsV2);
}

function unknownMessage(): ApiError {
  return new ApiError(404, 10008, 'Unknown Message');
}
