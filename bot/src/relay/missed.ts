import type { ChannelId, TicketId } from '../ids.ts';
import type { IncomingMessage } from '../incoming.ts';
import type { Notice, Ticket } from '../store.ts';
import { say } from '../tickets/notice.ts';
import type { HistoryParts } from './history.ts';

/** What was fetched from a channel, by ticket; kept while the reading is tried again, so that staff are told all of it, once. */
export interface Missed {
  message(ticket: TicketId, message: IncomingMessage): void;
  /** Null: it has no ticket yet, and nobody is told. */
  edited(ticket: TicketId | null): void;
  deleted(ticket: TicketId | null): void;
  /** One line for the staff of each ticket. */
  tell(parts: Pick<HistoryParts, 'store' | 'clock'>, channel: ChannelId): Promise<void>;
}

interface Tally {
  messages: number;
  edits: number;
  deletions: number;
  first: IncomingMessage | null;
  last: IncomingMessage | null;
}

export function createMissed(): Missed {
  const tallies = new Map<TicketId, Tally>();
  function tallyOf(ticket: TicketId): Tally {
    const tally = tallies.get(ticket) ?? { messages: 0, edits: 0, deletions: 0, first: null, last: null };
    tallies.set(ticket, tally);
    return tally;
  }
  return {
    message(ticket, message) {
      const tally = tallyOf(ticket);
      tally.messages += 1;
      tally.first ??= message;
      tally.last = message;
    },
    edited(ticket) {
      if (ticket !== null) tallyOf(ticket).edits += 1;
    },
    deleted(ticket) {
      if (ticket !== null) tallyOf(ticket).deletions += 1;
    },
    async tell({ store, clock }, channel) {
      for (const [id, tally] of tallies) {
        const now = clock.now();
        const source = `caught-up:${id}:${tally.last?.id ?? `${channel}:${now}`}`;
        await store.transaction(async (tables) => {
          const ticket = await tables.tickets.get(id);
          if (ticket !== null && isOpen(ticket)) await say(tables, ticket, lineOf(tally), source, now);
        });
        tallies.delete(id);
      }
    },
  };
}

function isOpen({ state }: Ticket): boolean {
  return state === 'opening' || state === 'open';
}

function lineOf({ messages, edits, deletions, first, last }: Tally): Notice {
  if (first === null || last === null || edits + deletions > 0)
    return { text: 'notice.downtime-changes', with: { messages, edits, deletions }, to: 'staff' };
  return { text: 'notice.downtime', with: { count: messages, from: first.sentAt, to: last.sentAt }, to: 'staff' };
}
