import type { Application } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

export function applicationObject(world: World, application: Application): Wire {
  void world;
  void application;
  throw new Error('being written');
}

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
export function applicationFlags(application: Application): number {
  void application;
  throw new Error('being written');
}
