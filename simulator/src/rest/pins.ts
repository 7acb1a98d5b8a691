import { pin, pinsOf, unpin } from '../acts/pin.ts';
import { findChannel, findMessage } from '../lookup.ts';
import { instantText } from '../objects/instant.ts';
import { may, need } from '../permissions.ts';
import type { Message } from '../state.ts';
import { botOf, seen } from './caller.ts';
import { readLimit } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const pins = '/channels/{channel_id}/messages/pins';
/** Deprecated, and still used by clients. */
const oldPins = '/channels/{channel_id}/pins';
const page = 50;

/** https://docs.discord.com/developers/resources/message#get-channel-pins and what follows it */
export const pinRoutes: readonly Route[] = [
  { method: 'GET', path: pins, auth: 'bot', limit: 'pin', query: ['before', 'limit'], run: list },
  { method: 'GET', path: oldPins, auth: 'bot', limit: 'pin', run: oldList },
  ...[pins, oldPins].flatMap((path): Route[] => [
    { method: 'PUT', path: `${path}/{message_id}`, auth: 'bot', limit: 'pin', run: add },
    { method: 'DELETE', path: `${path}/{message_id}`, auth: 'bot', limit: 'pin', run: remove },
  ]),
];

function messageOf({ world, params }: Call): Message {
  return findMessage(world, findChannel(world, params.channel_id!).id, params.message_id!);
}

function add(call: Call): Answer {
  pin(call.world, botOf(call).userId, messageOf(call));
  return { status: 204 };
}

function remove(call: Call): Answer {
  unpin(call.world, botOf(call).userId, messageOf(call));
  return { status: 204 };
}

/** Newest first. The state does not keep when a message was pinned: its own time stands for it. */
function pinned(call: Call): Message[] {
  const { world, params } = call;
  const { userId } = botOf(call);
  const channel = findChannel(world, params.channel_id!);
  need(world, userId, channel, 'viewChannel');
  if (!may(world, userId, channel, 'readMessageHistory')) return [];
  return pinsOf(world, channel).reverse();
}

function list(call: Call): Answer {
  const limit = readLimit(call.query, page, page);
  const before = call.query.get('before');
  const all = pinned(call).filter(({ createdAt }) => before === null || createdAt < Date.parse(before));
  const items = all.slice(0, limit).map((message) => ({
    pinned_at: instantText(message.createdAt),
    message: seen(call, message),
  }));
  return { status: 200, body: { items, has_more: all.length > limit } };
}

function oldList(call: Call): Answer {
  return { status: 200, body: pinned(call).map((message) => seen(call, message)) };
}
