import type { Attachment, Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import type { AllowedMentions } from './mentions.ts';
import type { Wire } from '../objects/wire.ts';

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

/** Edits a message and tells MESSAGE_UPDATE. @throws 50001, 50005, 50083, 50013, 50173 (voice) */
export function editMessage(world: World, by: Author, message: Message, changes: MessageChanges): Message {
  void world;
  void by;
  void message;
  void changes;
  throw new Error('being written');
}
