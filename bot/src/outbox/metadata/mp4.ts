import { bareBoxes } from './boxes.ts';
import type { Pull } from './pull.ts';

/** Boxes with words, places and pictures about a recording, none of which it is played from. */
const emptied: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
/** Boxes that may hold those. */
const entered: ReadonlySet<string> = new Set(['moov', 'trak']);

export function bareMp4(pull: Pull): AsyncIterable<Uint8Array> {
  return bareBoxes(pull, { emptied, entered });
}
