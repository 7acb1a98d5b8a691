import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person } from '../store.ts';
import { promptLasts, standQuestion, standsAt } from './at-door.ts';
import type { Asking } from './choose.ts';
import type { DestinationParts } from './destination.ts';
import { nothingKnown } from './door.ts';

/**
 * The form of a topic is shown to a member in their DM. Who dismisses it finds a button there that opens it again: Discord takes the same
 * choice in a menu only once the message was changed.
 */
export async function formShown(
  { store, clock }: Pick<DestinationParts, 'store' | 'clock'>,
  person: Person,
  guild: GuildId,
  topic: string,
  prompt: NonNullable<Asking['prompt']>,
): Promise<void> {
  const now = clock.now();
  await store.transaction(async (tables) => {
    const known = (await standsAt(tables, { person, guild, now })) ?? nothingKnown;
    await tables.doors.put({ ...known, person: person.id, guild, topic, until: now + promptLasts });
    await standQuestion(tables, person, prompt, now);
    await tables.outbox.owe(lanes.person(person.id), { kind: 'show-door', person: person.id, at: now }, now);
  });
}
