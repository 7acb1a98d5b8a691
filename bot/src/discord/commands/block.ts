import type { Blocked } from '../../bookkeeping.ts';
import type { CommandOption, DrawnMessage } from '../../discord.ts';
import type { GuildId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { nameAnywhere } from '../../render/names.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { readDuration } from '../../settings/timestring.ts';
import { block, type BlockTerms } from '../../tickets/block.ts';
import { longestEvidence, readEvidence } from '../../tickets/evidence.ts';
import { unblock } from '../../tickets/unblock.ts';
import type { AnswerParts, ButtonUse, CommandUse, FormUse } from './command.ts';
import { described } from './describe.ts';
import { answer } from './in-ticket.ts';
import { asStaff, findWhom, inLaneOf, whomOptions, type Whom } from './whom.ts';

/** They have other names elsewhere. */
export function blockSubcommands(
  member: 'member' | 'user',
  names: { readonly block: string; readonly unblock: string; readonly blocks: string },
) {
  const options: readonly CommandOption[] = [
    ...whomOptions(member),
    { name: 'reason', ...described('command.block.reason'), type: 'text' },
    { name: 'duration', ...described('command.block.duration'), type: 'text' },
    { name: 'evidence', ...described('command.block.evidence'), type: 'text' },
  ];
  return [
    { name: names.block, ...described('command.block'), options },
    { name: names.unblock, ...described('command.unblock'), options: whomOptions(member) },
    { name: names.blocks, ...described('command.blocks') },
  ];
}

export async function runBlock(parts: AnswerParts, use: CommandUse | FormUse): Promise<void> {
  const found = await findWhom(parts, use);
  if (found === null) return;
  const terms = await readTerms(parts, use);
  if (terms === null) return;
  if (await parts.isStaff(found.guild, found.settings, found.who, use)) return askAgain(parts, use, found, terms);
  await parts.discord.answer(use, await blocked(parts, use, found, terms), { private: true });
}

/** What speaks against them it says, and returns null. */
async function readTerms(parts: AnswerParts, use: CommandUse | FormUse): Promise<BlockTerms | null> {
  const said = use.kind === 'form' ? use.values : use.options;
  const given = (name: string): string => {
    const value = said[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const lasts = readDuration(given('duration'));
  if ('wrong' in lasts) {
    await answer(parts, use, 'answer.duration-wrong', { wrong: text(`duration.${lasts.is}`, {}, parts.language) });
    return null;
  }
  const shown = readEvidence(given('evidence'));
  if ('wrong' in shown) {
    if (shown.wrong === 'no-link') await answer(parts, use, 'answer.evidence-no-link', {});
    else await answer(parts, use, 'answer.evidence-too-long', { most: longestEvidence });
    return null;
  }
  const until = lasts.ms === 0 ? null : parts.clock.now() + lasts.ms;
  return { reason: given('reason') || null, until, ...shown };
}

async function blocked(
  parts: AnswerParts,
  use: CommandUse | ButtonUse | FormUse,
  found: Whom,
  terms: BlockTerms,
): Promise<DrawnMessage> {
  const request = { ...found, ...terms, source: `interaction:${use.id}`, now: parts.clock.now() };
  const outcome = await inLaneOf(parts, found, () => parts.store.transaction((tables) => block(tables, request)));
  if (outcome.is === 'not-staff') return { text: text('answer.not-allowed', {}, parts.language) };
  if (terms.until === null) return { text: text('answer.blocked', {}, parts.language) };
  return { text: text('answer.blocked-until', { until: terms.until }, parts.language) };
}

/** What waits for a second word; long enough to think, and gone when nobody says it. */
const askedFor = 15 * 60_000;

interface Asked extends BlockTerms {
  readonly guild: GuildId;
  readonly who: Blocked;
}

/** Whoever blocks a colleague, or themselves, may have chosen the wrong one. */
async function askAgain(parts: AnswerParts, use: Interaction, { guild, who }: Whom, terms: BlockTerms): Promise<void> {
  const asked: Asked = { guild, who, ...terms };
  const at = parts.clock.now() + askedFor;
  await parts.store.transaction((tables) =>
    tables.timers.set({ key: `block-asked:${use.id}`, at, what: 'block-asked', about: JSON.stringify(asked) }),
  );
  const person = who.kind === 'person' ? await parts.store.tables.people.get(who.id) : null;
  const question =
    who.kind === 'person'
      ? text('answer.block-staff', { who: escapeMarkdown(nameAnywhere(person, parts.language)) }, parts.language)
      : text('answer.block-staff-role', { role: `<@&${who.id}>` }, parts.language);
  const button = {
    id: `block:anyway:${use.id}`,
    label: text('button.block-anyway', {}, parts.language),
    style: 'danger',
  } as const;
  await parts.discord.answer(use, { text: question, rows: [[button]] }, { private: true });
}

export async function blockAnyway(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const staff = await asStaff(parts, use);
  if (staff === null) return;
  const [, , id = ''] = use.button.split(':');
  const timer = await parts.store.transaction((tables) => tables.timers.withdraw(`block-asked:${id}`));
  const asked = timer === null ? null : (JSON.parse(timer.about) as Asked);
  if (asked === null || asked.guild !== staff.guild) return answer(parts, use, 'answer.late', {});
  const { who, ...terms } = asked;
  const said = await blocked(parts, use, { ...staff, who }, terms);
  await parts.discord.answerByEdit(use, { ...said, rows: [] });
}

export async function runUnblock(parts: AnswerParts, use: CommandUse): Promise<void> {
  const found = await findWhom(parts, use);
  if (found === null) return;
  await answer(parts, use, await unblocked(parts, use, found), {});
}

/** What came of it, in words. */
export async function unblocked(
  parts: AnswerParts,
  use: Pick<CommandUse, 'id'>,
  found: Whom,
): Promise<'answer.unblocked' | 'answer.not-blocked' | 'answer.not-allowed'> {
  const request = { ...found, source: `interaction:${use.id}`, now: parts.clock.now() };
  const outcome = await inLaneOf(parts, found, () => parts.store.transaction((tables) => unblock(tables, request)));
  const answers = {
    unblocked: 'answer.unblocked',
    'not-blocked': 'answer.not-blocked',
    'not-staff': 'answer.not-allowed',
  } as const;
  return answers[outcome.is];
}
