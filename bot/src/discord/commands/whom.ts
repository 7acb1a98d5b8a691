import type { Blocked } from '../../bookkeeping.ts';
import type { CommandOption } from '../../discord.ts';
import type { GuildId, PersonId, RoleId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import type { TextKey } from '../../render/texts/keys.ts';
import type { Settings } from '../../settings/schema.ts';
import { memberOf } from '../../tickets/alias.ts';
import type { Ticket } from '../../store.ts';
import type { Standing } from '../../tickets/standing.ts';
import { settingsOfTicket } from '../../tickets/topic.ts';
import type { AnswerParts, CommandUse, FormUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';

/** Whom a command is about: `member` is called `user` by those who come from Phantom. */
export function whomOptions(name: 'member' | 'user'): readonly CommandOption[] {
  return [
    { name, ...described('command.block.member'), type: 'user' },
    { name: 'alias', ...described('command.block.alias'), type: 'text', autocomplete: true },
    { name: 'role', ...described('command.block.role'), type: 'role' },
  ];
}

/** Whoever is staff in the server where something is used. */
export interface AsStaff {
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
}

/** To others, and in DMs, it says that they may not, and returns null. `ticket`: the one it is about, whose topic may have staff of its own. */
export async function asStaff(
  parts: AnswerParts,
  use: Interaction,
  ticket: Pick<Ticket, 'topic'> | null = null,
): Promise<AsStaff | null> {
  const { guild } = use;
  if (guild === null) return refuse(parts, use, 'answer.not-in-dm');
  const ofServer = await parts.settingsOf(guild);
  const settings = ticket === null ? ofServer : settingsOfTicket(ofServer, ticket);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, settings, who, 'staff');
  if (standing === 'none') return refuse(parts, use, 'answer.not-allowed');
  return { guild, settings, by: { person: (await parts.meet(use.by)).id, standing } };
}

export interface Whom extends AsStaff {
  readonly who: Blocked;
}

/** Where it cannot be said whom the command is about, it says so and returns null. */
export async function findWhom(parts: AnswerParts, use: CommandUse | FormUse): Promise<Whom | null> {
  const staff = await asStaff(parts, use);
  if (staff === null) return null;
  const who = await whom(parts, use, staff.guild);
  if (who === 'bot') return refuse(parts, use, 'answer.bots-are-never-members');
  if (who === 'everyone') return refuse(parts, use, 'answer.block-everyone');
  if (who === 'unknown-alias') return refuse(parts, use, 'answer.no-such-alias');
  if (who === null) return refuse(parts, use, 'answer.block-whom');
  return { ...staff, who };
}

/** A form is about the ticket in whose channel it was opened. */
const inAForm: Pick<CommandUse, 'options' | 'accounts'> = { options: {}, accounts: {} };

async function whom(
  parts: AnswerParts,
  use: CommandUse | FormUse,
  guild: GuildId,
): Promise<Blocked | 'bot' | 'everyone' | 'unknown-alias' | null> {
  const { tables } = parts.store;
  const { options, accounts } = use.kind === 'form' ? inAForm : use;
  const { member = options['user'], role, alias } = options;
  const account = typeof member === 'string' ? accounts[member] : undefined;
  if (account?.bot) return 'bot';
  if (account !== undefined) return { kind: 'person', id: (await parts.meet(account)).id };
  if (typeof alias === 'string') {
    const found = await tables.aliases.whose(guild, alias);
    return found === null ? 'unknown-alias' : { kind: 'alias', id: found.alias };
  }
  // The role of everybody has the server's own id: https://docs.discord.com/developers/topics/permissions#role-object
  if (role === guild) return 'everyone';
  if (typeof role === 'string') return { kind: 'role', id: role as RoleId };
  const ticket = await tables.tickets.byChannel(use.bot, use.channel);
  return ticket && memberOf(tables, ticket);
}

async function refuse(
  parts: AnswerParts,
  use: Interaction,
  why: Extract<
    TextKey,
    | 'answer.not-in-dm'
    | 'answer.not-allowed'
    | 'answer.block-whom'
    | 'answer.block-everyone'
    | 'answer.no-such-alias'
    | 'answer.bots-are-never-members'
  >,
): Promise<null> {
  await answer(parts, use, why, {});
  return null;
}

/** In line with what the member writes. */
export async function inLaneOf<Result>(
  parts: AnswerParts,
  { guild, who }: Pick<Whom, 'guild' | 'who'>,
  work: () => Promise<Result>,
): Promise<Result> {
  if (who.kind === 'role') return work();
  const person = who.kind === 'person' ? who.id : (await parts.store.tables.aliases.whose(guild, who.id))?.person;
  return person === undefined ? work() : parts.inLane(person, work);
}
