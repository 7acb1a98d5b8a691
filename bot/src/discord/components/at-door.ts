import type { DrawnMessage } from '../../discord.ts';
import type { ChannelId, GuildId, MessageId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import type { Chosen, Said } from '../../intake/choose.ts';
import { formSent, stillWaits, takeAlong } from '../../render/door.ts';
import { drawDoor } from '../../outbox/ask-door.ts';
import { languageFor } from '../../outbox/language.ts';
import { serverChosen } from '../../render/ask-server.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { topicForm } from '../../render/topic-form.ts';
import type { AnswerParts, ButtonUse, FormUse, SelectUse } from '../commands/command.ts';
import { writeTo } from '../commands/write-to.ts';
import { answerInTime } from '../commands/answer-in-time.ts';
import { answer } from '../commands/in-ticket.ts';
import { notChosen } from './not-chosen.ts';

/** Where an answer goes: onto the message that was clicked, or, where that is everybody's, into a private one. */
type Onto = 'same' | 'new';

/** A member chose in the menu of topics. */
export async function chooseTopic(parts: AnswerParts, use: SelectUse): Promise<void> {
  const [topic] = use.values;
  if (topic === undefined) return answer(parts, use, 'answer.late', {});
  await takeTopic(parts, use, use.select.split(':')[2] as GuildId, topic, 'same');
}

/** A member wants the form of the topic that they chose before. */
export async function fillForm(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const [, , guild = '', topic = ''] = use.button.split(':');
  await takeTopic(parts, use, guild as GuildId, topic, 'same');
}

/** A member filled in a form. */
export async function submitForm(parts: AnswerParts, use: FormUse): Promise<void> {
  const [, , guild = '', topic = '', onto] = use.form.split(':');
  const said: Said = { topic, entered: { values: use.lists, files: use.files } };
  await goOn(parts, use, guild as GuildId, said, onto === 'new' || use.message === null ? 'new' : 'same');
}

/** A member said whether staff may know who they are. */
export async function chooseName(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const [, chosen, guild = ''] = use.button.split(':');
  await goOn(parts, use, guild as GuildId, { anonymous: chosen === 'anonymous' }, 'same');
}

/**
 * A member wants in where they clicked or ran this, in a server: through a panel or a command. `topic` is the id of the one that they
 * chose already. They are asked what is still to be asked, in private, and written to once nothing is.
 */
export async function enterServer(parts: AnswerParts, use: Interaction, topic: string | null): Promise<void> {
  const { guild } = use;
  if (guild === null) return answer(parts, use, 'answer.not-in-dm', {});
  const meant = await waitsFor(parts, use);
  if (meant === null || meant === guild) return comeIn(parts, use, guild, topic);
  await answerInTime(parts, use, async () => {
    const names = { meant: await parts.guildName(meant), here: await parts.guildName(guild) };
    return takeAlong({ ...names, topic }, parts.language);
  });
}

/** The server at whose door messages of the member wait: nothing that was meant for one team goes to another without a word of theirs. */
async function waitsFor({ meet, store: { tables } }: AnswerParts, use: Interaction): Promise<GuildId | null> {
  const { id } = await meet(use.by);
  const door = await tables.doors.get(id);
  return door !== null && (await tables.intake.kept(id)).length > 0 ? door.guild : null;
}

/** The member wants what waits for another server to go to this one. */
export async function takeAlongToo(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const [, , topic = ''] = use.button.split(':');
  if (use.guild !== null) await comeIn(parts, use, use.guild, topic === '' ? null : topic);
}

export async function leaveWaiting(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const meant = await waitsFor(parts, use);
  if (meant === null) return answer(parts, use, 'answer.late', {});
  await answerInTime(parts, use, async () => stillWaits(await parts.guildName(meant), parts.language), 'by-edit');
}

async function comeIn(parts: AnswerParts, use: Interaction, guild: GuildId, topic: string | null): Promise<void> {
  if (topic !== null) return takeTopic(parts, use, guild, topic, 'new');
  await goOn(parts, use, guild, { anew: true }, 'new');
}

/** A form has to be the first answer, so nothing is asked of Discord before it. */
async function takeTopic(
  parts: AnswerParts,
  use: Interaction,
  guild: GuildId,
  topic: string,
  onto: Onto,
): Promise<void> {
  const person = await parts.meet(use.by);
  const form = await parts.formOf(person, guild, topic, use.guild === guild ? use : null);
  if (form === null) return goOn(parts, use, guild, onto === 'new' ? { anew: true, topic } : { topic }, onto);
  const id = `door:form:${guild}:${topic}:${onto}`;
  const prompt = promptOf(use);
  if (prompt !== null) await parts.formShown(person, guild, topic, prompt);
  await parts.discord.answerWithForm(use, topicForm(id, form.topic, form.before?.answers ?? []));
}

function goOn(parts: AnswerParts, use: Interaction, guild: GuildId, said: Said, onto: Onto): Promise<void> {
  return use.guild === null ? goOnInDm(parts, use, guild, said) : goOnInServer(parts, use, guild, said, onto);
}

async function goOnInDm(parts: AnswerParts, use: Interaction, guild: GuildId, said: Said): Promise<void> {
  const person = await parts.meet(use.by, use.channel);
  const asking = { by: use.id, prompt: promptOf(use) };
  const chosen = await parts.inLane(person.id, () => parts.atDoor(person, guild, said, asking));
  await answerInDm(parts, use, chosen, guild);
}

/** The message that was clicked, in the member's DM. */
export function promptOf(use: Interaction): { readonly channel: ChannelId; readonly message: MessageId } | null {
  const message = 'message' in use ? use.message : null;
  return use.guild !== null || message === null ? null : { channel: use.channel, message };
}

/** What came of it takes the place of the question; why nothing did is said beside it. */
export async function answerInDm(
  parts: AnswerParts,
  use: Interaction,
  chosen: Chosen,
  guild: GuildId,
  conversation?: 'anonymous' | 'named',
): Promise<void> {
  const { discord } = parts;
  const server = await parts.guildName(guild);
  const language = await languageFor(parts, use, [guild]);
  switch (chosen.is) {
    case 'sent':
      return discord.answerByEdit(
        use,
        chosen.byForm ? formSent(server, language) : serverChosen(server, true, language, conversation),
      );
    case 'write-now':
      return discord.answerByEdit(use, serverChosen(server, false, language, conversation));
    case 'asked':
      return parts.discord.answerByEdit(use, await drawDoor(parts, { ...chosen, guild, server }, language));
    case 'open-already':
      return answer({ discord, language }, use, 'door.open-already', { server: escapeMarkdown(server) });
    case 'unreachable':
      return answer({ discord, language }, use, 'answer.your-dms-are-closed', {});
    case 'refused':
    case 'not-possible':
      return discord.answer(use, notChosen(chosen, server, language), { private: true });
  }
}

async function goOnInServer(
  parts: AnswerParts,
  use: Interaction,
  guild: GuildId,
  said: Said,
  onto: Onto,
): Promise<void> {
  const work = (): Promise<DrawnMessage> => inServer(parts, use, guild, said);
  await answerInTime(parts, use, work, onto === 'new' ? 'privately' : 'by-edit');
}

/** The member is written to before anything is opened: who takes no messages could not be answered. */
async function inServer(parts: AnswerParts, use: Interaction, guild: GuildId, said: Said): Promise<DrawnMessage> {
  const person = await parts.meet(use.by);
  const server = await parts.guildName(guild);
  const shown = { server: escapeMarkdown(server) };
  let dm: ChannelId | null = null;
  const reach = async (outcome: 'sent' | 'write-now' | 'form-sent'): Promise<boolean> => {
    dm = await writeTo(parts, use.by.id, text(inDm[outcome], shown, parts.language), use.id);
    if (dm !== null) await parts.meet(use.by, dm);
    return dm !== null;
  };
  const asking = { by: use.id, prompt: null, reach };
  const chosen = await parts.inLane(person.id, () => parts.atDoor(person, guild, said, asking));
  switch (chosen.is) {
    case 'sent':
    case 'write-now':
    case 'open-already':
      return {
        text: text('answer.write-in-dm', { link: `https://discord.com/channels/@me/${dm ?? ''}` }, parts.language),
      };
    case 'asked':
      return drawDoor(parts, { ...chosen, guild, server }, parts.language);
    case 'unreachable':
      return { text: text('answer.your-dms-are-closed', {}, parts.language) };
    case 'refused':
    case 'not-possible':
      return notChosen(chosen, server, parts.language, 'answer.cannot-write');
  }
}

const inDm = { sent: 'ask-server.chosen', 'write-now': 'ask-server.write-now', 'form-sent': 'door.form-sent' } as const;
