import type { DrawnMessage } from '../../discord.ts';
import type { Interaction } from '../../incoming.ts';
import type { AnswerParts } from './command.ts';

/**
 * Answers at once, in private or by a change of the message that was clicked, and says what came of the work when it is done; it may
 * take as long as Discord lets it. What goes wrong is told by answering.ts.
 */
export async function answerInTime(
  { discord }: Pick<AnswerParts, 'discord'>,
  use: Interaction,
  work: () => Promise<DrawnMessage>,
  how: 'privately' | 'by-edit' = 'privately',
): Promise<void> {
  await (how === 'privately' ? discord.answerLater(use, { private: true }) : discord.answerByEditLater(use));
  await discord.editAnswer(use, await work());
}
