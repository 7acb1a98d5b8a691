import type { Interaction } from '../../incoming.ts';
import { text } from '../../render/notices.ts';
import type { TextKey, ValuesOf } from '../../render/texts/keys.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Person, Ticket } from '../../store.ts';
import { dropClaim } from '../../tickets/claim.ts';
import type { Standing } from '../../tickets/standing.ts';
import { settingsOfTicket } from '../../tickets/topic.ts';
import type { AnswerParts } from './command.ts';

/** Whoever uses a command or button in a ticket channel. */
export interface InTicket {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly person: Person;
  readonly standing: Standing;
}

/** Finds the ticket of the channel; elsewhere, and to those who are not staff, it says so and returns null. */
export async function inTicket(parts: AnswerParts, use: Interaction): Promise<InTicket | null> {
  const ticket = await parts.store.tables.tickets.byChannel(use.bot, use.channel);
  if (ticket === null) {
    await answer(parts, use, 'answer.not-a-ticket', {});
    return null;
  }
  const settings = settingsOfTicket(await parts.settingsOf(ticket.guild), ticket);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(ticket.guild, settings, who, 'admin');
  const person = await parts.meet(use.by);
  if (standing === 'none') {
    await parts.store.transaction((tables) => dropClaim(tables, ticket, person.id, parts.clock.now()));
    await answer(parts, use, 'answer.not-allowed', {});
    return null;
  }
  return { ticket, settings, standing, person };
}

/** A private line. */
export async function answer<Key extends TextKey>(
  parts: Pick<AnswerParts, 'discord' | 'language'>,
  use: Interaction,
  key: Key,
  values: ValuesOf<Key>,
): Promise<void> {
  await parts.discord.answer(use, { text: text(key, values, parts.language) }, { private: true });
}
