import type { Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/**
 * https://docs.discord.com/developers/resources/webhook#webhook-object
 * `withToken` for the application that made it and for calls with the token; those by token do not show who made it.
 */
export function webhookObject(world: World, webhook: Webhook, withToken: boolean): Wire {
  const creator = world.state.users.get(webhook.creatorId);
  return {
    id: webhook.id,
    type: 1,
    guild_id: webhook.guildId,
    channel_id: webhook.channelId,
    name: webhook.name,
    avatar: webhook.avatar,
    application_id: webhook.applicationId,
    ...(creator ? { user: userObject(creator) } : {}),
    ...(withToken ? { token: webhook.token, url: `${world.url}/api/webhooks/${webhook.id}/${webhook.token}` } : {}),
  };
}
