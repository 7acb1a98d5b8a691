import { Refused } from '../refusal.ts';
import type { Interaction } from '../incoming.ts';
import { languageOf, type Language } from '../language.ts';
import { allServers, languageFor } from '../outbox/language.ts';
import { watchPromise, type Promised } from './promised-answer.ts';
import { text } from '../render/notices.ts';
import { commands } from './commands/all.ts';
import type { AnswerParts, AutocompleteUse, Command, CommandUse } from './commands/command.ts';
import { notInServer } from './commands/in-server.ts';
import { answer } from './commands/in-ticket.ts';
import { buttons, forms, selects } from './components/all.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-autocomplete */
const mostSuggested = 25;

/**
 * Finds whatever answers an interaction. What goes wrong is told to the person and to `onError`, and ends here: unlike a message,
 * an interaction is not tried again, since the person has seen that it failed.
 */
export function createAnswering(
  parts: Omit<AnswerParts, 'language'> & Parameters<typeof allServers>[0],
  onError: (error: unknown) => void,
): (use: Interaction) => Promise<void> {
  const byName: Command['run'] = Object.assign({}, ...commands.map((command) => command.run));
  const suggesting: NonNullable<Command['suggest']> = Object.assign({}, ...commands.map((command) => command.suggest));

  function run(parts: AnswerParts, use: Interaction): Promise<void> {
    switch (use.kind) {
      case 'command':
        return command(parts, use);
      case 'button':
        return find(buttons, use.button)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'select':
        return find(selects, use.select)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'form':
        return find(forms, use.form)?.(parts, use) ?? answer(parts, use, 'answer.late', {});
      case 'autocomplete':
        return suggest(parts, use);
    }
  }

  async function suggest(parts: AnswerParts, use: AutocompleteUse): Promise<void> {
    const suggested = (await suggesting[use.name]?.(parts, use)) ?? [];
    const choices = suggested
      .slice(0, mostSuggested)
      .map((one) => (typeof one === 'string' ? { name: one, value: one } : one));
    await parts.discord.answerWithChoices(use, choices);
  }

  async function command(parts: AnswerParts, use: CommandUse): Promise<void> {
    const refusal =
      use.guild === null ? null : notInServer(use.name, await parts.settingsOf(use.guild), parts.language);
    if (refusal !== null) return parts.discord.answer(use, { text: refusal }, { private: true });
    await (byName[use.name]?.(parts, use) ?? answer(parts, use, 'answer.unknown-command', {}));
  }

  return async (use) => {
    const promised = watchPromise(parts.discord);
    let language = languageOf(use.locale) ?? 'en';
    try {
      language = await languageFor(parts, use, use.guild === null ? await allServers(parts) : [use.guild]);
      await run({ ...parts, discord: promised.discord, language }, use);
    } catch (error) {
      onError(error);
      if (!isLate(error)) await tellWentWrong(promised, use, language).catch(onError);
    }
  };
}

/** Where an answer was promised, Discord takes no other one: it is what has to say so. */
async function tellWentWrong({ discord, isOpen }: Promised, use: Interaction, language: Language): Promise<void> {
  if (use.kind === 'autocomplete') return;
  const said = { text: text('answer.went-wrong', {}, language) };
  try {
    if (isOpen()) return await discord.editAnswer(use, said);
  } catch (error) {
    // The promise itself may not have reached Discord.
    if (!isLate(error)) throw error;
  }
  await discord.answer(use, said, { private: true });
}

function isLate(error: unknown): boolean {
  return error instanceof Refused && error.reason === 'interaction-expired';
}

function find<Handler>(handlers: Readonly<Record<string, Handler>>, id: string): Handler | undefined {
  const key = Object.keys(handlers).find((start) => id === start || id.startsWith(`${start}:`));
  return key === undefined ? undefined : handlers[key];
}
