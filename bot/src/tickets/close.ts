import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Closing } from '../closing.ts';
import type { Notice, Tables, Ticket } from '../store.ts';
import { closingSource } from './feedback.ts';
import { forgetChannel } from './forget-channel.ts';
import { say } from './notice.ts';
import { releaseAll } from './pace.ts';
import { before } from './states.ts';
import { settleAll } from './undo.ts';

export type Closed = { readonly is: 'closing' | 'closed-already' };

export interface CloseRequest {
  readonly by: Closing['by'];
  readonly cause: Closing['cause'];
  readonly comment: string | null;
  readonly shareComment: boolean;
  /** Decides over everything else when given. */
  readonly notify: boolean | null;
}

/** Whether the member hears of it: the caller's word, else a comment they may read, else the settings. */
function tellsMember(request: CloseRequest, settings: Pick<Settings, 'closeNotify'>): boolean {
  if (request.notify !== null) return request.notify;
  if (request.comment !== null && request.shareComment) return true;
  return settings.closeNotify === 'always';
}

/**
 * Decides that a ticket is closed; closing twice is closing once. What is on its way to the member goes first, then
 * the closing message; behind them stands the delivery that owes the rest (see outbox/finish-closing.ts).
 */
export async function closeTicket(
  tables: Tables,
  ticket: Ticket,
  request: CloseRequest,
  settings: Settings,
  now: number,
): Promise<Closed> {
  // Whoever has rated the ticket, before it was opened again, is not asked twice; in a locked thread nobody could press a button.
  const isAsked = settings.feedback && !ticket.answersInThread;
  const asks = isAsked && (await tables.feedback.of(ticket.id)) === null;
  const notify = asks || tellsMember(request, settings);
  const closing: Closing = {
    by: request.by,
    cause: request.cause,
    comment: request.comment,
    shareComment: request.shareComment,
    notify,
  };
  if (!(await tables.tickets.change(ticket.id, { state: 'closing', closing, closedAt: now }, before('closing'))))
    return { is: 'closed-already' };
  await settleAll(tables, ticket.id, now);
  await releaseAll(tables, ticket.id, now);
  await say(tables, ticket, staffNotice(request), `closed:${ticket.id}:${now}`, now);
  const shown = request.shareComment ? request.comment : null;
  if (notify)
    await say(
      tables,
      ticket,
      {
        text: 'member.closed',
        with: {
          ...(shown !== null && { comment: shown }),
          ...(asks && { asks: 1 }),
          ...(request.cause === 'auto' && { quiet: 1 }),
        },
        to: 'member',
      },
      closingSource({ id: ticket.id, closedAt: now }),
      now,
    );
  await tables.outbox.owe(lanes.member(ticket.id), { kind: 'finish-closing', ticket: ticket.id }, now);
  return { is: 'closing' };
}

function staffNotice({ by, cause, comment }: CloseRequest): Notice {
  if (by === null || cause !== 'manual') return { text: 'notice.closed-auto', with: {}, to: 'staff' };
  if (comment === null) return { text: 'notice.closed', with: { by }, to: 'staff' };
  return { text: 'notice.closed-with-comment', with: { by, comment }, to: 'staff' };
}

/** The ticket channel is gone: nothing is left to show, and nobody is told. */
export async function closeGone(
  tables: Tables,
  ticket: Ticket,
  cause: 'channel-deleted' | 'bot-removed',
  now: number,
): Promise<void> {
  const closing: Closing = { by: null, cause, comment: null, shareComment: false, notify: false };
  if (!(await tables.tickets.change(ticket.id, { state: 'closing', closing, closedAt: now }, before('closing'))))
    return;
  const { channel } = ticket;
  if (cause === 'channel-deleted' && channel !== null) await forgetChannel(tables, { ...ticket, channel });
  await settleAll(tables, ticket.id, now);
  await releaseAll(tables, ticket.id, now);
  await tables.outbox.owe(lanes.member(ticket.id), { kind: 'finish-closing', ticket: ticket.id }, now);
}
