import type { TranscriptData } from './data.ts';
/** One self-contained HTML document: no script, and nothing is fetched from anywhere. */
export function transcriptHtml(data: TranscriptData): string {
  return String(data.entries.length);
}
