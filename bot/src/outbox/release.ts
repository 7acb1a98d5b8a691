import { release } from '../tickets/pace.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import type { Sent } from './sent.ts';

/** A held entry joins what is owed to its side as soon as its time has come; until then its lane waits. */
export async function sendRelease(
  { clock }: Pick<SendParts, 'clock'>,
  { ticket, entry, side, at }: Extract<Delivery, { kind: 'release' }>,
): Promise<Sent> {
  if (at > clock.now()) return { notBefore: at };
  return { record: (tables) => release(tables, ticket, entry, side, clock.now()) };
}
