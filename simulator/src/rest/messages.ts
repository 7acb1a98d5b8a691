import { deleteMessage, deleteMessages } from '../acts/delete-message.ts';
import { editMessage } from '../acts/edit-message.ts';
import { postMessage } from '../acts/post-message.ts';
import { startTyping } from '../acts/type.ts';
import { formError } from '../errors.ts';
import { findChannel, findMessage } from '../lookup.ts';
import { may, need } from '../permissions.ts';
import { forgetUnshown, withUploads } from '../rules/files.ts';
import { messageFields, readMessage } from '../rules/message.ts';
import { editFields, readEdit } from '../rules/message-edit.ts';
import { message as most } from '../rules/numbers.ts';
import { type Fields, isGiven, readFields, readList, readSnowflake } from '../rules/read.ts';
import type { Channel, Message } from '../state.ts';
import { botOf, seen, uploadIn } from './caller.ts';
import { readLimit, readPlace } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const all = '/channels/{channel_id}/messages';
const one = '/channels/{channel_id}/messages/{message_id}';

/** https://docs.discord.com/developers/resources/message#endpoints */
export const messageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    auth: 'bot',
    limit: 'message-list',
    query: ['around', 'before', 'after', 'limit'],
    run: list,
  },
  { method: 'POST', path: all, auth: 'bot', limit: 'message-create', fields: messageFields, run: create },
  {
    method: 'POST',
    path: `${all}/bulk-delete`,
    auth: 'bot',
    limit: 'bulk-delete',
    fields: ['messages'],
    run: removeMany,
  },
  { method: 'GET', path: one, auth: 'bot', limit: 'message-get', run: get },
  { method: 'PATCH', path: one, auth: 'bot', limit: 'message-edit', fields: editFields, run: edit },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'message-delete', run: remove },
  { method: 'POST', path: '/channels/{channel_id}/typing', auth: 'bot', limit: 'typing', run: type },
];

function channelOf(call: Call): Channel {
  return findChannel(call.world, call.params.channel_id!);
}

function messageOf(call: Call): Message {
  const message = findMessage(call.world, channelOf(call).id, call.params.message_id!);
  // What only one person sees is not there for anyone else.
  return message.onlyFor === null ? message : findMessage(call.world, '', message.id);
}

/** Without the right to read what was, the list is empty, not refused. Newest first. */
function list(call: Call): Answer {
  const { world, query } = call;
  const { userId } = botOf(call);
  const channel = channelOf(call);
  need(world, userId, channel, 'viewChannel');
  const limit = readLimit(query, 50, most.page);
  const [around, before, after] = ['around', 'before', 'after'].map((name) => readPlace(query, name));
  if (!may(world, userId, channel, 'readMessageHistory')) return { status: 200, body: [] };
  const messages = [...(world.state.messages.get(channel.id)?.values() ?? [])].filter(
    ({ onlyFor }) => onlyFor === null,
  );
  const page = pick(messages, limit, around ?? null, before ?? null, after ?? null);
  return { status: 200, body: page.reverse().map((message) => seen(call, message)) };
}

/** `messages` and the answer are oldest first. */
function pick(
  messages: readonly Message[],
  limit: number,
  around: bigint | null,
  before: bigint | null,
  after: bigint | null,
): Message[] {
  const older = (place: bigint) => messages.filter(({ id }) => BigInt(id) < place);
  const newer = (place: bigint) => messages.filter(({ id }) => BigInt(id) > place);
  if (around !== null) {
    const half = Math.floor(limit / 2);
    const middle = messages.filter(({ id }) => BigInt(id) === around);
    return [...lastOf(older(around), half), ...middle, ...newer(around).slice(0, half)].slice(0, limit);
  }
  if (before !== null) return lastOf(older(before), limit);
  if (after !== null) return newer(after).slice(0, limit);
  return lastOf(messages, limit);
}

function lastOf(messages: readonly Message[], count: number): Message[] {
  return messages.slice(Math.max(0, messages.length - count));
}

function get(call: Call): Answer {
  need(call.world, botOf(call).userId, channelOf(call), 'viewChannel', 'readMessageHistory');
  return { status: 200, body: seen(call, messageOf(call)) };
}

function create(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const channel = channelOf(call);
  const body = readFields(call.body, '');
  needOwnChannel(channel, body);
  const written = readMessage(world, body, call.files, uploadIn(call, channel));
  const message = withUploads(world, written.attachments, () =>
    postMessage(world, { ...written, channelId: channel.id, by: { as: 'account', userId } }),
  );
  forgetUnshown(world, written.attachments, message);
  return { status: 200, body: seen(call, message) };
}

/** A reply is to a message of the same channel; only forwards come from elsewhere. */
function needOwnChannel(channel: Channel, body: Fields): void {
  if (!isGiven(body.message_reference)) return;
  const { type, channel_id: named } = readFields(body.message_reference, 'message_reference');
  if (isGiven(named) && named !== channel.id && type !== 1)
    throw formError('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
}

function edit(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const message = messageOf(call);
  const changes = readEdit(world, message, readFields(call.body, ''), call.files, uploadIn(call, channelOf(call)));
  const edited = withUploads(world, changes.attachments, () =>
    editMessage(world, { as: 'account', userId }, message, changes),
  );
  return { status: 200, body: seen(call, edited) };
}

function remove(call: Call): Answer {
  deleteMessage(call.world, { as: 'account', userId: botOf(call).userId }, messageOf(call));
  return { status: 204 };
}

function removeMany(call: Call): Answer {
  const { fewest, most: many } = most.bulkDelete;
  const ids = readList(readFields(call.body, '').messages, 'messages', many, fewest).map((id, index) =>
    readSnowflake(id, `messages.${index}`),
  );
  if (new Set(ids).size < ids.length)
    throw formError('messages', 'BASE_TYPE_DUPLICATES', 'A message may be named only once.');
  deleteMessages(call.world, botOf(call).userId, channelOf(call).id, ids);
  return { status: 204 };
}

function type(call: Call): Answer {
  startTyping(call.world, botOf(call).userId, channelOf(call).id);
  return { status: 204 };
}
