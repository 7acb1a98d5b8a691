import type { TicketId } from '../ids.ts';
import { ticketChannelPrefix } from '../settings/checks/try-again.ts';
import type { Tables, Ticket } from '../store.ts';
import { markOriginal } from './mark-original.ts';
import { say } from './notice.ts';

/** A ticket channel does not take what the bot wants to show there, until somebody mends it. */

const problemOf = (ticket: TicketId): string => ticketChannelPrefix + ticket;

/** What somebody has to mend, and how. */
export interface InChannel {
  readonly text: string;
  readonly with: Readonly<Record<string, string | number>>;
}

export async function raiseRefused(
  { problems }: Pick<Tables, 'problems'>,
  { id, guild }: Pick<Ticket, 'id' | 'guild'>,
  problem: InChannel,
  now: number,
): Promise<void> {
  await problems.raise({ guild, key: problemOf(id), ...problem, since: now });
}

/** The channel takes messages again, or nobody needs it any more. */
export async function solveRefused(
  { problems }: Pick<Tables, 'problems'>,
  { id, guild }: Pick<Ticket, 'id' | 'guild'>,
): Promise<void> {
  await problems.solve(guild, problemOf(id));
}

/** Since when it refuses, or `now`; epoch milliseconds. */
export async function refusedSince(
  { problems }: Pick<Tables, 'problems'>,
  { id, guild }: Pick<Ticket, 'id' | 'guild'>,
  now: number,
): Promise<number> {
  return (await problems.all(guild)).find(({ key }) => key === problemOf(id))?.since ?? now;
}

/** What the member wrote meanwhile gets a ❌, and the first time they read that it is kept. */
export async function tellWaiting(
  tables: Pick<Tables, 'entries' | 'copies' | 'outbox'>,
  ticket: Pick<Ticket, 'id'>,
  now: number,
): Promise<void> {
  const waiting = await tables.entries.markUnseen(ticket.id);
  const [first] = waiting;
  if (first === undefined) return;
  for (const id of waiting) await markOriginal(tables, { id, kind: 'member' }, '❌', now);
  const day = Math.floor(now / (24 * 60 * 60_000));
  await say(tables, ticket, { text: 'member.kept', with: {}, to: 'member' }, `kept:${ticket.id}:${day}`, now);
}
