import type { IncomingMessage } from 'node:http';
import { ApiError } from '../errors.ts';
import { instantOf } from '../ids.ts';
import type { Asked } from '../limits.ts';
import type { LimitName } from '../limits/numbers.ts';
import { unknownField } from '../rules/read.ts';
import type { World } from '../world.ts';
import type { Caller, Route } from './route.ts';
import type { Match } from './router.ts';

/** Who asks. A token that does no good is refused where one is needed, and is no harm where the path carries its own. */
export function callerOf(world: World, request: IncomingMessage, auth: Route['auth']): Caller {
  const header = request.headers.authorization;
  if (header?.startsWith('Bot ')) {
    const token = header.slice(4);
    for (const application of world.state.applications.values())
      if (application.token === token) return { as: 'bot', userId: application.userId, applicationId: application.id };
  }
  if (auth === 'bot') throw new ApiError(401, 0, '401: Unauthorized');
  return { as: 'nobody' };
}

/** Refuses fields and query parameters that Discord would ignore, so that a slip of the pen is found. */
export function refuseUnknownFields(route: Route, query: URLSearchParams, body: unknown): void {
  for (const key of query.keys()) if (!route.query?.includes(key)) throw unknownField(key);
  if ((route.list ?? false) !== Array.isArray(body)) throw notFields();
  if (!Array.isArray(body)) return refuseIn(route, body, '');
  body.forEach((one, index) => refuseIn(route, one, `${index}.`));
}

function refuseIn(route: Route, body: unknown, path: string): void {
  if (typeof body !== 'object' || body === null) throw notFields();
  for (const key in body) if (!route.fields?.includes(key)) throw unknownField(path + key);
}

function notFields(): ApiError {
  const message = 'Only dictionaries may be used in a DictType';
  return new ApiError(400, 50035, 'Invalid Form Body', { _errors: [{ code: 'DICT_TYPE_CONVERT', message }] });
}

/** What the limits need to know of a request. */
export function askedOf(world: World, match: Match, caller: Caller, address: string, body: unknown): Asked {
  const { route, params } = match;
  const limit = ageLimit(world, route.limit, params);
  return {
    by: caller.as === 'bot' ? caller.userId : address,
    limit,
    resource: resourceOf(params),
    globalExempt: 'interaction_token' in params || world.state.applications.has(params['webhook_id'] ?? ''),
    hidden: hiddenLimit(world, route.limit, params, body),
  };
}

/** The server that a request is about, as its path says; null for everything else. */
export function guildOfRequest({ state }: World, { params }: Match): string | null {
  const { guild_id, channel_id, webhook_id, webhook_token, interaction_id } = params;
  if (guild_id !== undefined) return guild_id;
  if (channel_id !== undefined) return state.channels.get(channel_id)?.guildId ?? null;
  const webhook = state.webhooks.get(webhook_id ?? '');
  if (webhook) return webhook.guildId;
  if (interaction_id !== undefined) return state.interactions.get(interaction_id)?.guildId ?? null;
  if (webhook_token === undefined) return null;
  return [...state.interactions.values()].find(({ token }) => token === webhook_token)?.guildId ?? null;
}

function resourceOf(params: Match['params']): string {
  const { channel_id, guild_id, webhook_id, webhook_token, interaction_id, interaction_token } = params;
  const webhook = webhook_id ?? interaction_id;
  if (webhook !== undefined) return `${webhook} ${webhook_token ?? interaction_token ?? ''}`;
  return channel_id ?? guild_id ?? '';
}

const tenSeconds = 10_000;
const fourteenDays = 14 * 24 * 60 * 60 * 1000;

/** Deleting a message has one limit for fresh ones, one for those over 14 days, and one between. */
function ageLimit(world: World, limit: LimitName, params: Match['params']): LimitName {
  if (limit !== 'message-delete') return limit;
  const id = params['message_id'] ?? '';
  if (!world.state.messages.get(params['channel_id'] ?? '')?.has(id)) return 'message-delete-new';
  const age = world.clock.now() - instantOf(id);
  if (age < tenSeconds) return 'message-delete-new';
  return age > fourteenDays ? 'message-delete-old' : limit;
}

function hiddenLimit(world: World, limit: LimitName, params: Match['params'], body: unknown): Asked['hidden'] {
  const channelId = params['channel_id'] ?? '';
  if (limit === 'channel-edit') {
    const renames = typeof body === 'object' && body !== null && ('name' in body || 'topic' in body);
    return renames ? { limit: 'rename', resource: channelId } : null;
  }
  if (limit === 'thread-create')
    return { limit: 'threads', resource: world.state.channels.get(channelId)?.guildId ?? channelId };
  if (limit !== 'webhook-execute') return null;
  const webhook = world.state.webhooks.get(params['webhook_id'] ?? '');
  return webhook ? { limit: 'webhookChannel', resource: webhook.channelId } : null;
}
