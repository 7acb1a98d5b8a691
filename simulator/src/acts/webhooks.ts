import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { need } from '../permissions.ts';
import { randomText } from '../random.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { tellIn } from './tell.ts';
import { webhook as most } from '../rules/numbers.ts';

export interface NewWebhook {
  readonly name: string;
  readonly avatar?: string | null;
  /** The application of a bot that makes it. */
  readonly applicationId?: string | null;
}

const withWebhooks: readonly number[] = [
  channelTypes.text,
  channelTypes.announcement,
  channelTypes.forum,
  channelTypes.voice,
];

/** @throws 50001, 50013, 30007 (15 per channel), 50024 */
export function createWebhook(world: World, actor: string, channelId: string, draft: NewWebhook): Webhook {
  const channel = findChannel(world, channelId);
  needWebhooks(world, actor, channel);
  const here = [...world.state.webhooks.values()].filter((webhook) => webhook.channelId === channelId);
  if (here.length >= most.perChannel) {
    throw new ApiError(400, 30007, `Maximum number of webhooks reached (${most.perChannel})`);
  }
  const webhook: Webhook = {
    id: world.newId(),
    guildId: channel.guildId ?? '',
    channelId,
    name: draft.name,
    avatar: draft.avatar ?? null,
    token: randomText(world.random, 68),
    applicationId: draft.applicationId ?? null,
    creatorId: actor,
  };
  world.state.webhooks.set(webhook.id, webhook);
  tellWebhooks(world, channel);
  return webhook;
}

/** `actor` null: by the webhook's own token, which cannot move it. @throws 10003, 50001, 50013, 50024 */
export function editWebhook(
  world: World,
  actor: string | null,
  webhook: Webhook,
  changes: { readonly name?: string; readonly avatar?: string | null; readonly channelId?: string },
): Webhook {
  const from = findChannel(world, webhook.channelId);
  if (actor !== null) needWebhooks(world, actor, from);
  if (actor !== null && changes.channelId !== undefined && changes.channelId !== webhook.channelId) {
    const to = findChannel(world, changes.channelId);
    needWebhooks(world, actor, to);
    webhook.channelId = to.id;
    tellWebhooks(world, to);
  }
  webhook.name = changes.name ?? webhook.name;
  if (changes.avatar !== undefined) webhook.avatar = changes.avatar;
  tellWebhooks(world, from);
  return webhook;
}

/** `actor` null: by the webhook's own token. Its messages stay. @throws 50001, 50013 */
export function deleteWebhook(world: World, actor: string | null, webhook: Webhook): void {
  const channel = findChannel(world, webhook.channelId);
  if (actor !== null) need(world, actor, channel, 'manageWebhooks');
  world.state.webhooks.delete(webhook.id);
  tellWebhooks(world, channel);
}

function needWebhooks(world: World, actor: string, channel: Channel): void {
  need(world, actor, channel, 'manageWebhooks');
  if (!withWebhooks.includes(channel.type)) {
    throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  }
}

/** Says no more than where: https://docs.discord.com/developers/events/gateway-events#webhooks-update */
function tellWebhooks(world: World, channel: Channel): void {
  tellIn(world, channel, 'WEBHOOKS_UPDATE', () => ({ guild_id: channel.guildId, channel_id: channel.id }));
}
