import type { ChannelId, UserId } from '../../ids.ts';
import { Refused } from '../../refusal.ts';
import type { AnswerParts } from './command.ts';

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
