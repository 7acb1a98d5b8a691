import type { Block, Blocked } from '../../bookkeeping.ts';
import type { DrawnMessage } from '../../discord.ts';
import type { GuildId, RoleId } from '../../ids.ts';
import { blocksOnPage, blocksPage, readBlocked } from '../../render/blocks-page.ts';
import { text } from '../../render/notices.ts';
import type { Person } from '../../store.ts';
import { unblocked } from './block.ts';
import type { AnswerParts, ButtonUse, CommandUse, SelectUse } from './command.ts';
import { answer } from './in-ticket.ts';
import { asStaff } from './whom.ts';

/** `/ticket blocks`: who is blocked in this server, for staff alone. */
export async function showBlocks(parts: AnswerParts, use: CommandUse): Promise<void> {
  const staff = await asStaff(parts, use);
  if (staff !== null) await parts.discord.answer(use, await page(parts, staff.guild, null), { private: true });
}

export async function turnBlocks(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const staff = await asStaff(parts, use);
  if (staff === null) return;
  const [, , since = '', id] = use.button.split(':');
  const after = id === undefined ? null : { since: Number(since), id: id as Blocked['id'] };
  await parts.discord.answerByEdit(use, await page(parts, staff.guild, after));
}

export async function unblockChosen(parts: AnswerParts, use: SelectUse): Promise<void> {
  const staff = await asStaff(parts, use);
  if (staff === null) return;
  const who = readBlocked(use.values[0] ?? '');
  if (who === null) return answer(parts, use, 'answer.late', {});
  const said = text(await unblocked(parts, use, { ...staff, who }), {}, parts.language);
  await parts.discord.answerByEdit(use, await page(parts, staff.guild, null, said));
}

async function page(
  parts: AnswerParts,
  guild: GuildId,
  after: { readonly since: number; readonly id: Blocked['id'] } | null,
  said: string | null = null,
): Promise<DrawnMessage> {
  const { tables } = parts.store;
  const found = await tables.blocks.of(guild, parts.clock.now(), after, blocksOnPage + 1);
  const blocks = found.slice(0, blocksOnPage);
  const facts = { people: await peopleOf(parts, blocks), roles: await rolesOf(parts, guild, blocks) };
  return blocksPage(
    { ...facts, blocks, hasMore: found.length > blocksOnPage, isFirst: after === null, said },
    parts.language,
  );
}

async function peopleOf({ store }: AnswerParts, blocks: readonly Block[]): Promise<ReadonlyMap<string, Person>> {
  const ids = new Set(blocks.flatMap(({ by, who }) => (who.kind === 'person' ? [by, who.id] : [by])));
  const found = await Promise.all([...ids].map(async (id) => [id, await store.tables.people.get(id)] as const));
  return new Map(found.flatMap(([id, person]) => (person === null ? [] : [[id, person] as const])));
}

/** Their names; Discord is asked only where there are any. */
async function rolesOf(
  { discord }: AnswerParts,
  guild: GuildId,
  blocks: readonly Block[],
): Promise<ReadonlyMap<RoleId, string>> {
  if (!blocks.some(({ who }) => who.kind === 'role')) return new Map();
  return new Map((await discord.guild(guild)).roles.map(({ id, name }) => [id, name]));
}
