import { lanes } from '../outbox/delivery.ts';
import type { PersonId } from '../ids.ts';
import type { Settings } from '../settings/schema.ts';
import type { Tables, Ticket } from '../store.ts';
import { say } from './notice.ts';
import { may } from './permissions.ts';
import type { Standing } from './standing.ts';

export type Claimed =
  | { readonly is: 'claimed' | 'yours-already' | 'not-staff' | 'closed' }
  | { readonly is: 'claimed-by-other'; readonly by: PersonId };

export type Unclaimed = { readonly is: 'unclaimed' | 'not-claimed' | 'not-staff' | 'not-yours' | 'closed' };

interface Request {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
  /** Unique, like `interaction:123`. */
  readonly source: string;
  readonly now: number;
}

/** The first one gets it; admins may take it over. */
export async function claimTicket(tables: Tables, request: Request): Promise<Claimed> {
  const { by, settings, now } = request;
  const ticket = (await tables.tickets.get(request.ticket.id)) ?? request.ticket;
  if (ticket.state !== 'open' && ticket.state !== 'opening') return { is: 'closed' };
  if (ticket.claimedBy === by.person) return { is: 'yours-already' };
  const permission = may('take-over', by, ticket, settings);
  if (!permission.ok && permission.because === 'not-staff') return { is: 'not-staff' };
  if (!permission.ok && ticket.claimedBy !== null) return { is: 'claimed-by-other', by: ticket.claimedBy };
  if (!(await tables.tickets.claim(ticket.id, by.person, ticket.claimedBy))) return { is: 'closed' };
  await say(tables, ticket, { text: 'notice.claimed', with: { by: by.person }, to: 'staff' }, request.source, now);
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'reflect', ticket: ticket.id }, now, `reflect:${ticket.id}`);
  return { is: 'claimed' };
}

/** Whoever has a ticket is no longer on the team: it is free again. Nothing happens where somebody else has it. */
export async function dropClaim(tables: Tables, ticket: Ticket, person: PersonId, now: number): Promise<void> {
  if (ticket.claimedBy !== person || !(await tables.tickets.claim(ticket.id, null, person))) return;
  const notice = { text: 'notice.claim-dropped', with: { by: person }, to: 'staff' } as const;
  await say(tables, ticket, notice, `claim-dropped:${ticket.id}:${now}`, now);
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'reflect', ticket: ticket.id }, now, `reflect:${ticket.id}`);
}

/** Gives back one's own claim; admins may take away anybody's. */
export async function unclaimTicket(tables: Tables, request: Request): Promise<Unclaimed> {
  const { by, settings, now } = request;
  const ticket = (await tables.tickets.get(request.ticket.id)) ?? request.ticket;
  if (ticket.state !== 'open' && ticket.state !== 'opening') return { is: 'closed' };
  const permission = may('take-over', by, ticket, settings);
  if (!permission.ok) return { is: permission.because === 'not-staff' ? 'not-staff' : 'not-yours' };
  if (ticket.claimedBy === null) return { is: 'not-claimed' };
  await tables.tickets.claim(ticket.id, null, ticket.claimedBy);
  await say(tables, ticket, { text: 'notice.unclaimed', with: { by: by.person }, to: 'staff' }, request.source, now);
  await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'reflect', ticket: ticket.id }, now, `reflect:${ticket.id}`);
  return { is: 'unclaimed' };
}
