import { ticketChannel } from '../../channels/ticket-channel.ts';
import type { CommandOption, DrawnMessage } from '../../discord.ts';
import type { ChannelId, MessageId } from '../../ids.ts';
import { memberIn } from '../../intake/memberships.ts';
import { lanes } from '../../outbox/delivery.ts';
import { Refused } from '../../refusal.ts';
import { text } from '../../render/notices.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Ticket } from '../../store.ts';
import { may } from '../../tickets/permissions.ts';
import { reopenTicket, type Reopened } from '../../tickets/reopen.ts';
import type { Standing } from '../../tickets/standing.ts';
import type { AnswerParts, Command, CommandUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { suggestClosed } from './suggest.ts';
import { namedTicket } from './named-ticket.ts';

export const reopenOptions = (): readonly CommandOption[] => [
  { name: 'ticket', ...described('command.reopen.ticket'), type: 'text', autocomplete: true },
  { name: 'notify', ...described('command.reopen.notify'), type: 'boolean' },
];

export const reopenCommand: Command = {
  vocabulary: 'supportmail',
  spec: () => ({ type: 'chat', name: 'reopen', ...described('command.reopen'), options: reopenOptions() }),
  run: { reopen: runReopen },
  suggest: { reopen: suggestClosed },
};

interface Wanted {
  readonly ticket: Ticket;
  readonly settings: Settings;
  readonly standing: Standing;
}

export async function runReopen(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { guild } = use;
  if (guild === null) return answer(parts, use, 'answer.not-in-dm', {});
  const settings = await parts.settingsOf(guild);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, settings, who, 'admin');
  if (standing === 'none') return answer(parts, use, 'answer.not-allowed', {});
  const named = use.options['ticket'];
  const ticket = await namedTicket(parts, use, guild, typeof named === 'string' ? named.trim() : '');
  if (ticket === null) return answer(parts, use, named ? 'answer.reopen.no-such-ticket' : 'answer.not-a-ticket', {});
  const wanted = { ticket, settings, standing };
  return ticket.channel === use.channel ? reopenHere(parts, use, wanted) : reopenElsewhere(parts, use, wanted);
}

/** Nothing can be answered in an archived thread: it is unarchived first, and archived again where the ticket stays closed. */
async function reopenHere(parts: AnswerParts, use: CommandUse, wanted: Wanted): Promise<void> {
  const { ticket, settings } = wanted;
  const channel = use.channel;
  const isShut = ticket.state === 'closed';
  if (isShut) await ticketChannel(ticket.channelKind).reopen(parts, { ...ticket, channel }, settings);
  let staysClosed = isShut;
  try {
    await parts.discord.answerLater(use, { private: true });
    const reopened = await reopen(parts, use, wanted);
    staysClosed = isShut && reopened.is !== 'reopened';
    await parts.discord.editAnswer(use, said(parts, reopened, text('answer.reopened', {}, parts.language)));
  } finally {
    if (staysClosed)
      await parts.store.transaction((tables) =>
        tables.outbox.owe(lanes.staff(ticket.id), { kind: 'close-again', ticket: ticket.id }, parts.clock.now()),
      );
  }
}

async function reopenElsewhere(parts: AnswerParts, use: CommandUse, wanted: Wanted): Promise<void> {
  await parts.discord.answerLater(use, { private: true });
  const reopened = await reopen(parts, use, wanted);
  const where = `<#${wanted.ticket.channel ?? ''}>`;
  await parts.discord.editAnswer(
    use,
    said(parts, reopened, text('answer.reopened-there', { channel: where }, parts.language)),
  );
}

async function reopen(parts: AnswerParts, use: CommandUse, { ticket, settings, standing }: Wanted): Promise<Reopened> {
  const by = { person: (await parts.meet(use.by)).id, standing };
  if (!may('reopen', by, ticket, settings).ok) return { is: 'not-staff' };
  if (!(await isThere(parts, ticket.channel))) return { is: 'channel-gone' };
  const member = await parts.store.tables.people.get(ticket.person);
  const isMember = member !== null && (await memberIn(parts.discord, ticket.guild, member)) !== null;
  const request = {
    ticket,
    settings,
    by,
    isMember,
    notify: use.options['notify'] === true,
    upTo: use.id as string as MessageId,
    source: `interaction:${use.id}`,
    now: parts.clock.now(),
  };
  return parts.inLane(ticket.person, () => parts.store.transaction((tables) => reopenTicket(tables, request)));
}

async function isThere({ discord }: AnswerParts, channel: ChannelId | null): Promise<boolean> {
  try {
    return channel !== null && (await discord.channel(channel)) !== null;
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'unknown-channel' || error.reason === 'no-access')) return false;
    throw error;
  }
}

function said({ language }: AnswerParts, reopened: Reopened, fine: string): DrawnMessage {
  switch (reopened.is) {
    case 'reopened':
      return { text: fine };
    case 'open-elsewhere': {
      const { channel } = reopened.ticket;
      return { text: text('answer.has-ticket', { channel: channel === null ? '' : `<#${channel}>` }, language) };
    }
    case 'not-staff':
      return { text: text('answer.not-allowed', {}, language) };
    case 'not-closed':
    case 'still-closing':
    case 'channel-gone':
    case 'member-left':
    case 'not-possible':
      return { text: text(`answer.reopen.${reopened.is}`, {}, language) };
  }
}
