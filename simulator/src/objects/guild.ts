import type { Guild } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

export function guildObject(world: World, guild: Guild): Wire {
  void world;
  void guild;
  throw new Error('being written');
}

/** GUILD_CREATE: with channels, active threads and the receiver's own member. */
export function guildCreateObject(world: World, guild: Guild, receiver: string): Wire {
  void world;
  void guild;
  void receiver;
  throw new Error('being written');
}
