import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import { howToReopen } from '../settings/vocabularies.ts';
import type { Store, Tables, Ticket } from '../store.ts';
import { say } from '../tickets/notice.ts';
import { openBeside } from '../tickets/reopen.ts';
import type { Reader } from './staff-text.ts';

const hints = {
  'not-staff': 'hint.not-staff',
  'claimed-by-other': 'hint.claimed-by-other',
  closed: 'hint.closed',
  empty: 'hint.empty-reply',
  'not-claimed': 'answer.not-claimed',
  'not-yours': 'answer.not-yours',
  'yours-already': 'answer.already-yours',
  'not-blocked': 'answer.not-blocked',
  'no-such-member': 'answer.no-such-member',
  'block-bot': 'answer.bots-are-never-members',
  'block-everyone': 'answer.block-everyone',
  'block-staff': 'hint.block-staff',
  'not-closed': 'answer.reopen.not-closed',
  'still-closing': 'answer.reopen.still-closing',
  'channel-gone': 'answer.reopen.channel-gone',
  'member-left': 'answer.reopen.member-left',
  'not-possible': 'answer.reopen.not-possible',
  'open-elsewhere': 'hint.has-ticket',
} as const;
export type TypedRefusal = keyof typeof hints;

/** ❌ on what was typed, and one line that says why. */
export async function refuseTyped(
  parts: {
    readonly clock: Clock;
    readonly store: Pick<Store, 'transaction'>;
    readonly bot: Pick<Reader, 'readsContent'>;
  },
  ticket: Ticket,
  settings: Settings,
  message: IncomingMessage,
  why: TypedRefusal,
): Promise<void> {
  const now = parts.clock.now();
  const reopen = why === 'closed' ? howToReopen(settings, parts.bot.readsContent()) : null;
  const key = reopen === null ? hints[why] : 'hint.closed-reopen';
  await parts.store.transaction(async (tables) => {
    const current = (await tables.tickets.get(ticket.id)) ?? ticket;
    const isOver = current.state === 'closed';
    // In line with the rest where the thread is archived again behind it.
    const lane = isOver ? lanes.staff(ticket.id) : lanes.marks(message.channel);
    const mark = { kind: 'mark', channel: message.channel, message: message.id, emoji: '❌' } as const;
    await tables.outbox.owe(lane, mark, now);
    const filling = {
      by: current.claimedBy ?? '',
      prefix: settings.prefix,
      channel: await openChannel(tables, ticket),
      ...(reopen !== null && { reopen }),
    };
    await say(tables, ticket, { text: key, with: filling, to: 'staff' }, `refused:${message.id}`, now);
    if (isOver) await tables.outbox.owe(lanes.staff(ticket.id), { kind: 'close-again', ticket: ticket.id }, now);
  });
}

/** Where the member is being answered now. */
async function openChannel(tables: Pick<Tables, 'tickets'>, ticket: Ticket): Promise<string> {
  const open = await openBeside(tables, ticket);
  return open === undefined || open.channel === null ? '' : `<#${open.channel}>`;
}
