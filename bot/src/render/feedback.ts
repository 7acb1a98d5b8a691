import type { Feedback } from '../closing.ts';
import type { DrawnButton, DrawnMessage } from '../discord.ts';
import { starsText } from '../tickets/feedback.ts';
import type { DrawContext, Rating } from './drawable.ts';
import { text } from './notices.ts';
import type { Block } from './pack.ts';

/** How a member is asked what they think of a conversation, in the message that closes it. */

export function ratingBlocks({ open, given }: Rating, { locale }: DrawContext): readonly Block[] {
  if (given === null) return open ? [{ text: text('feedback.ask', {}, locale) }] : [];
  const thanks = { text: text('feedback.thanks', { stars: starsText(given.stars) }, locale) };
  return given.comment === null ? [thanks] : [thanks, { text: given.comment, quoted: true }];
}

/** Stars first; then a button for words. */
export function ratingRows({ open, given }: Rating, { ticket, locale }: DrawContext): DrawnMessage['rows'] {
  if (!open || (given !== null && given.comment !== null)) return undefined;
  if (given !== null)
    return [[{ id: `feedback:words:${ticket.id}`, label: text('feedback.add-words', {}, locale), style: 'secondary' }]];
  return [
    [1, 2, 3, 4, 5].map((stars): DrawnButton => {
      return { id: `feedback:stars:${ticket.id}:${stars}`, label: String(stars), emoji: '⭐', style: 'secondary' };
    }),
  ];
}

/** Stars and words in one, for staff. */
export function ratingText({ stars, comment }: Feedback): string {
  return comment === null ? starsText(stars) : `${starsText(stars)}\n${comment}`;
}
