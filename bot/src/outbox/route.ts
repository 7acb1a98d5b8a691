import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Nothing is sent: this stands in the outbox because it has to be tried until Discord answers. */
export async function sendRoute(
  { store, routeKept }: Pick<SendParts, 'store' | 'routeKept'>,
  { person: id }: Extract<Delivery, { kind: 'route' }>,
): Promise<Sent> {
  const person = await store.tables.people.get(id);
  if (person !== null) await routeKept(person);
  return nothingToRecord;
}
