import type { Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from '../objects/wire.ts';

/** Discord looks at the links in a message: MESSAGE_UPDATE with embeds and an unchanged `edited_timestamp`. */
export function unfurl(world: World, message: Message, embeds: readonly Wire[]): void {
  void world;
  void message;
  void embeds;
  throw new Error('being written');
}
