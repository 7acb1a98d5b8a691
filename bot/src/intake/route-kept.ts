import type { Person, Tables } from '../store.ts';
import { isStillOpen } from '../tickets/open.ts';
import { askAtDoor, comeIn } from './at-door.ts';
import { findDestination, type Destination, type DestinationParts } from './destination.ts';
import { askWhere } from './keep.ts';
import { readKept, type KeptMessage } from './kept-message.ts';
import { refuseMember, type Refusal } from './refuse.ts';
import { sendKept } from './send-kept.ts';

/** Looks again where the messages go that were kept because Discord could not be asked. Throws while it still cannot. */
export async function routeKept(parts: DestinationParts, person: Person): Promise<void> {
  const [first] = await parts.store.tables.intake.kept(person.id);
  if (first === undefined) return;
  const message = readKept(first.message);
  for (let isRouted = false; !isRouted;) {
    const destination = await findDestination(parts, person, message);
    isRouted = await parts.store.transaction(async (tables) => {
      if (destination.is === 'ticket' && !(await isStillOpen(tables, destination.ticket))) return false;
      await route(tables, destination, person, message, parts.clock.now());
      return true;
    });
  }
}

async function route(
  tables: Tables,
  destination: Destination,
  person: Person,
  message: KeptMessage,
  now: number,
): Promise<void> {
  switch (destination.is) {
    case 'ticket':
      return sendKept(tables, { ...destination, person, now });
    case 'server': {
      const came = await comeIn(tables, { ...destination, person, now });
      if (came.is === 'too-soon')
        return refuseKept(tables, person, message, { ...came, guild: destination.guild }, now);
      if (came.is === 'asked') return askAtDoor(tables, person, message.channel, came.isNew, now);
      await sendKept(tables, { ...came, person, now });
      const { guild, anonymous } = came.ticket;
      return tables.intake.setLastServer(person.id, { guild, since: message.id, chosen: false, anonymous });
    }
    case 'ask':
      return askWhere(tables, person, message.channel, destination.among, now);
    case 'refused':
      return refuseKept(tables, person, message, destination.why, now);
  }
}

/** What was kept for a question, also one that has expired, waits for the next choice; anything else the member has to write again. */
async function refuseKept(
  tables: Tables,
  person: Person,
  message: KeptMessage,
  why: Refusal,
  now: number,
): Promise<void> {
  const wasAsked = (await tables.intake.prompt(person.id)) ?? (await tables.doors.get(person.id));
  if (wasAsked === null) await tables.intake.drop(person.id);
  await refuseMember(tables, person, message, why, now);
}
