import type { Channel } from '../state.ts';
import type { World } from '../world.ts';

/** Deletes a channel with its threads, messages and webhooks; a DM is only closed and keeps its history. @throws 50001, 50013 */
export function deleteChannel(world: World, actor: string | null, channel: Channel): void {
  void world;
  void actor;
  void channel;
  throw new Error('being written');
}
