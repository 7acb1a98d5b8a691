import { Refused } from '../refusal.ts';
import type { ChannelId } from '../ids.ts';
import type { DrawContext } from '../render/drawable.ts';
import { closedLine, openedLine } from '../render/log-line.ts';
import type { Tables } from '../store.ts';
import type { Delivery } from './delivery.ts';
import { contextOf } from './drawing.ts';
import { nonceOf } from './nonce.ts';
import type { SendParts } from './parts.ts';
import { postOnce } from './post-once.ts';
import { nothingToRecord, type Attempt, type Sent } from './sent.ts';

/** A line in the logs channel. Where that is gone or closed to the bot, the problem is kept and the ticket goes on. */
export async function sendLog(
  parts: SendParts,
  { ticket: id, event }: Extract<Delivery, { kind: 'log' }>,
  attempt: Attempt,
): Promise<Sent> {
  const context = await contextOf(parts, id);
  const channel = context && logsOf(context, event);
  if (context === null || channel === null) return nothingToRecord;
  const { ticket } = context;
  const by = ticket.closing?.by ?? null;
  const line =
    event === 'opened'
      ? openedLine(context)
      : closedLine(context, by === null ? null : await parts.store.tables.people.get(by));
  const since = event === 'opened' ? ticket.openedAt : (ticket.closedAt ?? ticket.openedAt);
  try {
    await postOnce(parts, channel, line, nonceOf(id, 'log', event, since), since, attempt);
    return { record: (tables) => tables.problems.solve(ticket.guild, 'logs') };
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return { record: (tables) => logsRefused(tables, context, channel, parts.clock.now()) };
  }
}

/** Without a logs channel the way into a private thread stands beside it. */
export function logsOf(
  { settings, ticket }: Pick<DrawContext, 'settings' | 'ticket'>,
  event: 'opened' | 'closed',
): ChannelId | null {
  const beside = event === 'opened' && ticket.channelKind === 'private-thread' ? ticket.parent : null;
  return settings.logsChannel ?? beside;
}

function logsRefused(tables: Tables, { ticket }: DrawContext, where: ChannelId, now: number): Promise<void> {
  return tables.problems.raise({
    guild: ticket.guild,
    key: 'logs',
    text: 'problem.logs-gone',
    with: { where },
    since: now,
  });
}
