import type { Guild, Member } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/** With `user`; message events carry it without. */
export function memberObject(world: World, guild: Guild, member: Member): Wire {
  void world;
  void guild;
  void member;
  throw new Error('being written');
}

export function memberWithoutUser(guild: Guild, member: Member): Wire {
  void guild;
  void member;
  throw new Error('being written');
}
