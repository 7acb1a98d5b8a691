import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Tables } from '../store.ts';

/** The member reads to which server their message went. */
export async function tellWhereTo(tables: Tables, person: Person, guild: GuildId, now: number): Promise<void> {
  const line = { kind: 'tell', person: person.id, guild, text: 'member.goes-to', with: {}, at: now } as const;
  await tables.outbox.owe(lanes.person(person.id), line, now);
}
