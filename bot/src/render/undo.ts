import type { DrawnMessage } from '../discord.ts';
import type { EntryId } from '../ids.ts';
import { shorten } from './escape.ts';
import { longestText } from './limits.ts';
import { text, timestamp } from './notices.ts';
import { packTexts } from './pack.ts';

/** The private answer to whoever sent a reply that can still be taken back. */

/** `until`: epoch milliseconds. */
export function undoAnswer(entry: EntryId, until: number): DrawnMessage {
  return {
    text: text('answer.goes-out', { when: timestamp(until, 'R') }),
    rows: [[{ id: `reply:undo:${entry}`, label: text('answer.undo', {}), style: 'secondary' }]],
  };
}

/** What was written is shown, so that it can be mended and sent. */
export function withdrawnAnswer(said: string): DrawnMessage {
  const again = { text: shorten(said, 1700), quoted: true };
  return { text: packTexts([{ text: text('answer.withdrawn', {}) }, again], longestText)[0] ?? '', noPreviews: true };
}
