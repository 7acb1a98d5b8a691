import type { Interaction } from '../../incoming.ts';
import { inStaffText } from '../../render/names.ts';
import { claimTicket, unclaimTicket } from '../../tickets/claim.ts';
import type { PersonId } from '../../ids.ts';
import type { Tables } from '../../store.ts';
import type { AnswerParts } from './command.ts';
import { answer, inTicket, type InTicket } from './in-ticket.ts';

export async function claim(parts: AnswerParts, use: Interaction): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const outcome = await inLane(parts, use, found, claimTicket);
  switch (outcome.is) {
    case 'claimed':
      return answer(parts, use, 'answer.claimed', {});
    case 'yours-already':
      return answer(parts, use, 'answer.already-yours', {});
    case 'claimed-by-other':
      return answer(parts, use, 'answer.already-claimed', { by: await nameOf(parts, found, outcome.by) });
    case 'closed':
      return answer(parts, use, 'answer.already-closed', {});
    case 'not-staff':
      return answer(parts, use, 'answer.not-allowed', {});
  }
}

export async function unclaim(parts: AnswerParts, use: Interaction): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const outcome = await inLane(parts, use, found, unclaimTicket);
  switch (outcome.is) {
    case 'unclaimed':
      return answer(parts, use, 'answer.unclaimed', {});
    case 'not-claimed':
      return answer(parts, use, 'answer.not-claimed', {});
    case 'not-yours': {
      const { claimedBy } = (await parts.store.tables.tickets.get(found.ticket.id)) ?? found.ticket;
      return answer(parts, use, 'answer.not-yours', { by: await nameOf(parts, found, claimedBy) });
    }
    case 'closed':
      return answer(parts, use, 'answer.already-closed', {});
    case 'not-staff':
      return answer(parts, use, 'answer.not-allowed', {});
  }
}

function inLane<Result>(
  parts: AnswerParts,
  use: Interaction,
  { ticket, settings, person, standing }: InTicket,
  verb: (tables: Tables, request: Parameters<typeof claimTicket>[1]) => Promise<Result>,
): Promise<Result> {
  const by = { person: person.id, standing };
  const request = { ticket, settings, by, source: `interaction:${use.id}`, now: parts.clock.now() };
  return parts.inLane(ticket.person, () => parts.store.transaction((tables) => verb(tables, request)));
}

async function nameOf(parts: AnswerParts, { ticket }: InTicket, id: PersonId | null): Promise<string> {
  const naming = { member: { id: ticket.person }, locale: parts.language };
  const person = id === null ? null : await parts.store.tables.people.get(id);
  return inStaffText(person, { ...naming, guildName: await parts.guildName(ticket.guild) });
}
