import type { World } from '../world.ts';

/** TYPING_START for the others; shown for 10 seconds. @throws 10003, 50001, 50013, 50083 */
export function startTyping(world: World, actor: string, channelId: string): void {
  void world;
  void actor;
  void channelId;
  throw new Error('being written');
}
