import type { Account, DrawnMessage } from '../../discord.ts';
import type { GuildId } from '../../ids.ts';
import { languageFor } from '../../outbox/language.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { fromStaff } from '../../relay/from-staff.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Ticket } from '../../store.ts';
import { contactMember } from '../../tickets/contact.ts';
import { emptyContent } from '../../tickets/notice.ts';
import type { Standing } from '../../tickets/standing.ts';
import { answerInTime } from './answer-in-time.ts';
import type { AnswerParts, Command, CommandUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { writeTo } from './write-to.ts';

/** Staff begin a conversation with a member. */
export const contactCommand: Command = {
  spec: () => ({
    type: 'chat',
    name: 'contact',
    ...described('command.contact'),
    options: [
      { name: 'member', ...described('command.contact.member'), type: 'user', required: true },
      { name: 'message', ...described('command.contact.message'), type: 'text' },
    ],
  }),
  run: { contact: runContact },
};

interface Contact {
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly standing: Standing;
  readonly account: Account;
}

async function runContact(parts: AnswerParts, use: CommandUse): Promise<void> {
  const { guild } = use;
  if (guild === null) return answer(parts, use, 'answer.not-in-dm', {});
  const settings = await parts.settingsOf(guild);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, settings, who, 'admin');
  if (standing === 'none') return answer(parts, use, 'answer.not-allowed', {});
  if (!settings.enabled) return answer(parts, use, 'answer.not-enabled', {});
  const account = use.accounts[String(use.options['member'])];
  if (account === undefined) return answer(parts, use, 'answer.no-such-member', {});
  if (account.bot) return answer(parts, use, 'answer.bots-are-never-members', {});
  await answerInTime(parts, use, () => contact(parts, use, { guild, settings, standing, account }));
}

/** The member's DM comes first: whoever takes none is not written to, and nothing is opened. */
async function contact(parts: AnswerParts, use: CommandUse, wanted: Contact): Promise<DrawnMessage> {
  const { guild, settings, standing, account } = wanted;
  if ((await parts.discord.member(guild, account.id)) === null)
    return { text: text('answer.no-such-member', {}, parts.language) };
  const person = await parts.meet(account);
  const { tables } = parts.store;
  // An anonymous ticket of theirs is nothing that staff may hear of; a named one is opened beside it.
  const open = await tables.tickets.openOf(person.id);
  const talking = open.find((ticket) => ticket.guild === guild && !ticket.anonymous);
  if (talking !== undefined) return { text: text('answer.has-ticket', { channel: placeOf(talking) }, parts.language) };
  if (await parts.isBlockedIn(person, guild)) return { text: text('answer.is-blocked', {}, parts.language) };
  const server = escapeMarkdown(await parts.guildName(guild));
  const theirs = await languageFor(parts, person, [guild]);
  const dm = await writeTo(parts, account.id, text('member.contacted', { server }, theirs), use.id);
  if (dm === null) return { text: text('answer.member-dms-are-closed', {}, parts.language) };
  await parts.meet(account, dm);
  const by = { person: (await parts.meet(use.by)).id, standing };
  const source = `interaction:${use.id}`;
  const request = { guild, settings, person, by, source, now: parts.clock.now() };
  const contacted = await parts.inLane(person.id, () =>
    parts.store.transaction((inside) => contactMember(inside, request)),
  );
  if (contacted.is === 'not-staff') return { text: text('answer.not-allowed', {}, parts.language) };
  await sayFirst(parts, use, wanted, contacted.ticket);
  return { text: text('answer.contacted', {}, parts.language) };
}

async function sayFirst(
  parts: AnswerParts,
  use: CommandUse,
  { settings, standing }: Contact,
  ticket: Ticket,
): Promise<void> {
  const said = String(use.options['message'] ?? '');
  if (said.trim() === '') return;
  await parts.inLane(ticket.person, () =>
    fromStaff(parts, ticket.id, settings, {
      source: `interaction:${use.id}`,
      by: use.by,
      standing,
      kind: 'reply',
      content: { ...emptyContent, text: said },
      anonymous: false,
      replyTo: null,
      at: parts.clock.now(),
      hasWaited: false,
      typed: null,
    }),
  );
}

function placeOf({ channel }: Ticket): string {
  return channel === null ? '' : `<#${channel}>`;
}
