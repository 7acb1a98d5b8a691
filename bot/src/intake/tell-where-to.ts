import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables, Ticket } from '../store.ts';

/** The member reads to which server their message went. */
export async function tellWhereTo(
  tables: Tables,
  person: Person,
  { guild, anonymous }: Ticket,
  now: number,
): Promise<void> {
  const text = anonymous ? 'member.goes-to-anonymous' : 'member.goes-to';
  const line = { kind: 'tell', person: person.id, guild, text, with: {}, at: now } as const;
  await tables.outbox.owe(lanes.person(person.id), line, now);
}
