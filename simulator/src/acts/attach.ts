import type { Attachment } from '../state.ts';
import type { World } from '../world.ts';

export interface NewFile {
  readonly filename: string;
  readonly bytes: Uint8Array;
  /** Guessed from the name when absent. */
  readonly contentType?: string | null;
  readonly description?: string | null;
  readonly spoiler?: boolean;
  readonly ephemeral?: boolean;
  /** Voice messages: seconds, and base64 of up to 256 points. */
  readonly duration?: number | null;
  readonly waveform?: string | null;
}

/** Stores a file's bytes for the CDN and returns what a message shows of it. Sizes are not checked here. */
export function attach(world: World, file: NewFile): Attachment {
  void world;
  void file;
  throw new Error('being written');
}
