import type { Message } from '../state.ts';
import type { World } from '../world.ts';

/** Pins, with the system message (type 6), MESSAGE_UPDATE and CHANNEL_PINS_UPDATE. @throws 50001, 50013, 50083, 30003 */
export function pin(world: World, actor: string, message: Message): void {
  void world;
  void actor;
  void message;
  throw new Error('being written');
}

export function unpin(world: World, actor: string, message: Message): void {
  void world;
  void actor;
  void message;
  throw new Error('being written');
}
