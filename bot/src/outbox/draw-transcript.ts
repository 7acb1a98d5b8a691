import type { TranscriptData } from '../render/transcript/data.ts';
import { transcriptPieces } from '../render/transcript/html.ts';

/** A long ticket takes seconds to draw; everything else goes on meanwhile. */
export async function drawTranscript(data: TranscriptData): Promise<string> {
  const pieces: string[] = [];
  for (const piece of transcriptPieces(data)) {
    pieces.push(piece);
    await othersFirst();
  }
  return pieces.join('');
}

export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
