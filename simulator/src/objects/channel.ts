import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/** Any kind of channel as `receiver` sees it: hidden ones obfuscated, threads with the receiver's own membership, DMs with the other side. */
export function channelObject(world: World, channel: Channel, receiver: string): Wire {
  void world;
  void channel;
  void receiver;
  throw new Error('being written');
}

export function threadMemberObject(world: World, thread: Channel, userId: string): Wire {
  void world;
  void thread;
  void userId;
  throw new Error('being written');
}
