import { lanes } from '../../outbox/delivery.ts';
import { may } from '../../tickets/permissions.ts';
import type { AnswerParts, ButtonUse } from '../commands/command.ts';
import { answer, inTicket } from '../commands/in-ticket.ts';

/** Staff want a private thread with a member whose DMs are closed. What came of it is said once that is known (see outbox/open-member-thread.ts). */
export async function openMemberThread(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const { ticket, settings, person, standing } = found;
  if (!may('reply', { person: person.id, standing }, ticket, settings).ok)
    return answer(parts, use, 'answer.not-allowed', {});
  await parts.discord.answerLater(use, { private: true });
  const now = parts.clock.now();
  const answerTo = { id: use.id, bot: use.bot, token: use.token, locale: use.locale };
  const delivery = { kind: 'open-member-thread', ticket: ticket.id, by: person.id, answerTo } as const;
  await parts.store.transaction((tables) => tables.outbox.owe(lanes.member(ticket.id), delivery, now));
}
