import type { MessageId, PersonId } from '../ids.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Tables, Ticket } from '../store.ts';
import { showAnew } from './feedback.ts';
import { say } from './notice.ts';
import { may } from './permissions.ts';
import type { Standing } from './standing.ts';

export interface ReopenRequest {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
  /** Whether the member is told. */
  readonly notify: boolean;
  /** Whether the member is in the server now. */
  readonly isMember: boolean;
  /** What asked for it; nothing that was typed in the channel before counts any more. */
  readonly upTo: MessageId;
  /** Unique, like `interaction:123`. */
  readonly source: string;
  readonly now: number;
}

export type Reopened =
  | {
      readonly is:
        'reopened' | 'not-staff' | 'not-closed' | 'still-closing' | 'channel-gone' | 'member-left' | 'not-possible';
    }
  | { readonly is: 'open-elsewhere'; readonly ticket: Ticket };

/**
 * A closed ticket goes on where it was. Whoever is blocked may be answered again: it is staff who open it. What its closing said
 * stays in the history; stars that nobody gave are not asked for any more.
 */
export async function reopenTicket(tables: Tables, request: ReopenRequest): Promise<Reopened> {
  const { by, settings, now, source } = request;
  const ticket = (await tables.tickets.get(request.ticket.id)) ?? request.ticket;
  if (!may('reopen', by, ticket, settings).ok) return { is: 'not-staff' };
  if (ticket.state !== 'closed') return { is: ticket.state === 'closing' ? 'still-closing' : 'not-closed' };
  const { channel } = ticket;
  if (channel === null) return { is: 'channel-gone' };
  const other = await openBeside(tables, ticket);
  if (other !== undefined) return { is: 'open-elsewhere', ticket: other };
  // Of somebody without a name, nothing is said.
  if (!request.isMember) return { is: ticket.anonymous ? 'not-possible' : 'member-left' };
  await tables.tickets.change(ticket.id, { state: 'open', closing: null, closedAt: null }, ['closed']);
  await tables.activity.note(ticket.id, now);
  await tables.reading.mark(ticket.bot, channel, request.upTo);
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'reopen-channel', ticket: ticket.id }, now);
  await say(tables, ticket, { text: 'notice.reopened', with: { by: by.person }, to: 'staff' }, source, now);
  if (request.notify)
    await say(tables, ticket, { text: 'member.reopened', with: {}, to: 'member' }, `${source}:told`, now);
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'reflect', ticket: ticket.id }, now, `reflect:${ticket.id}`);
  const log = { kind: 'log', ticket: ticket.id, event: 'reopened', at: now, by: by.person } as const;
  await tables.outbox.owe(lanes.staff(ticket.id), log, now);
  await showAnew(tables, ticket, now);
  return { is: 'reopened' };
}

/** The member's open ticket in the same server that would be one too many. An anonymous one and a named one know nothing of each other. */
export async function openBeside(
  { tickets }: Pick<Tables, 'tickets'>,
  { person, guild, anonymous }: Ticket,
): Promise<Ticket | undefined> {
  return (await tickets.openOf(person)).find((one) => one.guild === guild && one.anonymous === anonymous);
}
