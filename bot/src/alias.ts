import type { Alias, GuildId, PersonId, TicketId } from './ids.ts';

/** What stands for members in anonymous tickets. Kept by the folder store/. */

export interface AliasFace {
  /** Null: nowhere. */
  readonly url: string | null;
  /** Epoch milliseconds. */
  readonly until: number;
}

export interface Aliases {
  /** Null for a member who never had an anonymous ticket there. */
  of(guild: GuildId, person: PersonId): Promise<Alias | null>;
  /** False if this member has one there, or another member has this one. */
  give(guild: GuildId, person: PersonId, alias: Alias): Promise<boolean>;
  /** Whose alias it is, however its letters are written; null where nobody has it. Staff must never learn the answer. */
  whose(guild: GuildId, alias: string): Promise<{ readonly person: PersonId; readonly alias: Alias } | null>;
  /** Those that begin so, by name; whose they are is for us alone. */
  like(
    guild: GuildId,
    typed: string,
    limit: number,
  ): Promise<readonly { readonly person: PersonId; readonly alias: Alias }[]>;
  /** What was kept of where the picture of a ticket's alias lies; null where nothing holds at `now`. */
  face(ticket: TicketId, now: number): Promise<Pick<AliasFace, 'url'> | null>;
  keepFace(ticket: TicketId, face: AliasFace): Promise<void>;
}
