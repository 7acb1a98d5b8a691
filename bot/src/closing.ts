import type { BotId, GuildId, PersonId, TicketId } from './ids.ts';

/** What we remember of the end of a ticket: how it came to it, and what its member thought. Kept by the folder store/. */

/** Why and how a ticket is closed; kept from the moment it is decided, since each step may be repeated. */
export interface Closing {
  readonly by: PersonId | null;
  readonly cause: 'manual' | 'auto' | 'channel-deleted' | 'bot-removed' | 'not-opened';
  readonly comment: string | null;
  /** Whether the member may read the comment. */
  readonly shareComment: boolean;
  /** Whether the member gets the closing message. */
  readonly notify: boolean;
}

/** What a member said of a conversation, once. */
export interface Feedback {
  readonly ticket: TicketId;
  /** 1 to 5. */
  readonly stars: number;
  /** In their own words, where they added some. */
  readonly comment: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Feedbacks {
  /** False if the ticket was rated before; the database decides. */
  rate(ticket: TicketId, stars: number, now: number): Promise<boolean>;
  /** False unless it was rated, and without words so far. */
  comment(ticket: TicketId, comment: string, now: number): Promise<boolean>;
  of(ticket: TicketId): Promise<Feedback | null>;
}

/** How long tickets have been quiet. */
export interface Activity {
  /** A message has arrived on the other side, or the ticket is open (again). */
  note(ticket: TicketId, now: number): Promise<void>;
  /** Its people were told that it will be closed. */
  warned(ticket: TicketId, now: number): Promise<void>;
  /** Null unless it is open. */
  of(ticket: TicketId): Promise<{ readonly activeAt: number; readonly warnedAt: number | null } | null>;
  /** Open tickets of a server in which nothing has arrived since then, the quietest first. */
  quiet(
    bot: BotId,
    guild: GuildId,
    since: number,
    page: { readonly from: number; readonly limit: number },
  ): Promise<readonly TicketId[]>;
  /** When something arrived in the quietest of its other open tickets. */
  nextQuiet(bot: BotId, guild: GuildId, since: number): Promise<number | null>;
  /** Whether a message of either side is still on its way. */
  isUnderWay(ticket: TicketId): Promise<boolean>;
}
