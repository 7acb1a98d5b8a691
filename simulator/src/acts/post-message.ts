import { findChannel, isThread } from '../lookup.ts';
import type { Attachment, Channel, Message } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';
import { authorId } from './author.ts';
import type { Author } from './author.ts';
import { completeComponents } from './components.ts';
import { completeEmbeds } from './embeds.ts';
import { defaultMentions, mentionsIn } from './mentions.ts';
import type { AllowedMentions } from './mentions.ts';
import { rememberNonce, sentWith } from './nonces.ts';
import { referenceOf } from './references.ts';
import { addMentioned, addSilently } from './thread-members.ts';
import { unarchive } from './unarchive.ts';
import { needFor, needToWrite } from './writable.ts';
import { writeMessage } from './write-message.ts';
import type { Written } from './write-message.ts';

export interface Draft {
  readonly channelId: string;
  readonly by: Author;
  readonly content?: string;
  readonly tts?: boolean;
  /** Wire forms; `type` and ids of components are filled in. */
  readonly embeds?: readonly Wire[];
  readonly components?: readonly Wire[];
  /** From `attach`. */
  readonly attachments?: readonly Attachment[];
  /** Absent: Discord's default for this kind of author. */
  readonly allowedMentions?: AllowedMentions;
  readonly replyTo?: { readonly messageId: string; readonly failIfNotExists?: boolean };
  readonly forward?: { readonly messageId: string; readonly channelId: string };
  readonly nonce?: string | number | null;
  readonly enforceNonce?: boolean;
  /** SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE, IS_COMPONENTS_V2, and LOADING for deferred answers. */
  readonly flags?: number;
  readonly stickers?: Message['stickers'];
  readonly poll?: Wire | null;
  /** Any message type, for kinds that only Discord itself makes. */
  readonly type?: number;
  /** Fields of the wire form that the simulator does not know, like what Discord will invent. */
  readonly extra?: Wire;
  /** The only person who sees it (ephemeral answers). */
  readonly onlyFor?: string | null;
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const flags = { ephemeral: 1 << 6, hasSnapshot: 1 << 14 };

/**
 * Posts a message: permissions, DM rules, archived and locked threads, mentions, nonce, counters, events.
 * Lengths and emptiness are the door's to check, since people may write longer texts than bots.
 * With `enforceNonce` a repeated nonce returns the message that is already there.
 * @throws 10003, 10008, 50001, 50007, 50013, 50083, 50278, 160002, 160005, 160014, 40058, 50008, 50035
 */
export function postMessage(world: World, draft: Draft): Message {
  const channel = findChannel(world, draft.channelId);
  const { by, nonce = null } = draft;
  needToWrite(world, by, channel);
  needFor(world, by, channel, {
    files: (draft.attachments?.length ?? 0) > 0,
    embeds: (draft.embeds?.length ?? 0) > 0,
    poll: Boolean(draft.poll),
  });
  if (nonce !== null && draft.enforceNonce) {
    const sent = sentWith(world, authorId(world, by), nonce);
    if (sent) return sent;
  }
  const written = compose(world, channel, draft);
  if (isThread(channel)) enter(world, channel, by, written);
  const message = writeMessage(world, channel, written);
  if (nonce !== null) rememberNonce(world, message, nonce);
  return message;
}

/** The message that a draft makes in a channel; what it refers to is checked on the way. */
export function compose(world: World, channel: Channel, draft: Draft): Written {
  const { by } = draft;
  const allowed = draft.allowedMentions ?? defaultMentions(by);
  const referring = referenceOf(world, by, channel, draft);
  const mentioned = mentionsIn(world, channel, by, draft.content ?? '', allowed);
  const onlyFor = draft.onlyFor ?? null;
  const { reference, snapshot } = referring;
  const { authorId: author, face, webhookId, applicationId, interaction } = authorship(world, by);
  return {
    authorId: author,
    face,
    webhookId,
    applicationId,
    interaction,
    reference,
    snapshot,
    mentionRoles: mentioned.mentionRoles,
    mentionEveryone: mentioned.mentionEveryone,
    mentions: withReplied(world, reference, mentioned.mentions, allowed),
    type: draft.type ?? (referring.type || answerType(by)),
    content: draft.content ?? '',
    tts: draft.tts ?? false,
    embeds: completeEmbeds(draft.embeds ?? []),
    components: completeComponents(draft.components ?? []),
    attachments: [...(draft.attachments ?? [])],
    nonce: draft.nonce ?? null,
    flags: (draft.flags ?? 0) | (onlyFor === null ? 0 : flags.ephemeral) | (snapshot ? flags.hasSnapshot : 0),
    stickers: [...(draft.stickers ?? [])],
    poll: draft.poll ?? null,
    onlyFor,
    ...(draft.extra && { extra: draft.extra }),
  };
}

/** Writing in a thread opens it again and makes the author one of its members. */
function enter(world: World, thread: Channel, by: Author, written: Written): void {
  if (!isThread(thread)) return;
  if (thread.thread.archived) unarchive(world, thread);
  if (by.as === 'account') addSilently(world, thread, by.userId);
  if (written.mentions) addMentioned(world, thread, by, written.mentions, written.mentionRoles ?? []);
}

function authorship(
  world: World,
  by: Author,
): Pick<Message, 'authorId' | 'face' | 'webhookId' | 'applicationId' | 'interaction'> {
  const id = authorId(world, by);
  if (by.as === 'webhook') {
    const { webhook, face } = by;
    return { authorId: id, face, webhookId: webhook.id, applicationId: webhook.applicationId, interaction: null };
  }
  if (by.as === 'account') {
    return { authorId: id, face: null, webhookId: null, applicationId: null, interaction: null };
  }
  const { applicationId, type, userId, data } = by.interaction;
  const name = type === 2 ? String(data.name) : null;
  const interaction = { id: by.interaction.id, type, userId, name };
  return { authorId: id, face: null, webhookId: applicationId, applicationId, interaction };
}

/** CHAT_INPUT_COMMAND and CONTEXT_MENU_COMMAND; other answers are plain messages. */
function answerType(by: Author): number {
  if (by.as !== 'answer' || by.interaction.type !== 2) return 0;
  return by.interaction.data.type === 1 ? 20 : 23;
}

function withReplied(
  world: World,
  reference: Message['reference'],
  mentions: string[],
  allowed: AllowedMentions,
): string[] {
  if (!reference || reference.type !== 0 || !allowed.repliedUser) return mentions;
  const replied = world.state.messages.get(reference.channelId)?.get(reference.messageId);
  // Webhooks are nobody that could be mentioned.
  if (!replied || !world.state.users.has(replied.authorId) || mentions.includes(replied.authorId)) return mentions;
  return [...mentions, replied.authorId];
}
