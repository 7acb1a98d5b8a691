import { findApplication } from '../lookup.ts';
import type { Interaction, Message, Webhook } from '../state.ts';
import type { World } from '../world.ts';

/** In whose name something is written; each has rules of its own. */
export type Author =
  /** A bot or a person, under their permissions. */
  | { readonly as: 'account'; readonly userId: string }
  /** No permissions are asked; `face` is the name and picture for this one message. */
  | {
      readonly as: 'webhook';
      readonly webhook: Webhook;
      readonly face: { readonly name: string; readonly avatarUrl: string | null } | null;
    }
  /** An answer to an interaction, in the name of its application's bot; no permissions are asked. */
  | { readonly as: 'answer'; readonly interaction: Interaction };

/** The id under which a message of theirs is shown. */
export function authorId(world: World, by: Author): string {
  if (by.as === 'account') return by.userId;
  if (by.as === 'webhook') return by.webhook.id;
  return findApplication(world, by.interaction.applicationId).userId;
}

/** The application that a message is from: only answers and webhooks say so, but a bot account has its application's id. */
export function applicationOf(message: Message): string {
  return message.applicationId ?? message.authorId;
}
