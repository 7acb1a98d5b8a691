import { lanes } from '../outbox/delivery.ts';
import type { Tables, Ticket } from '../store.ts';
import { say } from './notice.ts';

/**
 * Whether a member who is no staff may not be where their ticket is shown. In a private thread they would read what staff say among
 * themselves. Taking one of many out of an anonymous ticket would tell everybody who its member is.
 */
export function isKeptOut({ channelKind, anonymous }: Pick<Ticket, 'channelKind' | 'anonymous'>): boolean {
  return channelKind === 'private-thread' && !anonymous;
}

/** The member was brought into the thread of their own ticket: they are taken out, and staff are told. */
export async function keepOut(tables: Tables, ticket: Ticket, source: string, now: number): Promise<void> {
  const notice = { text: 'notice.member-kept-out', with: { member: ticket.person }, to: 'staff' } as const;
  if ((await say(tables, ticket, notice, `kept-out:${source}`, now)) === null) return;
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'keep-out', ticket: ticket.id }, now);
}
