import { createWebhook, deleteWebhook, editWebhook } from '../acts/webhooks.ts';
import { keepPicture, readPicture } from '../cdn/pictures.ts';
import { ApiError } from '../errors.ts';
import { findWebhook } from '../lookup.ts';
import { webhookObject } from '../objects/webhook.ts';
import type { Wire } from '../objects/wire.ts';
import { may, missingPermissions, need, needInGuild } from '../permissions.ts';
import { readWebhookName } from '../rules/names.ts';
import { type Fields, isGiven, readFields, readSnowflake } from '../rules/read.ts';
import type { Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { botOf } from './caller.ts';
import { visibleChannel } from './channels.ts';
import { guildOf } from './guilds.ts';
import type { Answer, Call, Route } from './route.ts';

const inChannel = '/channels/{channel_id}/webhooks';
const inGuild = '/guilds/{guild_id}/webhooks';
const one = '/webhooks/{webhook_id}';
const withToken = '/webhooks/{webhook_id}/{webhook_token}';

/** https://docs.discord.com/developers/resources/webhook#endpoints, without messages */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: inChannel, auth: 'bot', limit: 'webhook-create', fields: ['name', 'avatar'], run: create },
  { method: 'GET', path: inChannel, auth: 'bot', limit: 'webhook-read', run: listInChannel },
  { method: 'GET', path: inGuild, auth: 'bot', limit: 'webhook-read', run: listInGuild },
  { method: 'GET', path: one, auth: 'bot', limit: 'webhook-read', run: get },
  {
    method: 'PATCH',
    path: one,
    auth: 'bot',
    limit: 'webhook-edit',
    fields: ['name', 'avatar', 'channel_id'],
    run: edit,
  },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'webhook-edit', run: remove },
  { method: 'GET', path: withToken, auth: 'token', limit: 'webhook-read', run: getByToken },
  {
    method: 'PATCH',
    path: withToken,
    auth: 'token',
    limit: 'webhook-edit',
    fields: ['name', 'avatar'],
    run: editByToken,
  },
  { method: 'DELETE', path: withToken, auth: 'token', limit: 'webhook-edit', run: removeByToken },
];

/** The webhook of a path with its token. @throws 10015, 50027 */
export function webhookByToken({ world, params }: Call): Webhook {
  const webhook = findWebhook(world, params.webhook_id!);
  if (webhook.token !== params.webhook_token) throw new ApiError(401, 50027, 'Invalid Webhook Token');
  return webhook;
}

/** Only the application that made it is shown the token. */
function shown(call: Call, webhook: Webhook): Wire {
  return webhookObject(call.world, webhook, webhook.applicationId === botOf(call).applicationId);
}

function create(call: Call): Answer {
  const { world } = call;
  const { userId, applicationId } = botOf(call);
  const channel = visibleChannel(call);
  const body = readFields(call.body, '');
  const picture = isGiven(body.avatar) ? readPicture(body.avatar, 'avatar') : null;
  const webhook = createWebhook(world, userId, channel.id, {
    name: readWebhookName(body.name ?? '', 'name'),
    applicationId,
  });
  webhook.avatar = keepPicture(world, `/avatars/${webhook.id}`, picture);
  return { status: 200, body: shown(call, webhook) };
}

function listInChannel(call: Call): Answer {
  const channel = visibleChannel(call);
  need(call.world, botOf(call).userId, channel, 'manageWebhooks');
  const webhooks = [...call.world.state.webhooks.values()].filter(({ channelId }) => channelId === channel.id);
  return { status: 200, body: webhooks.map((webhook) => shown(call, webhook)) };
}

function listInGuild(call: Call): Answer {
  const guild = guildOf(call);
  needInGuild(call.world, botOf(call).userId, guild, 'manageWebhooks');
  const webhooks = [...call.world.state.webhooks.values()].filter(({ guildId }) => guildId === guild.id);
  return { status: 200, body: webhooks.map((webhook) => shown(call, webhook)) };
}

/** The application that made it may always look. */
function get(call: Call): Answer {
  const webhook = findWebhook(call.world, call.params.webhook_id!);
  const { userId, applicationId } = botOf(call);
  const channel = call.world.state.channels.get(webhook.channelId);
  if (webhook.applicationId !== applicationId && !(channel && may(call.world, userId, channel, 'manageWebhooks')))
    throw missingPermissions();
  return { status: 200, body: shown(call, webhook) };
}

function edit(call: Call): Answer {
  const webhook = findWebhook(call.world, call.params.webhook_id!);
  const body = readFields(call.body, '');
  const channelId = isGiven(body.channel_id) ? { channelId: readSnowflake(body.channel_id, 'channel_id') } : {};
  const changes = { ...readChanges(call.world, webhook, body), ...channelId };
  return { status: 200, body: shown(call, editWebhook(call.world, botOf(call).userId, webhook, changes)) };
}

function remove(call: Call): Answer {
  deleteWebhook(call.world, botOf(call).userId, findWebhook(call.world, call.params.webhook_id!));
  return { status: 204 };
}

/** Whoever has the token is not told who made the webhook. */
function withoutCreator(world: World, webhook: Webhook): Wire {
  const { user, ...rest } = webhookObject(world, webhook, true);
  void user;
  return rest;
}

function getByToken(call: Call): Answer {
  return { status: 200, body: withoutCreator(call.world, webhookByToken(call)) };
}

function editByToken(call: Call): Answer {
  const webhook = webhookByToken(call);
  const changes = readChanges(call.world, webhook, readFields(call.body, ''));
  return { status: 200, body: withoutCreator(call.world, editWebhook(call.world, null, webhook, changes)) };
}

function removeByToken(call: Call): Answer {
  deleteWebhook(call.world, null, webhookByToken(call));
  return { status: 204 };
}

function readChanges(world: World, webhook: Webhook, body: Fields): { name?: string; avatar?: string | null } {
  const { name, avatar } = body;
  return {
    ...(isGiven(name) ? { name: readWebhookName(name, 'name') } : {}),
    ...(avatar === undefined
      ? {}
      : { avatar: keepPicture(world, `/avatars/${webhook.id}`, readPicture(avatar, 'avatar')) }),
  };
}
