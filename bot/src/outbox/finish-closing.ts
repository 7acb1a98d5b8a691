import { hurryRefused } from '../settings/checks/try-again.ts';
import { lanes, type Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import type { Sent } from './sent.ts';

/** Reached once the member's side has had its last message: owes the rest of closing, in its order, to the staff side. */
export async function sendFinishClosing(
  { clock }: Pick<SendParts, 'clock'>,
  { ticket }: Extract<Delivery, { kind: 'finish-closing' }>,
): Promise<Sent> {
  return {
    record: async (tables) => {
      const now = clock.now();
      for (const delivery of [
        { kind: 'transcript', ticket },
        { kind: 'log', ticket, event: 'closed' },
        { kind: 'reflect', ticket },
        { kind: 'tags', ticket },
        { kind: 'close-channel', ticket },
      ] satisfies Delivery[])
        await tables.outbox.owe(lanes.staff(ticket), delivery, now);
      // Whatever the ticket channel refused is tried a last time, and then waits no more.
      await hurryRefused(tables, ticket, now);
      const closed = await tables.tickets.get(ticket);
      if (closed === null || closed.memberThread === null) return;
      await tables.outbox.owe(lanes.member(ticket), { kind: 'close-member-thread', ticket }, now);
    },
  };
}
