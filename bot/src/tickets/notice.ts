import type { Content } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Entry, Notice, Side, Tables, Ticket } from '../store.ts';

export const emptyContent: Content = {
  text: '',
  files: [],
  stickers: [],
  embeds: [],
  poll: null,
  forwarded: null,
  unknown: [],
};

/** Records what the bot says, and owes it to nobody. Null when the same `source` was recorded before. */
export function note(
  tables: Pick<Tables, 'entries'>,
  ticket: Pick<Ticket, 'id'>,
  notice: Notice,
  source: string,
  now: number,
): Promise<Entry | null> {
  return tables.entries.add({
    ticket: ticket.id,
    kind: 'notice',
    author: null,
    at: now,
    source,
    content: emptyContent,
    notice,
    replyTo: null,
    anonymous: false,
  });
}

/** Records what the bot says in a ticket, and owes it to whoever is to read it. Saying the same `source` again changes nothing. */
export async function say(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  ticket: Pick<Ticket, 'id'>,
  notice: Notice,
  source: string,
  now: number,
): Promise<Entry | null> {
  const entry = await note(tables, ticket, notice, source, now);
  if (entry === null) return null;
  const sides: readonly Side[] = notice.to === 'both' ? ['member', 'staff'] : [notice.to];
  for (const side of sides)
    await tables.outbox.owe(lanes[side](ticket.id), { kind: 'copy', ticket: ticket.id, entry: entry.id, side }, now);
  return entry;
}

/** The same explanation is not repeated in a ticket for so long. */
const quietFor = 5 * 60_000;

/** Says it unless the ticket was told the same a few minutes ago. */
export async function sayOnce(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  ticket: Pick<Ticket, 'id'>,
  notice: Notice,
  source: string,
  now: number,
): Promise<void> {
  const recent = await tables.entries.latest(ticket.id, 50);
  // What is offered with it now may not have been offered then.
  const isSame = (one: Notice | null): boolean =>
    one?.text === notice.text && one.with['offer'] === notice.with['offer'];
  if (recent.some((one) => isSame(one.notice) && one.at > now - quietFor)) return;
  await say(tables, ticket, notice, source, now);
}
