import type { Emoji } from '../state.ts';
import type { Wire } from './wire.ts';

export function emojiObject(emoji: Emoji): Wire {
  void emoji;
  throw new Error('being written');
}
