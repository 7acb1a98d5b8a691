import type { Clock } from '../clock.ts';
import type { IncomingMessage } from '../incoming.ts';
import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Store, Ticket } from '../store.ts';
import { say } from '../tickets/notice.ts';

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
} as const;
export type TypedRefusal = keyof typeof hints;

/** ❌ on what was typed, and one line that says why. */
export async function refuseTyped(
  parts: { readonly clock: Clock; readonly store: Pick<Store, 'transaction'> },
  ticket: Ticket,
  settings: Settings,
  message: IncomingMessage,
  why: TypedRefusal,
): Promise<void> {
  const now = parts.clock.now();
  await parts.store.transaction(async (tables) => {
    await tables.outbox.owe(
      lanes.marks(message.channel),
      { kind: 'mark', channel: message.channel, message: message.id, emoji: '❌' },
      now,
    );
    const current = (await tables.tickets.get(ticket.id)) ?? ticket;
    const filling = { by: current.claimedBy ?? '', prefix: settings.prefix };
    await say(tables, ticket, { text: hints[why], with: filling, to: 'staff' }, `refused:${message.id}`, now);
  });
}
