import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { GuildId } from '../ids.ts';
import { recordFromMember } from '../relay/from-member.ts';
import type { Person, Store, Ticket } from '../store.ts';
import { openTicket } from '../tickets/open.ts';
import { admit } from './admit.ts';
import type { DestinationParts } from './destination.ts';
import type { Refusal } from './refuse.ts';
import { serversOf } from './servers.ts';

export type Chosen =
  | { readonly is: 'sent'; readonly ticket: Ticket }
  | { readonly is: 'not-possible' | 'nothing-kept' }
  | { readonly is: 'refused'; readonly why: Refusal };

/**
 * A member said which server their messages are for. The answer is checked again, since servers and memberships change while a
 * menu stands there; then everything kept goes into the ticket, in the order in which it was written.
 */
export async function chooseServer(
  parts: DestinationParts & { readonly clock: Clock; readonly store: Store },
  person: Person,
  guild: GuildId,
): Promise<Chosen> {
  const now = parts.clock.now();
  const server = (await serversOf(parts, person)).find((candidate) => candidate.guild === guild);
  if (server === undefined) return { is: 'not-possible' };
  const why = await admit({ discord: parts.discord, now }, person, server);
  if (why !== null) return { is: 'refused', why };
  return parts.store.transaction(async (tables): Promise<Chosen> => {
    const kept = await tables.intake.kept(person.id);
    if (kept.length === 0) return { is: 'nothing-kept' };
    const opened = await openTicket(tables, { person, now, ...server });
    if (opened.is === 'too-soon') return { is: 'refused', why: { ...opened, guild } };
    for (const { message } of kept)
      await recordFromMember(tables, {
        ticket: opened.ticket,
        settings: server.settings,
        person,
        message: JSON.parse(message) as IncomingMessage,
        hasWaited: true,
        now,
      });
    await tables.intake.drop(person.id);
    await tables.intake.clearPrompt(person.id);
    await tables.intake.setLastServer(person.id, guild);
    return { is: 'sent', ticket: opened.ticket };
  });
}
