import type { PersonId, TicketId } from './ids.ts';

/** What we remember of the end of a ticket, and what its member thought of it. Kept by the folder store/. */

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
