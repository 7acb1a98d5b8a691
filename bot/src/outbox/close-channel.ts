import { ticketChannel } from '../channels/ticket-channel.ts';
import { Refused } from '../refusal.ts';
import { transcriptPlace } from '../settings/complete.ts';
import { forgetChannel } from '../tickets/forget-channel.ts';
import { solveRefused } from '../tickets/refused-in-channel.ts';
import { roomMayBeFree } from '../tickets/wait-for-room.ts';
import type { Ticket } from '../store.ts';
import { lanes, type Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import type { SendParts } from './parts.ts';
import { nothingToRecord, type Sent } from './sent.ts';

/** Between two looks whether everything that is on its way to the channel has arrived; milliseconds. */
const pause = 2000;
/** For so long after closing it is waited for. */
const mostPatience = 5 * 60_000;

/** What the bot still says in the channel comes before its end: writing in an archived thread would open it again. */
async function waitForAside({ clock, store }: SendParts, { id, closedAt }: Ticket): Promise<Sent | null> {
  const now = clock.now();
  const lane = lanes.aside(id);
  if (closedAt === null || now > closedAt + mostPatience) return null;
  if ((await store.tables.outbox.length(lane)) === 0) return null;
  return { notBefore: now + pause, record: ({ outbox }) => outbox.hurry(lane, now) };
}

/** The last step of closing. A channel is deleted only when its transcript is where it should be. */
export async function sendCloseChannel(
  parts: SendParts,
  { ticket: id }: Extract<Delivery, { kind: 'close-channel' }>,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  if (context === null) return nothingToRecord;
  const { ticket, settings } = context;
  const closed: Sent = {
    async record(tables) {
      await tables.tickets.change(id, { state: 'closed' }, ['closing']);
      await solveRefused(tables, ticket);
      await tables.problems.solve(ticket.guild, `reopen-channel:${id}`);
      await roomMayBeFree(tables, ticket.bot, ticket.guild, parts.clock.now());
    },
  };
  const isGone = ticket.closing?.cause === 'channel-deleted' || ticket.closing?.cause === 'bot-removed';
  if (ticket.channel === null || isGone) return closed;
  const waiting = await waitForAside(parts, ticket);
  if (waiting !== null) return waiting;
  const problems = await parts.store.tables.problems.all(ticket.guild);
  const notPosted = problems.some((problem) => problem.key === `transcript:${id}`);
  const mustKeep = settings.onClose === 'delete' && transcriptPlace(settings) !== null && notPosted;
  const how = mustKeep ? ({ ...settings, onClose: 'auto' } as const) : settings;
  try {
    await ticketChannel(ticket.channelKind).close(parts, ticket.channel, how);
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    if (error.reason === 'unknown-channel') return closed;
    return { record: (tables) => refused(tables, error) };
  }
  if (how.onClose !== 'delete') return closed;
  const { channel } = ticket;
  return {
    async record(tables) {
      await closed.record?.(tables);
      await forgetChannel(tables, { ...ticket, channel });
    },
  };

  async function refused(tables: Parameters<NonNullable<Sent['record']>>[0], refusal: Refused): Promise<void> {
    await closed.record?.(tables);
    await tables.problems.raise({
      guild: ticket.guild,
      key: `close-channel:${id}`,
      text: 'problem.cannot-close-channel',
      with: { where: ticket.channel ?? '', reason: refusal.message },
      since: parts.clock.now(),
    });
  }
}
