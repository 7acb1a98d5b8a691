import type { TranscriptData } from './data.ts';
/** The same as plain text. */
export function transcriptText(data: TranscriptData): string {
  return String(data.entries.length);
}
