import type { EntryId, PersonId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Entry, Tables, Ticket } from '../store.ts';

/**
 * A reply that can be taken back until then stands at the head of the member's lane and waits: whatever is said behind it keeps its
 * place. What is owed here outlives the process.
 */
export async function sendLater(
  { outbox }: Pick<Tables, 'outbox'>,
  { id: entry, ticket }: Pick<Entry, 'id' | 'ticket'>,
  until: number,
  now: number,
): Promise<void> {
  await outbox.owe(lanes.member(ticket), { kind: 'settle', ticket, entry, at: until }, now);
  await outbox.owe(lanes.member(ticket), { kind: 'copy', ticket, entry, side: 'member' }, now);
}

export type Withdrawn = { readonly is: 'withdrawn'; readonly said: string } | { readonly is: 'late' };

/** Takes back a reply of one's own, as long as it waits. The database decides whether it still does. */
export async function withdraw(
  tables: Pick<Tables, 'entries' | 'outbox'>,
  { entry: id, by, now }: { readonly entry: EntryId; readonly by: PersonId; readonly now: number },
): Promise<Withdrawn> {
  const entry = await tables.entries.get(id);
  if (entry === null || entry.author !== by || !(await tables.entries.withdraw(id))) return { is: 'late' };
  const { ticket } = entry;
  await tables.outbox.owe(lanes.staff(ticket), { kind: 'update-copies', ticket, entry: id, side: 'staff' }, now);
  await tables.outbox.hurry(lanes.member(ticket), now);
  return { is: 'withdrawn', said: entry.content.text };
}

/** A ticket that closes waits for nobody: what could still be taken back goes out. */
export async function settleAll(
  { entries, outbox }: Pick<Tables, 'entries' | 'outbox'>,
  ticket: Ticket['id'],
  now: number,
): Promise<void> {
  if (await entries.settle(ticket, null)) await outbox.hurry(lanes.member(ticket), now);
}
