import type { DrawnMessage } from '../../discord.ts';
import type { Interaction } from '../../incoming.ts';
import type { AnswerParts } from './command.ts';

/** Answers in private at once, and says what came of the work when it is done; it may take as long as Discord lets it. What goes wrong is told by answering.ts. */
export async function answerInTime(
  { discord }: Pick<AnswerParts, 'discord'>,
  use: Interaction,
  work: () => Promise<DrawnMessage>,
): Promise<void> {
  await discord.answerLater(use, { private: true });
  await discord.editAnswer(use, await work());
}
