import type { Channel } from '../state.ts';
import type { World } from '../world.ts';

/** Adds someone, or oneself; adding twice is adding once. @throws 10007, 50001, 50013, 50083, 30033 */
export function addToThread(world: World, actor: string, thread: Channel, userId: string): void {
  void world;
  void actor;
  void thread;
  void userId;
  throw new Error('being written');
}

/** Manage Threads, the creator of a private thread, or oneself. @throws 10007, 50001, 50013, 50083 */
export function removeFromThread(world: World, actor: string, thread: Channel, userId: string): void {
  void world;
  void actor;
  void thread;
  void userId;
  throw new Error('being written');
}
