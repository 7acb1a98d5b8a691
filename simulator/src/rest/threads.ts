import { createPost } from '../acts/create-post.ts';
import { createThread, createThreadFromMessage } from '../acts/create-thread.ts';
import { findMessage, isThread } from '../lookup.ts';
import { channelObject, threadMemberObject } from '../objects/channel.ts';
import type { Wire } from '../objects/wire.ts';
import { canSee, need } from '../permissions.ts';
import { withUploads } from '../rules/files.ts';
import { messageFields, readMessage } from '../rules/message.ts';
import { type Fields, isGiven, readFields, refuseUnknown, required, unknownField } from '../rules/read.ts';
import {
  postFields,
  readAppliedTags,
  readNewThread,
  readStart,
  threadFields,
  threadFromMessageFields,
} from '../rules/threads.ts';
import { type Channel, channelTypes, type Thread } from '../state.ts';
import { botOf, seen, uploadIn } from './caller.ts';
import { visibleChannel } from './channels.ts';
import { readLimit } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const below = '/channels/{channel_id}/threads';
const fromMessage = '/channels/{channel_id}/messages/{message_id}/threads';
const archived = `${below}/archived`;
const joinedArchived = '/channels/{channel_id}/users/@me/threads/archived/private';
const page = ['before', 'limit'];
const newFields = [...new Set([...threadFields, ...postFields])];
const ofMessage = new Set<string>(messageFields);

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message and what follows it */
export const threadRoutes: readonly Route[] = [
  { method: 'POST', path: below, auth: 'bot', limit: 'thread-create', fields: newFields, run: create },
  {
    method: 'POST',
    path: fromMessage,
    auth: 'bot',
    limit: 'thread-create',
    fields: threadFromMessageFields,
    run: createFromMessage,
  },
  { method: 'GET', path: `${archived}/public`, auth: 'bot', limit: 'thread-list', query: page, run: listPublic },
  { method: 'GET', path: `${archived}/private`, auth: 'bot', limit: 'thread-list', query: page, run: listPrivate },
  { method: 'GET', path: joinedArchived, auth: 'bot', limit: 'thread-list', query: page, run: listJoined },
];

function create(call: Call): Answer {
  const parent = visibleChannel(call);
  const body = readFields(call.body, '');
  if (parent.type === channelTypes.forum) return createInForum(call, parent, body);
  const misplaced = ['message', 'applied_tags'].find((field) => field in body);
  if (misplaced) throw unknownField(misplaced);
  const { userId } = botOf(call);
  const thread = createThread(call.world, userId, parent.id, readNewThread(body));
  return { status: 201, body: channelObject(call.world, thread, userId) };
}

/** A post is a thread with its first message: resources/channel#start-thread-in-forum-or-media-channel */
function createInForum(call: Call, forum: Channel, body: Fields): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  if (!isGiven(body.message)) throw required('message');
  const first = readFields(body.message, 'message');
  refuseUnknown(first, ofMessage, 'message');
  const message = readMessage(world, first, call.files, uploadIn(call, forum));
  const draft = {
    ...readStart(body),
    ...(isGiven(body.applied_tags) ? { appliedTags: readAppliedTags(body.applied_tags) } : {}),
    message,
  };
  const post = withUploads(world, message.attachments, () =>
    createPost(world, { as: 'account', userId }, forum.id, draft),
  );
  return { status: 201, body: { ...channelObject(world, post.thread, userId), message: seen(call, post.message) } };
}

function createFromMessage(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const message = findMessage(world, visibleChannel(call).id, call.params.message_id!);
  const thread = createThreadFromMessage(world, userId, message, readStart(readFields(call.body, '')));
  return { status: 201, body: channelObject(world, thread, userId) };
}

type ThreadChannel = Channel & { thread: Thread };

function threadsBelow(call: Call): ThreadChannel[] {
  const { world } = call;
  const { userId } = botOf(call);
  const parent = visibleChannel(call);
  need(world, userId, parent, 'viewChannel', 'readMessageHistory');
  return [...world.state.channels.values()]
    .filter(isThread)
    .filter((thread) => thread.parentId === parent.id && thread.thread.archived);
}

function listPublic(call: Call): Answer {
  return byArchival(
    call,
    threadsBelow(call).filter(({ type }) => type !== channelTypes.privateThread),
  );
}

function listPrivate(call: Call): Answer {
  need(call.world, botOf(call).userId, visibleChannel(call), 'manageThreads');
  return byArchival(
    call,
    threadsBelow(call).filter(({ type }) => type === channelTypes.privateThread),
  );
}

/** Lately archived first; `before` is an instant. */
function byArchival(call: Call, threads: readonly ThreadChannel[]): Answer {
  const text = call.query.get('before');
  const before = text === null ? Infinity : Date.parse(text);
  const { userId } = botOf(call);
  const sorted = threads
    .filter((thread) => canSee(call.world.state, thread, userId, call.world.clock.now()))
    .filter(({ thread }) => !(thread.archiveTimestamp >= before))
    .sort((a, b) => b.thread.archiveTimestamp - a.thread.archiveTimestamp);
  return answerPage(call, sorted);
}

/** Private ones that the bot is in, newest first; `before` is an id. */
function listJoined(call: Call): Answer {
  const { userId } = botOf(call);
  const before = call.query.get('before');
  const sorted = threadsBelow(call)
    .filter(({ type, thread }) => type === channelTypes.privateThread && thread.members.has(userId))
    .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  return answerPage(call, sorted);
}

function answerPage(call: Call, sorted: readonly ThreadChannel[]): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const limit = readLimit(call.query, 50, 100, 2);
  const threads = sorted.slice(0, limit);
  const joined = threads.filter(({ thread }) => thread.members.has(userId));
  const body: Wire = {
    threads: threads.map((thread) => channelObject(world, thread, userId)),
    members: joined.map((thread) => threadMemberObject(thread, userId)),
    has_more: sorted.length > limit,
  };
  return { status: 200, body };
}
