import type { Feedback } from '../closing.ts';
import type { DrawnButton, DrawnFile, DrawnMessage } from '../discord.ts';
import type { Person } from '../store.ts';
import { starsText } from '../tickets/feedback.ts';
import type { DrawContext } from './drawable.ts';
import { shorten } from './escape.ts';
import { longestText } from './limits.ts';
import { inStaffText } from './names.ts';
import { text } from './notices.ts';
import { packTexts } from './pack.ts';

/** What stands in the logs channel about a ticket. */

export function openedLine(context: DrawContext): DrawnMessage {
  const { ticket, locale } = context;
  const values = { number: ticket.number, member: inStaffText(context.member, context) };
  if (ticket.channel === null) return { text: text('log.opened-without-channel', values, locale) };
  const join: DrawnButton = { id: `ticket:join:${ticket.id}`, label: text('log.join', {}, locale), style: 'secondary' };
  return {
    text: text('log.opened', { ...values, channel: `<#${ticket.channel}>` }, locale),
    ...(ticket.channelKind === 'private-thread' && { rows: [[join]] }),
  };
}

export function closedLine(context: DrawContext, closedBy: Person | null): DrawnMessage {
  const { ticket, locale } = context;
  const values = { number: ticket.number, member: inStaffText(context.member, context) };
  const cause = text(`cause.${ticket.closing?.cause ?? 'manual'}`, {}, locale);
  const line =
    closedBy === null
      ? text('log.closed-auto', { ...values, cause }, locale)
      : text('log.closed', { ...values, by: inStaffText(closedBy, context) }, locale);
  const comment = ticket.closing?.comment?.trim() ?? '';
  const [first = line] = packTexts(
    [{ text: line }, ...(comment === '' ? [] : [{ text: shorten(comment, 1500), quoted: true }])],
    longestText,
  );
  return { text: first, noPreviews: true };
}

/** A ticket is open again. */
export function reopenedLine(context: DrawContext, by: Person | null): DrawnMessage {
  const { ticket, locale } = context;
  const values = {
    number: ticket.number,
    member: inStaffText(context.member, context),
    by: inStaffText(by, context),
    channel: `<#${ticket.channel ?? ''}>`,
  };
  return { text: text('log.reopened', values, locale) };
}

/** What the member thinks of it: stars, or words added to them. */
export function ratedLine(context: DrawContext, { stars, comment }: Feedback, isComment: boolean): DrawnMessage {
  const { ticket, locale } = context;
  const values = { number: ticket.number, member: inStaffText(context.member, context), stars: starsText(stars) };
  if (!isComment || comment === null) return { text: text('log.rated', values, locale) };
  const said = { text: shorten(comment, 1500), quoted: true };
  const [line = ''] = packTexts([{ text: text('log.commented', values, locale) }, said], longestText);
  return { text: line, noPreviews: true };
}

/** A member said thank you when it was over. */
export function thankedLine(context: DrawContext, words: string): DrawnMessage {
  const { ticket, locale } = context;
  const values = { number: ticket.number, member: inStaffText(context.member, context) };
  const said = { text: shorten(words, 1500), quoted: true };
  const [line = ''] = packTexts([{ text: text('log.thanked', values, locale) }, said], longestText);
  return { text: line, noPreviews: true };
}

/** The message that carries the transcript's files, or a link to it. */
export function transcriptPost(
  context: DrawContext,
  { files, link }: { readonly files: readonly DrawnFile[]; readonly link: string | null },
): DrawnMessage {
  const { ticket, locale } = context;
  const values = { number: ticket.number, member: inStaffText(context.member, context) };
  return {
    text: text('log.transcript', values, locale),
    ...(files.length > 0 && { files }),
    ...(link !== null && {
      rows: [[{ label: text('log.transcript-link', {}, locale), url: link }]],
      noPreviews: true,
    }),
  };
}
