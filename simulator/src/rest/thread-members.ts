import { addToThread, removeFromThread } from '../acts/thread-members.ts';
import { ApiError } from '../errors.ts';
import { findApplication, findUser, isThread } from '../lookup.ts';
import { threadMemberObject } from '../objects/channel.ts';
import { memberObject } from '../objects/member.ts';
import type { Wire } from '../objects/wire.ts';
import { missingAccess } from '../permissions.ts';
import type { Channel, Thread } from '../state.ts';
import { botOf } from './caller.ts';
import { visibleChannel } from './channels.ts';
import { readLimit, readPlace, readSwitch } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const all = '/channels/{channel_id}/thread-members';
const one = `${all}/{user_id}`;
const mine = `${all}/@me`;

/** https://docs.discord.com/developers/resources/channel#join-thread and what follows it */
export const threadMemberRoutes: readonly Route[] = [
  { method: 'GET', path: all, auth: 'bot', limit: 'thread-list', query: ['with_member', 'after', 'limit'], run: list },
  { method: 'GET', path: one, auth: 'bot', limit: 'thread-list', query: ['with_member'], run: get },
  { method: 'PUT', path: mine, auth: 'bot', limit: 'thread-member', run: add },
  { method: 'PUT', path: one, auth: 'bot', limit: 'thread-member', run: add },
  { method: 'DELETE', path: mine, auth: 'bot', limit: 'thread-member', run: remove },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'thread-member', run: remove },
];

function threadOf(call: Call): Channel & { thread: Thread } {
  const channel = visibleChannel(call);
  if (isThread(channel)) return channel;
  throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
}

/** Who is meant by the path; `@me` is the bot. */
function userOf(call: Call): string {
  const { user_id: id = '@me' } = call.params;
  return id === '@me' ? botOf(call).userId : findUser(call.world, id).id;
}

function add(call: Call): Answer {
  addToThread(call.world, botOf(call).userId, threadOf(call), userOf(call));
  return { status: 204 };
}

function remove(call: Call): Answer {
  removeFromThread(call.world, botOf(call).userId, threadOf(call), userOf(call));
  return { status: 204 };
}

function get(call: Call): Answer {
  const thread = threadOf(call);
  const userId = userOf(call);
  if (!thread.thread.members.has(userId)) throw new ApiError(404, 10007, 'Unknown Member');
  return { status: 200, body: shown(call, thread, userId, readSwitch(call.query, 'with_member')) };
}

/** Needs the Server Members intent to be switched on. Pages only `with_member`. */
function list(call: Call): Answer {
  const { world, query } = call;
  if (!findApplication(world, botOf(call).applicationId).intents.members) throw missingAccess();
  const thread = threadOf(call);
  const withMember = readSwitch(query, 'with_member');
  const after = readPlace(query, 'after') ?? 0n;
  const ids = [...thread.thread.members.keys()].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  const page = withMember ? ids.filter((id) => BigInt(id) > after).slice(0, readLimit(query, 100, 100)) : ids;
  return { status: 200, body: page.map((id) => shown(call, thread, id, withMember)) };
}

function shown(call: Call, thread: Channel & { thread: Thread }, userId: string, withMember: boolean): Wire {
  const body = threadMemberObject(thread, userId);
  const member = call.world.state.guilds.get(thread.guildId ?? '')?.members.get(userId);
  return withMember && member ? { ...body, member: memberObject(call.world, member) } : body;
}
