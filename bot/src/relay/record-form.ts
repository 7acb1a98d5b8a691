import type { Answer } from '../door.ts';
import { lanes } from '../outbox/delivery.ts';
import type { InteractionId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { allAnswers, besidesCard } from '../tickets/answers.ts';
import { aliasOf } from '../tickets/alias.ts';
import { hideMember } from './hide-member.ts';
import { withTakenFiles } from './member-files.ts';
import { keepLinks, tellRefused } from './record-from-member.ts';

export interface FormOfTicket {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly person: Person;
  readonly answers: readonly Answer[];
  /** What filled in the form. */
  readonly by: InteractionId;
  /** The ticket was opened with it: its card shows what is short. */
  readonly onCard: boolean;
  readonly now: number;
}

/** What the card does not hold of a form, as a message of the member. */
export async function recordForm(
  tables: Tables,
  { ticket, settings, person, answers, by, onCard, now }: FormOfTicket,
): Promise<void> {
  const written = onCard ? besidesCard(answers) : allAnswers(answers);
  if (written === null) return;
  const shown = ticket.anonymous ? hideMember(written, person, await aliasOf(tables, ticket)) : written;
  const content = withTakenFiles(shown, settings);
  const entry = await tables.entries.add({
    ticket: ticket.id,
    kind: 'member',
    author: person.id,
    at: now,
    source: `form:${by}`,
    content,
    notice: null,
    replyTo: null,
    anonymous: false,
  });
  if (entry === null) return;
  if (ticket.anonymous) await keepLinks(tables, entry, withTakenFiles(written, settings));
  const copy = { kind: 'copy', ticket: ticket.id, entry: entry.id, side: 'staff' } as const;
  await tables.outbox.owe(lanes.staff(ticket.id), copy, now);
  if (content.refused) await tellRefused(tables, ticket, content.refused, by, now);
}
