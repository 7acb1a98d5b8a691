import type { DrawnMessage, Face } from '../discord.ts';
import { contentBlocks, excerpt } from './content.ts';
import type { DrawContext, DrawnEntry } from './drawable.ts';
import { longestText } from './limits.ts';
import { offersThread, threadButton } from './member-thread.ts';
import { faceForStaff, inStaffText, seenByStaff } from './names.ts';
import { noticeText, text } from './notices.ts';
import { canBeSent, packTexts, withFiles } from './pack.ts';
import type { Block } from './pack.ts';
import { splitText } from './split.ts';

/** An entry as staff see it: a member's message, a reply or internal message that was not typed in the channel, a notice. */

export interface StaffCopy {
  /** The webhook's name and avatar; null for notices, which the bot says itself. */
  readonly face: Face | null;
  /** In this order; each is complete and fits Discord's limits. Parts of an entry are their places here. */
  readonly messages: readonly DrawnMessage[];
}

/** For a webhook. Webhooks cannot reply, so what is replied to is quoted. */
export function forStaff(context: DrawContext, drawn: DrawnEntry): StaffCopy {
  if (drawn.entry.kind === 'notice') return { face: null, messages: noticeToStaff(context, drawn) };
  return { face: faceForStaff(drawn.author, context), messages: entryMessages(context, drawn) };
}

/**
 * For when no webhook can be used: the bot posts it, each part in an embed with the author's name and avatar.
 * The parts are those of `forStaff`, so that a webhook's first part and the bot's second make one text.
 */
export function forStaffByBot(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  if (drawn.entry.kind === 'notice') return noticeToStaff(context, drawn);
  const { name, avatarUrl } = seenByStaff(drawn.author, context);
  const author = { name, ...(avatarUrl !== null && { iconUrl: avatarUrl }) };
  const colour = context.settings.accentColour;
  return entryMessages(context, drawn).map(({ text: part, ...rest }) => ({
    ...rest,
    text: '',
    embeds: [{ author, colour, ...(part !== '' && { text: part }) }],
  }));
}

function noticeToStaff(context: DrawContext, { entry, people }: DrawnEntry): readonly DrawnMessage[] {
  const said = entry.notice ?? { text: '', with: {} };
  const values = { server: context.guildName, ...said.with };
  const name = (id: string): string => inStaffText(people?.get(id) ?? null, context);
  const written = noticeText({ text: said.text, with: values }, name, context.locale);
  const messages = splitText(written).map((part) => ({ text: part, noPreviews: true }));
  if (entry.notice?.with['offer'] !== offersThread) return messages;
  const rows = [threadButton(context.locale)];
  return messages.map((message, place) => (place === messages.length - 1 ? { ...message, rows } : message));
}

function quoteLine(context: DrawContext, { entry, replyTo }: DrawnEntry): readonly Block[] {
  const { locale } = context;
  if (replyTo === null) return entry.replyTo === null ? [] : [{ text: text('copy.reply-to-gone', {}, locale) }];
  const values = { name: inStaffText(replyTo.author, context), excerpt: excerpt(replyTo.entry.content, locale) };
  if (replyTo.link === null) return [{ text: text('copy.reply-to', values, locale) }];
  return [{ text: text('copy.reply-to-linked', { ...values, link: replyTo.link }, locale) }];
}

function entryBlocks({ locale }: DrawContext, drawn: DrawnEntry): readonly Block[] {
  const { entry, files } = drawn;
  const content = contentBlocks(entry.content, files, { ...drawn, locale });
  const marks = [
    entry.kind === 'internal' ? text('copy.internal', {}, locale) : '',
    entry.state === 'undelivered' ? text('copy.not-delivered', {}, locale) : '',
    entry.state === 'withdrawn' ? text('copy.withdrawn', {}, locale) : '',
    entry.state === 'held' ? text('copy.held', {}, locale) : '',
    entry.editedAt === null ? '' : text('copy.edited', { at: entry.editedAt }, locale),
    entry.deletedAt === null ? '' : text('copy.deleted', { at: entry.deletedAt }, locale),
  ];
  const empty = content.length === 0 && !files.some(canBeSent) ? [{ text: text('copy.empty', {}, locale) }] : [];
  return [...content, ...empty, ...marks.filter((mark) => mark !== '').map((mark) => ({ text: mark }))];
}

function entryMessages(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  const blocks = [...quoteLine(context, drawn), ...entryBlocks(context, drawn)];
  return withFiles(packTexts(blocks, longestText), drawn.files);
}
