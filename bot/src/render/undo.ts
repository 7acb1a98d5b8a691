import type { DrawnMessage } from '../discord.ts';
import type { EntryId } from '../ids.ts';
import type { Language } from '../language.ts';
import { shorten } from './escape.ts';
import { longestText } from './limits.ts';
import { text, timestamp } from './notices.ts';
import { packTexts } from './pack.ts';

/** The private answer to whoever sent a reply that can still be taken back. */

/** `until`: epoch milliseconds. */
export function undoAnswer(entry: EntryId, until: number, language: Language): DrawnMessage {
  return {
    text: text('answer.goes-out', { when: timestamp(until, 'R') }, language),
    rows: [[{ id: `reply:undo:${entry}`, label: text('answer.undo', {}, language), style: 'secondary' }]],
  };
}

/** What was written is shown, so that it can be mended and sent. */
export function withdrawnAnswer(said: string, language: Language): DrawnMessage {
  const again = { text: shorten(said, 1700), quoted: true };
  return {
    text: packTexts([{ text: text('answer.withdrawn', {}, language) }, again], longestText)[0] ?? '',
    noPreviews: true,
  };
}
