import type { Channel } from '../state.ts';
import type { World } from '../world.ts';

/** The DM of two accounts, the same one every time. No event: bots hear of DMs by their messages. @throws 50007 for bots and oneself */
export function openDm(world: World, userId: string, otherId: string): Channel {
  void world;
  void userId;
  void otherId;
  throw new Error('being written');
}

/** Whether `to` gets what `from` writes in their DM. @throws 50007 (blocked), 50278 (no server in common, or DMs closed) */
export function needDm(world: World, from: string, to: string): void {
  void world;
  void from;
  void to;
  throw new Error('being written');
}
