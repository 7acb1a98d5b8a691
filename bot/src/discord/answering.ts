import { Refused } from '../refusal.ts';
import type { Interaction } from '../incoming.ts';
import { text } from '../render/notices.ts';
import { commands } from './commands/all.ts';
import type { AnswerParts } from './commands/command.ts';
import { answer } from './commands/in-ticket.ts';
import { buttons, forms, selects } from './components/all.ts';

/**
 * Finds whatever answers an interaction. What goes wrong is told to the person and to `onError`, and ends here: unlike a message,
 * an interaction is not tried again, since the person has seen that it failed.
 */
export function createAnswering(
  parts: AnswerParts,
  onError: (error: unknown) => void,
): (use: Interaction) => Promise<void> {
  const byName: (typeof commands)[number]['run'] = Object.assign({}, ...commands.map((command) => command.run));

  function run(use: Interaction): Promise<void> {
    switch (use.kind) {
      case 'command':
        return byName[use.name]?.(parts, use) ?? answer(parts, use, 'answer.unknown-command', {});
      case 'button':
        return find(buttons, use.button)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'select':
        return find(selects, use.select)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'form':
        return find(forms, use.form)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'autocomplete':
        return parts.discord.answerWithChoices(use, []);
    }
  }

  return async (use) => {
    try {
      await run(use);
    } catch (error) {
      onError(error);
      const isLate = error instanceof Refused && error.reason === 'interaction-expired';
      if (!isLate) await tellWentWrong(use).catch(onError);
    }
  };

  async function tellWentWrong(use: Interaction): Promise<void> {
    if (use.kind === 'autocomplete') return;
    await parts.discord.answer(use, { text: text('answer.went-wrong', {}) }, { private: true });
  }
}

function find<Handler>(handlers: Readonly<Record<string, Handler>>, id: string): Handler | undefined {
  const key = Object.keys(handlers).find((start) => id === start || id.startsWith(`${start}:`));
  return key === undefined ? undefined : handlers[key];
}
