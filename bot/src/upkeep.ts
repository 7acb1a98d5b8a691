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
}
