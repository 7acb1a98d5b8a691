import type { DrawnMessage } from '../discord.ts';
import type { RoleId } from '../ids.ts';
import type { Person, Ticket } from '../store.ts';
import type { DrawContext } from './drawable.ts';

/** The first message of a ticket channel: who writes, what is known of them, and what can be done. */

export interface CardFacts {
  /** When the member joined the server, epoch milliseconds; null when they are not in it, undefined when Discord does not say. */
  readonly joinedAt: number | null | undefined;
  readonly roles: readonly RoleId[];
  /** The member's other tickets here, newest first, with a link to their channel where it still is. */
  readonly earlier: readonly { readonly ticket: Ticket; readonly link: string | null }[];
  /** How many there are, where `earlier` is only the newest. */
  readonly earlierCount: number;
  readonly claimedBy: Person | null;
  readonly closedBy: Person | null;
}

/** `opening`: the first drawing, which pings; later ones ping nobody. Buttons: `ticket:claim`, `ticket:unclaim`, `ticket:close`, `ticket:reply`. */
export function card(_context: DrawContext, _facts: CardFacts, _how: { readonly opening: boolean }): DrawnMessage {
  return { text: '' };
}
