import type { ChannelId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { Ticket } from '../store.ts';
import { lanes } from './delivery.ts';
import type { SendParts } from './parts.ts';

/**
 * Writes in a thread that Discord may have archived in its silence: while its ticket is open, it is opened for what is new. A closed one
 * stays as it is, and the refusal is thrown.
 */
export async function inOpenThread<Written>(
  parts: Pick<SendParts, 'clock' | 'discord' | 'store'>,
  ticketOf: () => Promise<Ticket | null>,
  thread: ChannelId,
  write: () => Promise<Written>,
): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Refused) || error.reason !== 'archived') throw error;
    const ticket = await ticketOf();
    if (ticket === null || !isOpen(ticket)) throw error;
    await parts.discord.changeThread(thread, { archived: false });
    await archiveIfClosed(parts, ticket);
    return write();
  }
}

/** It may have been closed in the moment in which it was opened. */
async function archiveIfClosed(
  { clock, store }: Pick<SendParts, 'clock' | 'store'>,
  { id }: Pick<Ticket, 'id'>,
): Promise<void> {
  const ticket = await store.tables.tickets.get(id);
  if (ticket === null || isOpen(ticket)) return;
  await store.transaction(({ outbox }) =>
    outbox.owe(lanes.staff(id), { kind: 'close-again', ticket: id }, clock.now(), `close-again:${id}`),
  );
}

function isOpen({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'opening' || state === 'open';
}
