import { Refused } from '../refusal.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Somebody who has left the thread already is out of it. What else Discord refuses is a problem for staff to see. */
export async function sendKeepOut(
  { discord, store: { tables } }: Pick<SendParts, 'discord' | 'store'>,
  { ticket: id }: Extract<Delivery, { kind: 'keep-out' }>,
): Promise<Sent> {
  const ticket = await tables.tickets.get(id);
  const member = ticket && (await tables.people.get(ticket.person));
  if (!member || ticket.channel === null) return nothingToRecord;
  try {
    await discord.removeFromThread(ticket.channel, member.user);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'unknown-member') throw error;
  }
  return nothingToRecord;
}
