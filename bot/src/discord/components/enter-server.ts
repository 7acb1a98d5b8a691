import type { Interaction } from '../../incoming.ts';
import { inviteToDm } from '../commands/invite-to-dm.ts';
import type { AnswerParts } from '../commands/command.ts';

/**
 * A member wants in where they clicked or ran this, in a server: through a panel or a command. `topic` is the id of the one that they
 * chose already. They are asked what is still to be asked.
 */
export function enterServer(parts: AnswerParts, use: Interaction, topic: string | null): Promise<void> {
  void topic;
  return inviteToDm(parts, use);
}
