import type { GuildId, InteractionId, PersonId, RoleId } from './ids.ts';
import type { IncomingFile } from './incoming.ts';

/** What a member says at the door, between "which server?" and an open ticket. Kept by the folder store/. */

/** What a ticket is about, as it was called when it was opened: it goes on when the topic is changed or gone. */
export interface TicketTopic {
  readonly id: string;
  readonly name: string;
  /** As Discord writes it: the character itself, or `<:name:id>`. */
  readonly emoji: string | null;
  /** Who saw such tickets then; empty means the server's staff. */
  readonly staffRoles: readonly RoleId[];
}

/** To one question of a topic's form. */
export interface Answer {
  /** The question's id. */
  readonly question: string;
  /** The question as it was asked. */
  readonly label: string;
  /** What was written, or chosen; none for files and for what was left out. */
  readonly values: readonly string[];
  readonly files: readonly IncomingFile[];
}

export interface FilledForm {
  /** Whose form it is. */
  readonly topic: string;
  readonly by: InteractionId;
  /** Not while a question has to be answered again. */
  readonly complete: boolean;
  readonly answers: readonly Answer[];
}

/** How far a member has come; what is null they have not been asked, or have not answered. */
export interface Door {
  readonly person: PersonId;
  readonly guild: GuildId;
  /** A topic's id. */
  readonly topic: string | null;
  readonly form: FilledForm | null;
  readonly anonymous: boolean | null;
  /** Until when it counts; epoch milliseconds. */
  readonly until: number;
}

/** A member stands at one door at a time; what they entered at another one is set aside for a day. */
export interface Doors {
  get(person: PersonId): Promise<Door | null>;
  /** Sets the form of another server's door aside, and takes up what was set aside for this one. */
  put(door: Door): Promise<void>;
  /** What was entered at this door, while they stand at another one. */
  setAside(person: PersonId, guild: GuildId): Promise<FilledForm | null>;
  /** They leave whatever door they stand at for a conversation in this server: what was entered at another one is set aside. */
  remove(person: PersonId, guild: GuildId): Promise<void>;
}
