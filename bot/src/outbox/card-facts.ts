import type { DrawContext } from '../render/drawable.ts';
import type { CardFacts } from '../render/card.ts';
import type { Person, Ticket } from '../store.ts';
import { linkTo } from './drawing.ts';
import type { SendParts } from './parts.ts';

const shown = 5;

/** What the card says of the member and their ticket, as it is now. `memberOf` asks for the member. */
export async function cardFacts(
  parts: SendParts,
  { ticket, member }: DrawContext,
  memberOf = parts.discord.member,
): Promise<CardFacts> {
  const { tables } = parts.store;
  const [inServer, earlier, earlierCount] = await Promise.all([
    member.user === null ? null : memberOf(ticket.guild, member.user),
    tables.tickets.beside(ticket, shown),
    tables.tickets.countBeside(ticket),
  ]);
  return {
    joinedAt: inServer === null ? 'gone' : inServer.joinedAt,
    roles: inServer?.roles ?? [],
    earlier: earlier.map((other) => ({ ticket: other, link: linkOf(other) })),
    earlierCount,
    claimedBy: await person(parts, ticket.claimedBy),
    closedBy: await person(parts, ticket.closing?.by ?? null),
    feedback: await tables.feedback.of(ticket.id),
  };
}

function linkOf(ticket: Ticket): string | null {
  return ticket.channel === null ? null : linkTo(ticket, ticket.channel);
}

async function person(parts: SendParts, id: Person['id'] | null): Promise<Person | null> {
  return id === null ? null : parts.store.tables.people.get(id);
}
