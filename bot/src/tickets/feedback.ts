import type { PersonId, TicketId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Notice, Tables, Ticket } from '../store.ts';
import { asStaffMayRead } from './hide-name.ts';
import { note } from './notice.ts';

/** `late`: said before, which counts; `open-again`: there is nothing to rate yet. */
export type FeedbackGiven = { readonly is: 'thanks' | 'late' | 'open-again' | 'not-yours' };

interface Given {
  readonly ticket: TicketId;
  readonly person: PersonId;
  readonly now: number;
}

/** The source of the message that asks for stars; those of an earlier closing ask for nothing any more. */
export function closingSource({ id, closedAt }: Pick<Ticket, 'id' | 'closedAt'>): string {
  return `closing:${id}:${closedAt}`;
}

/** A member gives a closed ticket its stars, once. */
export async function rateTicket(tables: Tables, given: Given & { readonly stars: number }): Promise<FeedbackGiven> {
  const { now, stars } = given;
  const ticket = await rateable(tables, given);
  if ('is' in ticket) return ticket;
  if (!(await tables.feedback.rate(ticket.id, stars, now))) return { is: 'late' };
  await tell(tables, ticket, { text: 'notice.rated', with: { stars: starsText(stars) }, to: 'staff' }, 'rated', now);
  return { is: 'thanks' };
}

/** A few words to the stars, once. */
export async function commentOnTicket(
  tables: Tables,
  given: Given & { readonly comment: string },
): Promise<FeedbackGiven> {
  const { now } = given;
  const ticket = await rateable(tables, given);
  if ('is' in ticket) return ticket;
  const comment = await asStaffMayRead(tables, ticket, given.comment);
  if (comment.trim() === '' || !(await tables.feedback.comment(ticket.id, comment, now))) return { is: 'late' };
  await tables.upkeep.saidLate(ticket.id);
  await tell(tables, ticket, { text: 'notice.rated-words', with: { comment }, to: 'staff' }, 'commented', now);
  return { is: 'thanks' };
}

/** The same everywhere, whatever the language. */
export function starsText(stars: number): string {
  return '★'.repeat(stars).padEnd(5, '☆');
}

async function rateable(tables: Tables, { ticket: id, person }: Given): Promise<Ticket | FeedbackGiven> {
  const ticket = await tables.tickets.get(id);
  if (ticket === null || ticket.person !== person) return { is: 'not-yours' };
  return ticket.state === 'closing' || ticket.state === 'closed' ? ticket : { is: 'open-again' };
}

/** Staff read it in the history, on the card and in the logs; the member sees it in the message that asked. */
async function tell(
  tables: Tables,
  ticket: Ticket,
  notice: Notice,
  event: 'rated' | 'commented',
  now: number,
): Promise<void> {
  const { id } = ticket;
  const entry = await note(tables, ticket, notice, `${event}:${id}`, now);
  if (entry !== null) await tables.outbox.owe(lanes.staff(id), { kind: 'show-late', ticket: id, entry: entry.id }, now);
  await tables.outbox.owe(lanes.staff(id), { kind: 'reflect', ticket: id }, now, `reflect:${id}`);
  // In line behind the card: showing stars as a tag wakes a sleeping post for a moment.
  if (event === 'rated') await tables.outbox.owe(lanes.staff(id), { kind: 'tags', ticket: id }, now);
  await tables.outbox.owe(lanes.staff(id), { kind: 'log', ticket: id, event, at: now }, now);
  await showAnew(tables, ticket, now);
}

/** The message that asked for stars shows what came of it. */
export async function showAnew(tables: Tables, ticket: Ticket, now: number): Promise<void> {
  const asked = await tables.entries.bySource(closingSource(ticket));
  if (asked === null) return;
  const update = { kind: 'update-copies', ticket: ticket.id, entry: asked.id, side: 'member' } as const;
  await tables.outbox.owe(lanes.member(ticket.id), update, now);
}
