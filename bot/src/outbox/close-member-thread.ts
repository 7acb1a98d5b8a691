import { Refused } from '../refusal.ts';
import { forgetMemberThread } from '../tickets/forget-channel.ts';
import type { Delivery } from './delivery.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/**
 * After the last message to the member. Should the ticket be opened again, the member is written to in their DM first. A thread that
 * could not be closed stays the ticket's, so that whoever writes in it still sees that nobody reads it.
 */
export async function sendCloseMemberThread(
  { store, discord, clock }: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'close-member-thread' }>,
): Promise<Sent> {
  const ticket = await store.tables.tickets.get(id);
  const thread = ticket?.memberThread ?? null;
  if (ticket === null || thread === null) return nothingToRecord;
  const refusal = await close(discord, thread);
  const key = `close-member-thread:${id}`;
  return {
    async record(tables) {
      if (refusal === null) {
        await forgetMemberThread(tables, ticket.bot, thread);
        return tables.problems.solve(ticket.guild, key);
      }
      await tables.problems.raise({
        guild: ticket.guild,
        key,
        text: 'problem.cannot-close-channel',
        with: { where: thread, reason: refusal.message },
        since: clock.now(),
      });
    },
  };
}

/** Null: it is closed, or gone. */
async function close(
  discord: SendParts['discord'],
  thread: Parameters<typeof discord.changeThread>[0],
): Promise<Refused | null> {
  try {
    await discord.changeThread(thread, { archived: true, locked: true });
    return null;
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return error.reason === 'unknown-channel' || error.reason === 'no-access' ? null : error;
  }
}
