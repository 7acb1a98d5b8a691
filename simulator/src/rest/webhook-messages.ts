import { createPost } from '../acts/create-post.ts';
import { deleteMessage } from '../acts/delete-message.ts';
import { editMessage } from '../acts/edit-message.ts';
import { postMessage } from '../acts/post-message.ts';
import type { Author } from '../acts/author.ts';
import { ApiError } from '../errors.ts';
import { findChannel, findMessage } from '../lookup.ts';
import { messageObject, pictureHash } from '../objects/message.ts';
import { withUploads } from '../rules/files.ts';
import { readMessage, type Written } from '../rules/message.ts';
import { editFields, readEdit } from '../rules/message-edit.ts';
import { longestFile } from '../rules/numbers.ts';
import { type Fields, isGiven, readFields, readSnowflake } from '../rules/read.ts';
import { readAppliedTags, readThreadName } from '../rules/threads.ts';
import { checkPlace, componentsOf, executeFields, readFace } from '../rules/webhook.ts';
import type { Channel, Message, Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { followUps, isFollowUp } from './follow-ups.ts';
import { readSwitch } from './page.ts';
import type { Answer, Call, Route } from './route.ts';
import { webhookByToken } from './webhooks.ts';

const path = '/webhooks/{webhook_id}/{webhook_token}';
const message = `${path}/messages/{message_id}`;
const execution = ['wait', 'thread_id', 'with_components'];
const edition = ['thread_id', 'with_components'];
const place = ['thread_id'];

/**
 * Messages by webhooks, and the follow-ups of interactions, which look the same from outside.
 * https://docs.discord.com/developers/resources/webhook#execute-webhook
 */
export const webhookMessageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path,
    auth: 'token',
    limit: 'webhook-execute',
    query: execution,
    fields: executeFields,
    run: (call) => (isFollowUp(call) ? followUps.create(call) : execute(call)),
  },
  {
    method: 'GET',
    path: message,
    auth: 'token',
    limit: 'webhook-message',
    query: place,
    run: (call) => (isFollowUp(call) ? followUps.get(call) : get(call)),
  },
  {
    method: 'PATCH',
    path: message,
    auth: 'token',
    limit: 'webhook-message',
    query: edition,
    // discord.js sends the name and picture with edits, too, where Discord ignores them.
    fields: [...editFields, 'username', 'avatar_url'],
    run: (call) => (isFollowUp(call) ? followUps.edit(call) : edit(call)),
  },
  {
    method: 'DELETE',
    path: message,
    auth: 'token',
    limit: 'webhook-message',
    query: place,
    run: (call) => (isFollowUp(call) ? followUps.remove(call) : remove(call)),
  },
];

/** Boosts of the server do not raise the limit for webhooks. */
const upload = { longestFile: longestFile[0], ephemeral: false };

type ByWebhook = Extract<Author, { as: 'webhook' }>;

/** With `wait` the message is the answer; without, nothing is said of it, not even that it was refused. */
function execute(call: Call): Answer {
  const { world, query } = call;
  const webhook = webhookByToken(call);
  const channel = findChannel(world, webhook.channelId);
  const body = readFields(call.body, '');
  const thread = threadOf(call, webhook);
  checkPlace(channel, thread?.id ?? null, body);
  const face = readFace(body, webhook);
  if (face?.avatarUrl) copyPicture(world, webhook, face.avatarUrl);
  const by: ByWebhook = { as: 'webhook', webhook, face };
  const shownBody = componentsOf(body, webhook, readSwitch(query, 'with_components'));
  const written = readMessage(world, shownBody, call.files, upload);
  const wait = readSwitch(query, 'wait');
  try {
    const posted = withUploads(world, written.attachments, () => post(call, by, thread ?? channel, body, written));
    return wait ? { status: 200, body: messageObject(world, posted, webhook.id) } : { status: 204 };
  } catch (error) {
    if (wait || !(error instanceof ApiError)) throw error;
    return { status: 204 };
  }
}

/** Discord shows its own copy of the picture; only those of this simulator are at hand. */
function copyPicture(world: World, webhook: Webhook, url: string): void {
  const cdn = `${world.url}/cdn`;
  if (!url.startsWith(`${cdn}/`)) return;
  const picture = world.state.pictures.get(url.slice(cdn.length).replace(/\?.*$/, ''));
  if (picture) world.state.pictures.set(`/avatars/${webhook.id}/${pictureHash(url)}.png`, picture);
}

function post(call: Call, by: ByWebhook, channel: Channel, body: Fields, written: Written): Message {
  const { world } = call;
  if (!isGiven(body.thread_name)) return postMessage(world, { ...written, channelId: channel.id, by });
  const name = readThreadName(body.thread_name, 'thread_name');
  const appliedTags = isGiven(body.applied_tags) ? readAppliedTags(body.applied_tags) : [];
  return createPost(world, by, channel.id, { name, message: written, appliedTags }).message;
}

/** The thread of `thread_id`, which must be in the webhook's channel. @throws 10003 */
function threadOf({ world, query }: Call, webhook: Webhook): Channel | null {
  const id = query.get('thread_id');
  if (id === null) return null;
  const thread = world.state.channels.get(readSnowflake(id, 'thread_id'));
  if (thread?.parentId !== webhook.channelId || !thread.thread) throw new ApiError(404, 10003, 'Unknown Channel');
  return thread;
}

/** A message of this webhook; one in a thread is only found with that thread's id. @throws 10008 */
function messageOf(call: Call, webhook: Webhook): Message {
  const channelId = threadOf(call, webhook)?.id ?? webhook.channelId;
  const found = findMessage(call.world, channelId, call.params.message_id!);
  if (found.webhookId !== webhook.id) throw new ApiError(404, 10008, 'Unknown Message');
  return found;
}

function get(call: Call): Answer {
  const webhook = webhookByToken(call);
  return { status: 200, body: messageObject(call.world, messageOf(call, webhook), webhook.id) };
}

function edit(call: Call): Answer {
  const { world } = call;
  const webhook = webhookByToken(call);
  const found = messageOf(call, webhook);
  const body = componentsOf(readFields(call.body, ''), webhook, readSwitch(call.query, 'with_components'));
  const changes = readEdit(world, found, body, call.files, upload);
  const by: Author = { as: 'webhook', webhook, face: found.face };
  const edited = withUploads(world, changes.attachments, () => editMessage(world, by, found, changes));
  return { status: 200, body: messageObject(world, edited, webhook.id) };
}

function remove(call: Call): Answer {
  const webhook = webhookByToken(call);
  const found = messageOf(call, webhook);
  deleteMessage(call.world, { as: 'webhook', webhook, face: null }, found);
  return { status: 204 };
}
