import type { Settings } from '../settings/schema.ts';
import type { UserId } from '../ids.ts';

/** What a message typed in a ticket channel asks for. */
export type StaffText =
  /** `explicit`: a trigger said so, and was stripped. */
  | { readonly is: 'reply'; readonly text: string; readonly explicit: boolean; readonly anonymous: boolean }
  | { readonly is: 'internal' }
  | { readonly is: 'command'; readonly name: TypedCommand; readonly rest: string };

export const typedCommands = ['close', 'claim', 'unclaim'] as const;
export type TypedCommand = (typeof typedCommands)[number];

type Reading = Pick<
  Settings,
  'prefix' | 'replyCommand' | 'replyFlag' | 'replyMention' | 'internalPrefix' | 'staffMessages'
>;

const replyCommands = ['r', 'reply', 'ar'];

/**
 * An explicit trigger wins and is stripped; then the internal prefix; else `staffMessages` decides.
 * A trigger counts at the very start only and must end there or be followed by a space: `-really` is text. So is an unknown `!command`.
 */
export function readStaffText(text: string, settings: Reading, bot: UserId): StaffText {
  const [word, rest] = firstWord(text);
  if (settings.replyCommand && word.toLowerCase().startsWith(settings.prefix.toLowerCase())) {
    const name = word.slice(settings.prefix.length).toLowerCase();
    if (replyCommands.includes(name)) return reply(rest, true, name === 'ar');
    const command = typedCommands.find((known) => known === name);
    if (command !== undefined) return { is: 'command', name: command, rest };
  }
  if (settings.replyFlag && word === '-r') return reply(rest, true, false);
  if (settings.replyMention) {
    const mention = [`<@${bot}>`, `<@!${bot}>`].find((form) => text.startsWith(form));
    if (mention !== undefined) return reply(text.slice(mention.length).trimStart(), true, false);
  }
  if (settings.internalPrefix !== null && text.startsWith(settings.internalPrefix)) return { is: 'internal' };
  return settings.staffMessages === 'are-replies' ? reply(text, false, false) : { is: 'internal' };
}

function reply(text: string, explicit: boolean, anonymous: boolean): StaffText {
  return { is: 'reply', text, explicit, anonymous };
}

function firstWord(text: string): readonly [word: string, rest: string] {
  const end = text.search(/\s/);
  return end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 1).trimStart()];
}
