import type { DrawnMessage } from '../discord.ts';
import type { Person } from '../store.ts';
import type { DrawContext, DrawnEntry } from './drawable.ts';

/** What the member reads in their DM with the bot. */

/** A reply, or a notice to the member. */
export function forMember(_context: DrawContext, _drawn: DrawnEntry): readonly DrawnMessage[] {
  return [];
}

/** What the member reads when their ticket is closed; null when nothing is to be said. */
export function closingMessage(_context: DrawContext): DrawnMessage | null {
  return null;
}

/** A line that belongs to no ticket, as `tell` deliveries hold it. Strings in `with` are escaped here. */
export function tellMember(
  _said: { readonly text: string; readonly with: Readonly<Record<string, string | number>> },
  _locale: string,
): DrawnMessage {
  return { text: '' };
}

/** The question which server a message is for. Ids: `ask-server:choose`, and `ask-server:page:<page>` where there are more than 25. */
export function askServer(
  _question: {
    readonly servers: readonly { readonly guild: string; readonly name: string }[];
    readonly page: number;
    readonly kept: number;
    readonly member: Person;
  },
  _locale: string,
): DrawnMessage {
  return { text: '' };
}
