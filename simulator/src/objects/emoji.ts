import type { Emoji } from '../state.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/emoji#emoji-object */
export function emojiObject(emoji: Emoji): Wire {
  return {
    id: emoji.id,
    name: emoji.name,
    roles: [],
    require_colons: true,
    managed: false,
    animated: emoji.animated,
    available: true,
  };
}
