import type { Settings } from '../settings/schema.ts';
import type { Ticket } from '../store.ts';
import type { PersonId, RoleId } from '../ids.ts';
import type { Standing } from './standing.ts';

/** What somebody may do to a ticket; every door asks here. */
export type TicketAction = 'reply' | 'claim' | 'take-over' | 'close' | 'reopen' | 'block';

export type Permission =
  { readonly ok: true } | { readonly ok: false; readonly because: 'not-staff' | 'claimed-by-other' };

const yes: Permission = { ok: true };

export function may(
  action: TicketAction,
  by: { readonly person: PersonId; readonly standing: Standing },
  ticket: Pick<Ticket, 'claimedBy'>,
  settings: Pick<Settings, 'claimExclusive'>,
): Permission {
  if (by.standing === 'admin') return yes;
  if (by.standing === 'none') return { ok: false, because: 'not-staff' };
  const othersClaim = ticket.claimedBy !== null && ticket.claimedBy !== by.person;
  if (action === 'take-over' && othersClaim) return { ok: false, because: 'claimed-by-other' };
  if (action === 'reply' && settings.claimExclusive && othersClaim) return { ok: false, because: 'claimed-by-other' };
  return yes;
}

/** Manage Messages is enough to answer in the ticket channels that somebody sees, and not to read what was said in the others. */
export function mayReadTranscripts(
  by: { readonly roles: readonly RoleId[]; readonly standing: Standing },
  { staffRoles }: Pick<Settings, 'staffRoles'>,
): boolean {
  return by.standing === 'admin' || (by.standing === 'staff' && staffRoles.some((role) => by.roles.includes(role)));
}
