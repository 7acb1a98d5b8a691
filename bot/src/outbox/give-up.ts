import type { Refused } from '../refusal.ts';
import type { Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';

/** A refusal that nobody expected here: it is final, so it becomes a problem that people can see. */
export async function giveUp(tables: Tables, delivery: Delivery, refusal: Refused, now: number): Promise<void> {
  const ticket = 'ticket' in delivery ? await tables.tickets.get(delivery.ticket) : null;
  await tables.problems.raise({
    guild: ticket?.guild ?? null,
    key: `refused:${delivery.kind}:${ticket?.id ?? ''}`,
    text: 'problem.refused',
    with: { what: delivery.kind, reason: refusal.message, code: refusal.code },
    since: now,
  });
}
