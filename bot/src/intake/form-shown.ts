import type { GuildId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person } from '../store.ts';
import { knownAt, promptLasts, standQuestion } from './at-door.ts';
import type { Asking } from './choose.ts';
import type { DestinationParts } from './destination.ts';

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
    const { known } = await knownAt(tables, { person, guild, now });
    await tables.doors.put({ ...known, person: person.id, guild, topic, until: now + promptLasts });
    await standQuestion(tables, person, prompt, now);
    await tables.outbox.owe(lanes.person(person.id), { kind: 'show-door', person: person.id, at: now }, now);
  });
}
