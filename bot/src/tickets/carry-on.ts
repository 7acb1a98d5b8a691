import { lanes } from '../outbox/delivery.ts';
import type { Settings } from '../settings/schema.ts';
import type { Person, Tables, Ticket } from '../store.ts';
import { say } from './notice.ts';
import { openTicket } from './open.ts';

/**
 * The channel of a ticket is gone, and its member wrote what staff have not seen: that goes on in a new one. It is not the member's
 * doing, so no cooldown holds it up.
 */
export async function carryOn(
  tables: Tables,
  { ticket, person, settings, now }: { ticket: Ticket; person: Person; settings: Settings; now: number },
): Promise<void> {
  const limits = { ...settings.limits, openCooldown: 0 };
  const opened = await openTicket(tables, {
    person,
    guild: ticket.guild,
    settings: { ...settings, limits },
    now,
    anonymous: ticket.anonymous,
    topic: ticket.topic,
    answers: ticket.answers,
  });
  if (opened.is === 'too-soon') throw new Error('there is no cooldown for what was written before');
  const next = opened.ticket.id;
  const notice = { text: 'notice.carries-on', with: { number: ticket.number }, to: 'staff' } as const;
  await say(tables, opened.ticket, notice, `carries-on:${ticket.id}`, now);
  for (const entry of await tables.entries.moveUnseen(ticket.id, next)) {
    // Parts of it may have been there.
    for (const copy of await tables.copies.of(entry, 'staff')) await tables.copies.remove(copy.bot, copy.message);
    await tables.outbox.owe(lanes.staff(next), { kind: 'copy', ticket: next, entry, side: 'staff' }, now);
  }
}
