import type { Attachment, Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import type { AllowedMentions } from './mentions.ts';
import type { Wire } from '../objects/wire.ts';

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
  /** SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE, IS_COMPONENTS_V2. */
  readonly flags?: number;
  readonly stickers?: Message['stickers'];
  readonly poll?: Wire | null;
  /** Any message type, for kinds that only Discord itself makes. */
  readonly type?: number;
  /** The only person who sees it (ephemeral answers). */
  readonly onlyFor?: string | null;
}

/**
 * Posts a message: permissions, DM rules, archived and locked threads, mentions, nonce, counters, events.
 * Lengths and emptiness are the door's to check, since people may write longer texts than bots.
 * With `enforceNonce` a repeated nonce returns the message that is already there.
 * @throws 10003, 10008, 50001, 50007, 50013, 50083, 50278, 160002, 160005, 160014, 40058, 50008, 50035
 */
export function postMessage(world: World, draft: Draft): Message {
  void world;
  void draft;
  throw new Error('being written');
}
