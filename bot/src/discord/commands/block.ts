import type { Blocked } from '../../bookkeeping.ts';
import type { CommandOption } from '../../discord.ts';
import type { GuildId, PersonId, RoleId } from '../../ids.ts';
import { text } from '../../render/notices.ts';
import { readDuration } from '../../settings/timestring.ts';
import type { Settings } from '../../settings/schema.ts';
import { block, type BlockRequest } from '../../tickets/block.ts';
import type { Standing } from '../../tickets/standing.ts';
import { unblock } from '../../tickets/unblock.ts';
import type { AnswerParts, CommandUse } from './command.ts';
import { answer } from './in-ticket.ts';

/** `member` is called `user` by those who come from Phantom. */
function whomOptions(name: 'member' | 'user'): readonly CommandOption[] {
  return [
    { name, description: text('command.block.member', {}), type: 'user' },
    { name: 'role', description: text('command.block.role', {}), type: 'role' },
  ];
}

export const blockSubcommands = (member: 'member' | 'user') => [
  {
    name: 'block',
    description: text('command.block', {}),
    options: [
      ...whomOptions(member),
      { name: 'reason', description: text('command.block.reason', {}), type: 'text' },
      { name: 'duration', description: text('command.block.duration', {}), type: 'text' },
    ] satisfies readonly CommandOption[],
  },
  { name: 'unblock', description: text('command.unblock', {}), options: whomOptions(member) },
];

export async function runBlock(parts: AnswerParts, use: CommandUse): Promise<void> {
  const found = await findWhom(parts, use);
  if (found === null) return;
  const { reason, duration } = use.options;
  const lasts = readDuration(typeof duration === 'string' ? duration : '');
  if ('wrong' in lasts) return answer(parts, use, 'answer.duration-wrong', lasts);
  const until = lasts.ms === 0 ? null : parts.clock.now() + lasts.ms;
  const wanted = { reason: typeof reason === 'string' && reason.trim() !== '' ? reason : null, until };
  const outcome = await inLane(parts, found.who, () =>
    parts.store.transaction((tables) => block(tables, { ...request(parts, use, found), ...wanted })),
  );
  if (outcome.is === 'not-staff') return answer(parts, use, 'answer.not-allowed', {});
  if (until === null) return answer(parts, use, 'answer.blocked', {});
  return answer(parts, use, 'answer.blocked-until', { until });
}

export async function runUnblock(parts: AnswerParts, use: CommandUse): Promise<void> {
  const found = await findWhom(parts, use);
  if (found === null) return;
  const outcome = await inLane(parts, found.who, () =>
    parts.store.transaction((tables) => unblock(tables, request(parts, use, found))),
  );
  const answers = {
    unblocked: 'answer.unblocked',
    'not-blocked': 'answer.not-blocked',
    'not-staff': 'answer.not-allowed',
  } as const;
  return answer(parts, use, answers[outcome.is], {});
}

interface Whom {
  readonly guild: GuildId;
  readonly settings: Settings;
  readonly who: Blocked;
  readonly by: { readonly person: PersonId; readonly standing: Standing };
}

/** Whom the command is about; where that cannot be said, it says so and returns null. */
async function findWhom(parts: AnswerParts, use: CommandUse): Promise<Whom | null> {
  const { guild } = use;
  if (guild === null) return refuse('answer.not-in-dm');
  const settings = await parts.settingsOf(guild);
  const who = { user: use.by.id, roles: use.roles, permissions: use.permissions };
  const standing = await parts.standing(guild, settings, who, 'staff');
  if (standing === 'none') return refuse('answer.not-allowed');
  const blocked = await whom(parts, use);
  if (blocked === 'bot') return refuse('answer.bots-are-never-members');
  if (blocked === null) return refuse('answer.block-whom');
  return { guild, settings, who: blocked, by: { person: (await parts.meet(use.by)).id, standing } };

  async function refuse(
    why: 'answer.not-in-dm' | 'answer.not-allowed' | 'answer.block-whom' | 'answer.bots-are-never-members',
  ): Promise<null> {
    await answer(parts, use, why, {});
    return null;
  }
}

async function whom(parts: AnswerParts, use: CommandUse): Promise<Blocked | 'bot' | null> {
  const { member = use.options['user'], role } = use.options;
  const account = typeof member === 'string' ? use.accounts[member] : undefined;
  if (account?.bot) return 'bot';
  if (account !== undefined) return { kind: 'person', id: (await parts.meet(account)).id };
  if (typeof role === 'string') return { kind: 'role', id: role as RoleId };
  const ticket = await parts.store.tables.tickets.byChannel(use.bot, use.channel);
  return ticket && { kind: 'person', id: ticket.person };
}

function request({ clock }: AnswerParts, use: CommandUse, found: Whom): Omit<BlockRequest, 'reason' | 'until'> {
  return { ...found, source: `interaction:${use.id}`, now: clock.now() };
}

/** In line with what the member writes. */
function inLane<Result>(parts: AnswerParts, who: Blocked, work: () => Promise<Result>): Promise<Result> {
  return who.kind === 'person' ? parts.inLane(who.id, work) : work();
}
