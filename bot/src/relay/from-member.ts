import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Destination } from '../intake/destination.ts';
import { refuseMember } from '../intake/refuse.ts';
import { keepForLater } from '../intake/keep.ts';
import type { Settings } from '../settings/schema.ts';
import { openTicket } from '../tickets/open.ts';
import { carryAcross, takeTurn } from '../tickets/pace.ts';
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
  const hasWaited = message.fetched === true;
  await parts.store.transaction(async (tables) => {
    await tables.reading.mark(person.bot, message.channel, message.id);
    switch (destination.is) {
      case 'ticket':
        if (destination.switched) await tables.intake.setLastServer(person.id, destination.ticket.guild);
        return recordFromMember(tables, { ...destination, person, message, hasWaited, now });
      case 'server': {
        const opened = await openTicket(tables, { person, now, ...destination });
        if (opened.is === 'too-soon')
          return refuseMember(tables, person, message, { ...opened, guild: destination.guild }, now);
        await tables.intake.setLastServer(person.id, destination.guild);
        const { ticket } = opened;
        return recordFromMember(tables, { ...destination, ticket, person, message, hasWaited, now });
      }
      case 'ask':
        return keepForLater(tables, person, message, now);
      case 'refused':
        return refuseMember(tables, person, message, destination.why, now);
    }
  });
}

export interface FromMember {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly person: Person;
  readonly message: IncomingMessage;
  /** It was fetched or kept, so the limit does not hold it up again. */
  readonly hasWaited: boolean;
  readonly now: number;
}

/** One entry, once; the staff side is owed a copy of it, as soon as the limit lets it through. */
export async function recordFromMember(
  tables: Tables,
  { ticket, settings, person, message, hasWaited, now }: FromMember,
): Promise<void> {
  const written = { ticket: ticket.id, kind: 'member', at: message.sentAt, hasWaited } as const;
  const turn = await takeTurn(tables, written, settings.limits.perSidePerMinute, now);
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
    ...turn,
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
  const original = { channel: message.channel, message: message.id };
  await carryAcross(tables, { ...entry, kind: 'member' }, turn, original, now);
}
