import type { GuildId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { languageFor } from '../../outbox/language.ts';
import { askServer } from '../../render/ask-server.ts';
import { text } from '../../render/notices.ts';
import type { Person } from '../../store.ts';
import type { DrawnMessage } from '../../discord.ts';
import type { AnswerParts, ButtonUse, CommandUse, FormUse, SelectUse } from '../commands/command.ts';
import { answer } from '../commands/in-ticket.ts';
import { answerInDm, promptOf } from './at-door.ts';

/** The longest name of a server: https://docs.discord.com/developers/resources/guild#modify-guild */
const longestName = 100;

/** A member chose in the menu. */
export async function chooseServer(parts: AnswerParts, use: SelectUse): Promise<void> {
  const [guild, which] = (use.values[0] ?? '').split(':');
  if (!guild) return answer(parts, use, 'answer.late', {});
  await choose(parts, use, guild as GuildId, conversationCalled(which));
}

/** A member pressed the button of one of their conversations. */
export async function chooseTicket(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const [, , guild, which] = use.button.split(':');
  await choose(parts, use, guild as GuildId, conversationCalled(which));
}

/** Nothing where there is one at most, and on buttons of before there could be two in one server. */
function conversationCalled(which: string | undefined): 'anonymous' | 'named' | undefined {
  return which === 'anonymous' || which === 'named' ? which : undefined;
}

async function choose(
  parts: AnswerParts,
  use: ButtonUse | SelectUse,
  guild: GuildId,
  conversation?: 'anonymous' | 'named',
): Promise<void> {
  const said = { anew: true, ...(conversation && { conversation }) };
  const person = await parts.meet(use.by, use.channel);
  const chosen = await parts.inLane(person.id, () =>
    parts.atDoor(person, guild, said, { by: use.id, prompt: promptOf(use) }),
  );
  await answerInDm(parts, use, chosen, guild, conversation);
}

export async function showNameForm(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const name = {
    id: 'name',
    label: text('ask-server.form.name', {}, parts.language),
    long: false,
    required: true,
    longest: longestName,
  };
  await parts.discord.answerWithForm(use, {
    id: 'ask-server:named',
    title: text('ask-server.form', {}, parts.language),
    fields: [name],
  });
}

export async function chooseByName(parts: AnswerParts, use: FormUse): Promise<void> {
  const person = await parts.meet(use.by, use.channel);
  const asking = { by: use.id, prompt: promptOf(use) };
  const chosen = await parts.inLane(person.id, () => parts.chooseByName(person, use.values['name'] ?? '', asking));
  if (chosen.guild === undefined) return answer(parts, use, 'ask-server.not-found', {});
  await answerInDm(parts, use, chosen, chosen.guild);
}

export async function turnPage(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const person = await parts.meet(use.by, use.channel);
  await parts.discord.answerByEdit(use, await serverMenu(parts, use, person, Number(use.button.split(':')[2])));
}

/** In the DM: the member picks where their next messages go. */
export async function showServerMenu(parts: AnswerParts, use: CommandUse): Promise<void> {
  const person = await parts.meet(use.by, use.channel);
  await parts.discord.answer(use, await serverMenu(parts, use, person, 0), { private: false });
}

async function serverMenu(parts: AnswerParts, use: Interaction, person: Person, page: number): Promise<DrawnMessage> {
  const { guilds, both, mayBeMore } = await parts.choicesOf(person);
  if (guilds.length === 0 && !mayBeMore) return { text: text('member.no-server', {}, parts.language) };
  const servers = await Promise.all(
    guilds.map(async (guild) => ({ guild, name: await parts.guildName(guild), both: both.includes(guild) })),
  );
  const kept = (await parts.store.tables.intake.kept(person.id)).length;
  return askServer({ servers, page, kept, mayBeMore }, await languageFor(parts, use, guilds));
}
