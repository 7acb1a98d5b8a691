import type { DrawnMessage } from '../discord.ts';
import { contentBlocks } from './content.ts';
import type { DrawContext, DrawnEntry } from './drawable.ts';
import { escapeMarkdown } from './escape.ts';
import { longestText } from './limits.ts';
import { authorForMember, inMemberText, serverInText } from './names.ts';
import { noticeText, text } from './notices.ts';
import { canBeSent, packTexts, withFiles } from './pack.ts';
import type { Block } from './pack.ts';
import { splitText } from './split.ts';

/** What the member reads in their DM with the bot. */

/**
 * A reply, or a notice to the member. The notices `member.greeting` and `member.closed` are the server's own words where it has set some.
 * Other entries are not for the member: drawing one throws.
 */
export function forMember(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  const { kind } = drawn.entry;
  if (kind === 'notice') return noticeToMember(context, drawn);
  if (kind !== 'reply') throw new Error(`An entry of kind ${kind} is not for the member`);
  return replyToMember(context, drawn);
}

/** What is replied to is never quoted here: it may be internal. Discord's own reply shows what the member can see anyway. */
function replyToMember(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  const { locale, emojiPicture } = context;
  const content = contentBlocks(drawn.entry.content, drawn.files, { locale, ...(emojiPicture && { emojiPicture }) });
  const empty = content.length === 0 && !drawn.files.some(canBeSent);
  const shown = empty ? [{ text: text('copy.empty', {}, locale) }] : content;
  const messages = withFiles(packTexts(signed(context, drawn, shown), longestText), drawn.files);
  const target = drawn.replyTo?.message ?? null;
  return target === null ? messages : messages.map((one, place) => (place === 0 ? { ...one, replyTo: target } : one));
}

/** Says who answers: the server where several could, and the person unless the reply is anonymous. */
function signed(context: DrawContext, drawn: DrawnEntry, blocks: readonly Block[]): readonly Block[] {
  const { locale } = context;
  const server = context.severalServers
    ? [{ text: text('copy.from-server', { server: serverInText(context) }, locale) }]
    : [];
  if (drawn.entry.anonymous) return [...server, ...blocks];
  const name = text('copy.signed', { name: escapeMarkdown(authorForMember(context, drawn).name) }, locale);
  const [first, ...rest] = blocks;
  if (first === undefined || first.quoted || startsItsOwnLine.test(first.text))
    return [...server, { text: name }, ...blocks];
  return [...server, { ...first, text: `${name} ${first.text}` }, ...rest];
}

/** Markdown that only works at the start of a line. */
const startsItsOwnLine = /^\s*(?:```|>|#|-|\*\s|\d+\.)/;

function noticeToMember(context: DrawContext, { entry, people }: DrawnEntry): readonly DrawnMessage[] {
  const said = entry.notice;
  if (said === null || said.to === 'staff') throw new Error('A notice to staff is not for the member');
  if (said.text === 'member.closed') return closing(context, String(said.with.comment ?? ''));
  const own = said.text === 'member.greeting' ? context.settings.greeting : null;
  const name = (id: string): string => inMemberText(people?.get(id) ?? null, context);
  const values = { server: context.guildName, ...said.with };
  const written = own ?? noticeText({ text: said.text, with: values }, name, context.locale);
  return splitText(written).map((part) => ({ text: part, noPreviews: own === null }));
}

/** The closing message, with the comment where it is shared. */
function closing(context: DrawContext, comment: string): readonly DrawnMessage[] {
  const { locale } = context;
  const server = serverInText(context);
  const own = context.settings.closeMessage;
  const blocks =
    comment.trim() === ''
      ? [{ text: own ?? text('member.closed', { server }, locale) }]
      : [
          { text: own ?? text('member.closed-with-comment', { server }, locale) },
          { text: comment, quoted: true },
          ...(own === null ? [{ text: text('member.closed-again', {}, locale) }] : []),
        ];
  return packTexts(blocks, longestText).map((part) => ({ text: part }));
}

/** A line that belongs to no ticket, as `tell` deliveries hold it. */
export function tellMember(
  said: { readonly text: string; readonly with: Readonly<Record<string, string | number>> },
  locale: string,
): DrawnMessage {
  return { text: noticeText(said, () => text('name.the-team', {}, locale), locale), noPreviews: true };
}
