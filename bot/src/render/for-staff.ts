import type { DrawnEmbed, DrawnMessage, Face } from '../discord.ts';
import { contentBlocks, excerpt } from './content.ts';
import type { DrawContext, DrawnEntry } from './drawable.ts';
import { embedLimits, longestText } from './limits.ts';
import { faceForStaff, inStaffText, seenByStaff } from './names.ts';
import { noticeText, text } from './notices.ts';
import { packFiles, packTexts } from './pack.ts';
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
  const blocks = [...quoteLine(context, drawn), ...entryBlocks(context, drawn)];
  return { face: faceForStaff(drawn.author, context), messages: messagesOf(blocks, drawn, longestText, asText) };
}

/** For when no webhook can be used: the bot posts it, with the author's name and avatar in an embed, as a reply where it is one. */
export function forStaffByBot(context: DrawContext, drawn: DrawnEntry): readonly DrawnMessage[] {
  if (drawn.entry.kind === 'notice') return noticeToStaff(context, drawn);
  const target = drawn.replyTo?.message ?? null;
  const quoted = target === null ? quoteLine(context, drawn) : [];
  const blocks = [...quoted, ...entryBlocks(context, drawn)];
  const messages =
    context.mayEmbed === false
      ? messagesOf([nameLine(context, drawn), ...blocks], drawn, longestText, asText)
      : messagesOf(blocks, drawn, embedLimits.text, (part, place) => asEmbed(context, drawn, part, place));
  return target === null ? messages : messages.map((one, place) => (place === 0 ? { ...one, replyTo: target } : one));
}

function noticeToStaff(context: DrawContext, { entry, people }: DrawnEntry): readonly DrawnMessage[] {
  const said = entry.notice ?? { text: '', with: {} };
  const values = { server: context.guildName, ...said.with };
  const name = (id: string): string => inStaffText(people?.get(id) ?? null, context);
  const written = noticeText({ text: said.text, with: values }, name, context.locale);
  return splitText(written).map((part) => ({ text: part, noPreviews: true }));
}

function quoteLine(context: DrawContext, { entry, replyTo }: DrawnEntry): readonly Block[] {
  const { locale } = context;
  if (replyTo === null) return entry.replyTo === null ? [] : [{ text: text('copy.reply-to-gone', {}, locale) }];
  const values = { name: inStaffText(replyTo.author, context), excerpt: excerpt(replyTo.entry.content, locale) };
  if (replyTo.link === null) return [{ text: text('copy.reply-to', values, locale) }];
  return [{ text: text('copy.reply-to-linked', { ...values, link: replyTo.link }, locale) }];
}

function entryBlocks({ locale, emojiPicture }: DrawContext, { entry, files }: DrawnEntry): readonly Block[] {
  const content = contentBlocks(entry.content, files, { locale, ...(emojiPicture && { emojiPicture }) });
  const marks = [
    entry.kind === 'internal' ? text('copy.internal', {}, locale) : '',
    entry.state === 'undelivered' ? text('copy.not-delivered', {}, locale) : '',
    entry.editedAt === null ? '' : text('copy.edited', { at: entry.editedAt }, locale),
    entry.deletedAt === null ? '' : text('copy.deleted', { at: entry.deletedAt }, locale),
  ];
  const empty = content.length === 0 && packFiles(files).length === 0 ? [{ text: text('copy.empty', {}, locale) }] : [];
  return [...content, ...empty, ...marks.filter((mark) => mark !== '').map((mark) => ({ text: mark }))];
}

type Draw = (part: string, place: number) => DrawnMessage;

/** Texts first, then files: the first of them with the last text. */
function messagesOf(
  blocks: readonly Block[],
  { files }: DrawnEntry,
  most: number,
  draw: Draw,
): readonly DrawnMessage[] {
  const messages = packTexts(blocks, most).map(draw);
  const [first, ...more] = packFiles(files);
  if (first !== undefined) messages.push({ ...(messages.pop() ?? draw('', 0)), files: first });
  return [...messages, ...more.map((group) => ({ text: '', files: group }))];
}

const asText: Draw = (part) => ({ text: part });

function nameLine(context: DrawContext, { author }: DrawnEntry): Block {
  return { text: text('copy.name', { name: inStaffText(author, context) }, context.locale) };
}

function asEmbed(context: DrawContext, { author }: DrawnEntry, part: string, place: number): DrawnMessage {
  const { name, avatarUrl } = seenByStaff(author, context);
  const who: DrawnEmbed = place > 0 ? {} : { author: { name, ...(avatarUrl !== null && { iconUrl: avatarUrl }) } };
  return { text: '', embeds: [{ ...who, ...(part !== '' && { text: part }), colour: context.settings.accentColour }] };
}
