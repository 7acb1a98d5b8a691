import type { Webhook } from '../state.ts';
import type { World } from '../world.ts';

export interface NewWebhook {
  readonly name: string;
  readonly avatar?: string | null;
  /** The application of a bot that makes it. */
  readonly applicationId?: string | null;
}

/** @throws 50001, 50013, 30007 (15 per channel), 50024 */
export function createWebhook(world: World, actor: string, channelId: string, draft: NewWebhook): Webhook {
  void world;
  void actor;
  void channelId;
  void draft;
  throw new Error('being written');
}

/** `actor` null: by the webhook's own token. @throws 50013, 10003 */
export function editWebhook(
  world: World,
  actor: string | null,
  webhook: Webhook,
  changes: { readonly name?: string; readonly avatar?: string | null; readonly channelId?: string },
): Webhook {
  void world;
  void actor;
  void webhook;
  void changes;
  throw new Error('being written');
}

export function deleteWebhook(world: World, actor: string | null, webhook: Webhook): void {
  void world;
  void actor;
  void webhook;
  throw new Error('being written');
}
