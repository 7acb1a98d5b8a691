import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Destination } from '../intake/destination.ts';
import { refuseMember } from '../intake/refuse.ts';
import { keepForLater } from '../intake/keep.ts';
import { openTicket } from '../tickets/open.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Person, Store, Tables, Ticket } from '../store.ts';
import type { Meet } from './meet.ts';
import { contentOf, repliedEntry } from './content.ts';

export interface FromMemberParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  readonly meet: Meet;
  readonly destination: (person: Person, message: IncomingMessage) => Promise<Destination>;
}

/** A member wrote to the bot: whatever comes of it is written down here, in one transaction. */
export async function fromMember(parts: FromMemberParts, message: IncomingMessage): Promise<void> {
  const now = parts.clock.now();
  const person = await parts.meet(message.author, message.channel);
  const destination = await parts.destination(person, message);
  await parts.store.transaction(async (tables) => {
    await tables.reading.mark(person.bot, message.channel, message.id);
    switch (destination.is) {
      case 'ticket':
        if (destination.switched) await tables.intake.setLastServer(person.id, destination.ticket.guild);
        return recordFromMember(tables, destination.ticket, person, message, now);
      case 'server': {
        const opened = await openTicket(tables, { person, now, ...destination });
        if (opened.is === 'too-soon')
          return refuseMember(tables, person, message, { ...opened, guild: destination.guild }, now);
        await tables.intake.setLastServer(person.id, destination.guild);
        return recordFromMember(tables, opened.ticket, person, message, now);
      }
      case 'ask':
        return keepForLater(tables, person, message, now);
      case 'nowhere':
        return refuseMember(tables, person, message, destination, now);
    }
  });
}

/** One entry, once; the staff side is owed a copy of it. */
export async function recordFromMember(
  tables: Tables,
  ticket: Ticket,
  person: Person,
  message: IncomingMessage,
  now: number,
): Promise<void> {
  const entry = await tables.entries.add({
    ticket: ticket.id,
    kind: 'member',
    author: person.id,
    at: message.sentAt,
    source: `message:${message.id}`,
    content: contentOf(message),
    notice: null,
    replyTo: await repliedEntry(tables, person.bot, ticket, message.replyTo),
    anonymous: false,
  });
  if (entry === null) return;
  await tables.copies.add({
    entry: entry.id,
    bot: person.bot,
    side: 'member',
    channel: message.channel,
    message: message.id,
    part: 0,
    original: true,
    webhook: null,
  });
  await tables.outbox.owe(
    lanes.staff(ticket.id),
    { kind: 'copy', ticket: ticket.id, entry: entry.id, side: 'staff' },
    now,
  );
}
