import type { DrawnMessage } from '../../discord.ts';
import type { Interaction } from '../../incoming.ts';
import { text } from '../../render/notices.ts';
import type { AnswerParts } from './command.ts';

/** Answers in private at once, and says what came of the work when it is done; it may take as long as Discord lets it. */
export async function answerInTime(
  { discord }: Pick<AnswerParts, 'discord'>,
  use: Interaction,
  work: () => Promise<DrawnMessage>,
): Promise<void> {
  await discord.answerLater(use, { private: true });
  try {
    await discord.editAnswer(use, await work());
  } catch (error) {
    await discord.editAnswer(use, { text: text('answer.went-wrong', {}) });
    throw error;
  }
}
