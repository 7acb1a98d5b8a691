import type { TicketState } from '../store.ts';

/** Which state may follow which. Waiting for room is `opening` without a channel. */
const moves: Readonly<Record<TicketState, readonly TicketState[]>> = {
  opening: ['open', 'closing', 'closed'],
  open: ['closing', 'closed'],
  closing: ['closed'],
  closed: ['open'],
};

/** The states from which a ticket may become `to`. */
export function before(to: TicketState): readonly TicketState[] {
  return (Object.keys(moves) as TicketState[]).filter((from) => moves[from].includes(to));
}
