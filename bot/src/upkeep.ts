import type { GuildId, TicketId } from './ids.ts';

export interface OldTicket {
  readonly id: TicketId;
  readonly closedAt: number;
  /** A topic's id. */
  readonly topic: string | null;
}

/**
 * Takes away what is of no use any more, so that nothing grows for ever. Each removes up to `limit` rows and answers how many;
 * instants are epoch milliseconds.
 */
export interface Upkeep {
  /** What may be said again anyway. */
  forgetTold(now: number, limit: number): Promise<number>;
  /** Memberships that nobody believes any more; who was a member is looked for there first, and so stays for a season. */
  forgetMemberships(now: number, limit: number): Promise<number>;
  /** Questions that could be answered until yesterday. */
  forgetPrompts(now: number, limit: number): Promise<number>;
  /** What was said at a door and counts no more. */
  forgetDoors(now: number, limit: number): Promise<number>;
  /** How much of people's files was stored before today. */
  forgetFileUse(now: number, limit: number): Promise<number>;
  /** Links that expired a year ago, and who opened them when. */
  forgetLinks(now: number, limit: number): Promise<number>;
  /** Closed tickets whose words are still there, the longest closed first, behind `after`. */
  oldTickets(
    guild: GuildId,
    closedBefore: number,
    after: OldTicket | null,
    limit: number,
  ): Promise<readonly OldTicket[]>;
  countOld(guild: GuildId, closedBefore: number): Promise<number>;
  /** What was said in a closed ticket: entries with their versions, files, reactions, and where they stand in Discord. */
  removeEntries(ticket: TicketId, limit: number): Promise<number>;
  /** Nothing is left of what was said: not in its form nor in its feedback either. False for a ticket that is open again. */
  setEmptied(ticket: TicketId, now: number): Promise<boolean>;
  /** Something was said in a closed ticket: should it have been emptied before, that goes as well. */
  saidLate(ticket: TicketId): Promise<void>;
}
