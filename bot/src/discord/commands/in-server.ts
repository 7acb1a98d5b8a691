import type { CommandSpec } from '../../discord.ts';
import type { Language } from '../../language.ts';
import { text } from '../../render/notices.ts';
import type { Settings } from '../../settings/schema.ts';
import { commands } from './all.ts';
import type { Command } from './command.ts';

/** What every server has, and what works in the DM with the bot. */
export function commandsEverywhere(): readonly CommandSpec[] {
  return commands.filter(({ vocabulary }) => vocabulary === undefined).map((command) => command.spec());
}

/** What a server has beside that. */
export function commandsOf(settings: Pick<Settings, 'commands'>): readonly CommandSpec[] {
  return commands.filter((command) => isAmong(command, settings)).map((command) => command.spec());
}

/**
 * What is said to somebody whose client still offers a command that the server has no more; null for one that it has.
 * `name` with its groups, as in `Interaction`.
 */
export function notInServer(
  name: string,
  settings: Pick<Settings, 'commands' | 'replyCommand' | 'prefix'>,
  language: Language,
): string | null {
  const found = commands.find(({ run }) => run[name] !== undefined);
  if (found?.vocabulary === undefined || isAmong(found, settings)) return null;
  const [verb = name] = name.split(' ').slice(-1);
  const others = commands.filter((command) => command.vocabulary !== undefined && isAmong(command, settings));
  const names = others.flatMap((command) => Object.keys(command.run));
  const same = names.filter((other) => other === verb || other.endsWith(` ${verb}`));
  const { replyCommand, prefix } = settings;
  const without = replyCommand
    ? text('answer.vocabulary-typed', { prefix }, language)
    : text('answer.vocabulary-buttons', {}, language);
  const instead = (same.length > 0 ? same : names).map((other) => `/${other}`).join(', ') || without;
  return text('answer.vocabulary-off', { command: name, instead }, language);
}

function isAmong({ vocabulary }: Command, { commands: wanted }: Pick<Settings, 'commands'>): boolean {
  return vocabulary !== undefined && wanted.includes(vocabulary);
}
