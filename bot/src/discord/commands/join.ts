import type { TicketId, UserId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { Refused } from '../../refusal.ts';
import { text } from '../../render/notices.ts';
import type { Ticket } from '../../store.ts';
import type { AnswerParts, ButtonUse, CommandUse, SelectUse } from './command.ts';
import { answer, inTicket } from './in-ticket.ts';
import { asStaff } from './whom.ts';

/** Staff come into the private thread of a ticket: Discord brings nobody in by a ping of a role that more than 100 people have. */

export async function joinByButton(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const id = use.button.split(':')[2] as TicketId;
  await join(parts, use, await parts.store.tables.tickets.get(id));
}

export async function runJoin(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { guild, bot } = use;
  const number = Number(use.options['number']);
  await join(parts, use, guild && (await parts.store.tables.tickets.byNumber(bot, guild, number)));
}

async function join(parts: AnswerParts, use: Interaction, ticket: Ticket | null): Promise<void> {
  const staff = await asStaff(parts, use, ticket);
  if (staff === null) return;
  if (ticket === null || ticket.guild !== staff.guild || ticket.bot !== use.bot)
    return answer(parts, use, 'answer.no-such-ticket', {});
  if (!(await bringIn(parts, use, ticket, use.by.id))) return;
  await answer(parts, use, 'answer.joined', { channel: `<#${ticket.channel ?? ''}>` });
}

export async function runAdd(parts: AnswerParts, use: CommandUse): Promise<void> {
  await add(parts, use, use.options['staff'] as UserId);
}

export async function addPicked(parts: AnswerParts, use: SelectUse): Promise<void> {
  const [user] = use.values as readonly UserId[];
  if (user === undefined) return answer(parts, use, 'answer.late', {});
  await add(parts, use, user);
}

async function add(parts: AnswerParts, use: CommandUse | SelectUse, user: UserId): Promise<void> {
  const found = await inTicket(parts, use);
  if (found === null) return;
  const { ticket, settings } = found;
  const member = await parts.discord.member(ticket.guild, user);
  if (member === null) return answer(parts, use, 'answer.no-such-member', {});
  const who = { user, roles: member.roles, permissions: null };
  if ((await parts.standing(ticket.guild, settings, who, 'staff')) === 'none')
    return answer(parts, use, 'answer.only-staff-join', {});
  if (await bringIn(parts, use, ticket, user)) await answer(parts, use, 'answer.added', { who: `<@${user}>` });
}

/** False where that cannot be, once it was said why. */
async function bringIn(parts: AnswerParts, use: Interaction, ticket: Ticket, user: UserId): Promise<boolean> {
  const why = await whyNot(parts, ticket, user);
  if (why !== null) await parts.discord.answer(use, { text: why }, { private: true });
  return why === null;
}

async function whyNot({ discord, language }: AnswerParts, ticket: Ticket, user: UserId): Promise<string | null> {
  if (ticket.state === 'closing' || ticket.state === 'closed') return text('answer.already-closed', {}, language);
  if (ticket.channel === null) return text('answer.opens-in-a-moment', {}, language);
  if (ticket.channelKind === 'private-channel') return text('answer.seen-by-all-staff', {}, language);
  try {
    await discord.addToThread(ticket.channel, user);
    return null;
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return text('answer.cannot-join', { reason: error.message, parent: `<#${ticket.parent}>` }, language);
  }
}
