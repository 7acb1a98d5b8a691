import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { FirstLook } from '../intake/destination.ts';
import { comeIn } from '../intake/at-door.ts';
import { refuseMember } from '../intake/refuse.ts';
import { keepAndAsk, keepAndLook, keepAtDoor } from '../intake/keep.ts';
import { sendKept } from '../intake/send-kept.ts';
import { tellWhereTo } from '../intake/tell-where-to.ts';
import { isStillOpen } from '../tickets/open.ts';
import type { Person, Store, Tables } from '../store.ts';
import { takeThanks } from './late-thanks.ts';
import type { Acquaintance } from './meet.ts';
import { recordFromMember, type FromMember } from './record-from-member.ts';

export interface FromMemberParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly recognise: Acquaintance['recognise'];
  readonly destination: (person: Person, message: IncomingMessage) => Promise<FirstLook>;
}

/** A member wrote to the bot: whatever comes of it is written down here, in one transaction. */
export async function fromMember(parts: FromMemberParts, message: IncomingMessage): Promise<void> {
  // A ticket that was closed while we looked is no place any more: then we look again.
  for (let isWritten = false; !isWritten;) {
    const { person, introduce, introduced } = await parts.recognise(message.author, message.channel);
    const destination = await parts.destination(person, message);
    const now = parts.clock.now();
    isWritten = await parts.store.transaction(
      async (tables) => (await introduce(tables)) && writeDown(tables, destination, { person, message, now }),
    );
    if (isWritten) introduced();
  }
}

interface Written {
  readonly person: Person;
  readonly message: IncomingMessage;
  readonly now: number;
}

/** False, with nothing written, when the ticket is closed. */
async function writeDown(tables: Tables, destination: FirstLook, { person, message, now }: Written): Promise<boolean> {
  if (destination.is === 'ticket' && !(await isStillOpen(tables, destination.ticket))) return false;
  await tables.reading.mark(person.bot, message.channel, message.id);
  // Told again, after its ticket was closed, it must not open another one.
  if ((await tables.entries.bySource(`message:${message.id}`)) !== null) return true;
  if (!(await takeThanks(tables, destination, { person, message, now })))
    await follow(tables, destination, { person, message, now });
  return true;
}

async function follow(tables: Tables, destination: FirstLook, { person, message, now }: Written): Promise<void> {
  const written = { person, message, hasWaited: message.fetched === true, now };
  switch (destination.is) {
    case 'ticket':
      await sendWaiting(tables, destination, written);
      return record(tables, { ...destination, ...written }, destination);
    case 'server': {
      const came = await comeIn(tables, { ...destination, person, now });
      if (came.is === 'too-soon')
        return refuseMember(tables, person, message, { ...came, guild: destination.guild }, now);
      if (came.is === 'asked') return keepAtDoor(tables, person, message, came.isNew, now);
      const { ticket, settings } = came;
      await sendKept(tables, { ticket, settings, person, now });
      return record(tables, { ...written, ticket, settings }, { ...destination, remember: true });
    }
    case 'ask':
      return keepAndAsk(tables, person, message, destination.among, now);
    case 'later':
      return keepAndLook(tables, person, message, now);
    case 'refused':
      return refuseMember(tables, person, message, destination.why, now);
  }
}

/**
 * A ticket may have come about in another way while its member stood at the door: what they wrote there comes first, however long ago the
 * question expired.
 */
async function sendWaiting(
  tables: Tables,
  { ticket, settings }: Extract<FirstLook, { is: 'ticket' }>,
  { person, now }: Written,
): Promise<void> {
  const door = await tables.doors.get(person.id);
  if (door?.guild !== ticket.guild) return;
  // It may have been meant for an anonymous ticket: then it waits for the answer.
  if (!ticket.anonymous && settings.anonymousMembers !== 'off' && door.anonymous !== false) return;
  await sendKept(tables, { ticket, settings, person, now });
  await tables.doors.remove(person.id, ticket.guild);
}

async function record(
  tables: Tables,
  what: FromMember,
  { remember, switched }: { readonly remember: boolean; readonly switched: boolean },
): Promise<void> {
  const { person, ticket, message, now } = what;
  if (!(await recordFromMember(tables, what))) return;
  const { guild, anonymous } = ticket;
  if (remember) await tables.intake.setLastServer(person.id, { guild, since: message.id, chosen: false, anonymous });
  if (switched) await tellWhereTo(tables, person, ticket, now);
}
