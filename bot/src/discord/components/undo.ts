import type { EntryId } from '../../ids.ts';
import { withdrawnAnswer } from '../../render/undo.ts';
import { withdraw } from '../../tickets/undo.ts';
import type { AnswerParts, ButtonUse } from '../commands/command.ts';
import { answer } from '../commands/in-ticket.ts';

async function undo(parts: AnswerParts, use: ButtonUse): Promise<void> {
  const entry = Number(use.button.split(':')[2]) as EntryId;
  const by = (await parts.meet(use.by)).id;
  const now = parts.clock.now();
  const outcome = await parts.store.transaction((tables) => withdraw(tables, { entry, by, now }));
  if (outcome.is === 'late') return answer(parts, use, 'answer.undo-late', {});
  await parts.discord.answerByEdit(use, withdrawnAnswer(outcome.said, parts.language));
}

export const undoButtons = { 'reply:undo': undo };
