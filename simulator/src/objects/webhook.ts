import type { Webhook } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/** `withToken` for the application that made it and for calls with the token. */
export function webhookObject(world: World, webhook: Webhook, withToken: boolean): Wire {
  void world;
  void webhook;
  void withToken;
  throw new Error('being written');
}
