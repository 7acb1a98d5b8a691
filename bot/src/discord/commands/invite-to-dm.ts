import type { DrawnMessage } from '../../discord.ts';
import type { ChannelId, GuildId, UserId } from '../../ids.ts';
import type { Interaction } from '../../incoming.ts';
import { Refused } from '../../refusal.ts';
import { escapeMarkdown } from '../../render/escape.ts';
import { text } from '../../render/notices.ts';
import { notChosen } from '../components/choose-server.ts';
import { answerInTime } from './answer-in-time.ts';
import type { AnswerParts } from './command.ts';
import { answer } from './in-ticket.ts';

/**
 * A member wants to write to the team of the server in which they clicked or ran this: the bot writes them a DM, and what they
 * write there goes to this server. The private answer leads there, or says why not.
 */
export async function inviteToDm(parts: AnswerParts, use: Interaction): Promise<void> {
  const { guild } = use;
  if (guild === null) return answer(parts, use, 'answer.not-in-dm', {});
  await answerInTime(parts, use, () => invite(parts, use, guild));
}

async function invite(parts: AnswerParts, use: Interaction, guild: GuildId): Promise<DrawnMessage> {
  const person = await parts.meet(use.by);
  const server = await parts.guildName(guild);
  const chosen = await parts.inLane(person.id, () => parts.chooseServer(person, guild, use.id));
  if (chosen.is === 'refused' || chosen.is === 'not-possible') return notChosen(chosen, server, 'answer.cannot-write');
  const key = chosen.is === 'sent' ? 'ask-server.chosen' : 'ask-server.write-now';
  const dm = await writeTo(parts, use.by.id, text(key, { server: escapeMarkdown(server) }), use.id);
  if (dm === null) return { text: text('answer.your-dms-are-closed', {}) };
  await parts.meet(use.by, dm);
  return { text: text('answer.write-in-dm', { link: `https://discord.com/channels/@me/${dm}` }) };
}

/** Sends a DM at once and not through the outbox, since somebody waits for the answer. Null: they take none. */
export async function writeTo(
  { discord }: Pick<AnswerParts, 'discord'>,
  user: UserId,
  words: string,
  nonce: string,
): Promise<ChannelId | null> {
  try {
    const dm = await discord.openDm(user);
    await discord.send(dm, { text: words, noPreviews: true }, nonce);
    return dm;
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'cannot-dm' || error.reason === 'quarantined')) return null;
    throw error;
  }
}
