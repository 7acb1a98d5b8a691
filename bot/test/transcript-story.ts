import type { FileHash } from '../src/ids.ts';
import type { TranscriptData, TranscriptFile } from '../src/render/transcript/data.ts';
import { transcriptPieces } from '../src/render/transcript/html.ts';
import { transcriptText } from '../src/render/transcript/text.ts';
import type { Closing } from '../src/closing.ts';
import {
  drawnOf,
  fileOf,
  kim,
  noon,
  noticeOf,
  replyOf,
  sam,
  ticketOf,
  transcriptOf,
  written,
} from './drawn-examples.ts';

/** A short ticket, and ways to read its transcript. */

export const minute = 60_000;
export const kept = (name: string, type: string | null, bytes: Uint8Array | null): TranscriptFile => ({
  ...fileOf(name, bytes?.length ?? 12_000_000),
  type,
  bytes,
  hash: 'hash' as FileHash,
});
export const hello = drawnOf('Hi **there**');
export const answer = replyOf('Hello Ada', {}, { anonymous: true, at: noon + minute, replyTo: hello.entry.id });
export const internal = replyOf(
  'They are *difficult*',
  { author: kim },
  { kind: 'internal', author: kim.id, at: noon + 2 * minute },
);
const claimed = { ...noticeOf('notice.claimed', { by: sam.id }), people: new Map([[sam.id as string, sam]]) };
export const closing: Closing = {
  by: kim.id,
  cause: 'manual',
  comment: 'Solved <b>',
  shareComment: false,
  notify: true,
};
export const closedTicket = ticketOf({ state: 'closed', closedAt: noon + 60 * minute, closing });
export const story = transcriptOf([written(hello), written(answer), written(internal), written(claimed)], {
  ticket: closedTicket,
  claimedBy: sam,
  closedBy: kim,
});
export const transcriptHtml = (data: TranscriptData): string => [...transcriptPieces(data)].join('');
export const both = (data: TranscriptData): readonly [string, string] => [transcriptHtml(data), transcriptText(data)];
/** What a reader of the page sees: its words without tags. */
export const seen = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
