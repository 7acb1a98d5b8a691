import type { MessageId, PersonId, UserId } from '../ids.ts';
import type { Feedback } from '../closing.ts';
import type { Language } from '../language.ts';
import type { Settings } from '../settings/schema.ts';
import type { StoredFile } from '../files.ts';
import type { Entry, Ticket } from '../store.ts';

/** What is drawn: plain data that is true at the moment of drawing. Whoever draws has looked it all up. */

/**
 * Somebody as drawing may know them. Of the member of an anonymous ticket nothing of the account gets this far: see `underAlias`
 * in names.ts.
 */
export interface DrawnPerson {
  readonly id: PersonId;
  readonly username: string;
  readonly displayName: string;
  readonly avatarUrl: string | null;
  readonly user: UserId | null;
}

export interface DrawContext {
  readonly ticket: Ticket;
  readonly settings: Settings;
  /** The server's name, as its people know it. */
  readonly guildName: string;
  readonly member: DrawnPerson;
  /** The reader's language: the server's for staff, the member's own for the member. */
  readonly locale: Language;
  /** False: the bot cannot read what staff type, only commands and what is written to itself. */
  readonly readsContent?: boolean;
  /** The member writes with several servers: each reply says which one it comes from. */
  readonly severalServers?: boolean;
}

/** A file of an entry. `hash` null: the bytes could not be kept, and `url` may lead to them for about a day. */
export interface KeptFile extends StoredFile {
  readonly bytes: () => Promise<Uint8Array>;
  readonly url: string;
  readonly spoiler: boolean;
  readonly description: string | null;
}

export interface DrawnReply {
  readonly entry: Entry;
  readonly author: DrawnPerson | null;
  /** Where that entry can be seen on the reader's side. */
  readonly message: MessageId | null;
  /** A link to that message, for those who cannot reply natively. */
  readonly link: string | null;
}

export interface DrawnEntry {
  readonly entry: Entry;
  /** Null for notices, and for people whose data was erased. */
  readonly author: DrawnPerson | null;
  /** The name of the author's highest role, for signatures. */
  readonly topRole: string | null;
  readonly files: readonly KeptFile[];
  readonly replyTo: DrawnReply | null;
  /** Where a picture of a custom emoji lies that the readers cannot see as an emoji; null when they can. */
  readonly emojiPicture?: (id: string, animated: boolean) => string | null;
  /** People whom a notice names: a value of `notice.with` that is a person's id is shown as their name. */
  readonly people?: ReadonlyMap<string, DrawnPerson>;
  /** Closing messages that ask for stars: what came of it. */
  readonly rating?: Rating;
}

/** `open`: the member can still give stars, or words to them. */
export interface Rating {
  readonly open: boolean;
  readonly given: Feedback | null;
}
