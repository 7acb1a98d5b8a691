import type { EntryId, PersonId } from './ids.ts';
import type { Side } from './store.ts';

/** What people put on the messages of a ticket. Kept by the folder store/. */

export interface Reaction {
  readonly entry: EntryId;
  /** Where it was put. */
  readonly side: Side;
  readonly by: PersonId;
  /** As it is put on: the character, or `name:id`. */
  readonly emoji: string;
}

export interface Reactions {
  /** Adding the same again changes nothing. */
  add(reaction: Reaction): Promise<void>;
  remove(reaction: Reaction): Promise<void>;
  /** The emoji of each reaction that was put on an entry on this side. */
  on(entry: EntryId, side: Side): Promise<readonly string[]>;
  clear(entry: EntryId, side: Side, emoji: string): Promise<void>;
}
