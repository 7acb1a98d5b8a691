import type { Interaction } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/** INTERACTION_CREATE, complete: channel, member or user, message, app_permissions, contexts, entitlements. */
export function interactionObject(world: World, interaction: Interaction): Wire {
  void world;
  void interaction;
  throw new Error('being written');
}
