import type { IncomingMessage } from '../incoming.ts';
import type { Settings } from '../settings/schema.ts';
import type { UserId } from '../ids.ts';

/** What a message typed in a ticket channel asks for. */
export type StaffText =
  /** `explicit`: a trigger said so, and was stripped. */
  | { readonly is: 'reply'; readonly text: string; readonly explicit: boolean; readonly anonymous: boolean }
  | { readonly is: 'internal'; readonly text: string }
  | { readonly is: 'command'; readonly name: TypedCommand; readonly rest: string };

export const typedCommands = ['close', 'claim', 'unclaim', 'block', 'unblock', 'reopen'] as const;
export type TypedCommand = (typeof typedCommands)[number];

type Reading = Pick<
  Settings,
  'prefix' | 'replyCommand' | 'replyFlag' | 'replyMention' | 'internalPrefix' | 'staffMessages'
>;

/** Who reads. */
export interface Reader {
  readonly user: UserId;
  /** False without the Message Content intent: then only what mentions the bot, or replies to it with the ping on, can be read. */
  readonly readsContent: () => boolean;
}

const replyCommands = ['r', 'reply', 'ar'];

/**
 * An explicit trigger wins and is stripped; then the internal prefix; else `staffMessages` decides.
 * A trigger counts at the very start only and must end there or be followed by a space: `-really` is text. So is an unknown `!command`.
 * A ping that only serves to be read is no part of the text, and like the one that Discord puts into replies by itself,
 * it does not make an internal message public.
 */
export function readStaffText(
  said: Pick<IncomingMessage, 'text' | 'repliesToBot'>,
  settings: Reading,
  reader: Reader,
): StaffText {
  const readsAll = reader.readsContent();
  const mention = mentionAtStart(said.text, reader.user);
  const text = readsAll ? said.text : withoutMentions(said.text, reader.user);
  const [word, rest] = firstWord(text);
  if (settings.replyCommand && word.toLowerCase().startsWith(settings.prefix.toLowerCase())) {
    const name = word.slice(settings.prefix.length).toLowerCase();
    if (replyCommands.includes(name)) return reply(rest, true, name === 'ar');
    const command = typedCommands.find((known) => known === name);
    if (command !== undefined) return { is: 'command', name: command, rest };
  }
  if (settings.replyFlag && word === '-r') return reply(rest, true, false);
  const isMention = settings.replyMention && mention !== null;
  if (readsAll && isMention) return reply(text.slice(mention.length).trimStart(), true, false);
  if (settings.internalPrefix !== null && text.startsWith(settings.internalPrefix)) return { is: 'internal', text };
  if (isMention || said.repliesToBot) return reply(text, true, false);
  return settings.staffMessages === 'are-replies' ? reply(text, false, false) : { is: 'internal', text };
}

/** Nothing of what was typed can be read; stickers alone would be half of it. */
export function isUnseen(message: Pick<IncomingMessage, 'text' | 'files' | 'mentionsBot'>, reader: Reader): boolean {
  return !reader.readsContent() && !message.mentionsBot && message.text === '' && message.files.length === 0;
}

function mentionAtStart(text: string, bot: UserId): string | null {
  return [`<@${bot}>`, `<@!${bot}>`].find((form) => text.startsWith(form)) ?? null;
}

/** What somebody says to the bot where it may read nothing else: the ping that serves to be read is no part of it. */
export function textToBot(text: string, reader: Reader): string {
  return reader.readsContent() ? text : withoutMentions(text, reader.user);
}

function withoutMentions(text: string, bot: UserId): string {
  return text.replace(new RegExp(`[^\\S\\n]*<@!?${bot}>`, 'g'), '').trim();
}

function reply(text: string, explicit: boolean, anonymous: boolean): StaffText {
  return { is: 'reply', text, explicit, anonymous };
}

function firstWord(text: string): readonly [word: string, rest: string] {
  const end = text.search(/\s/);
  return end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 1).trimStart()];
}
