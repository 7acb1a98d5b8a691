import { clearReactions, react, readEmoji, unreact } from '../acts/react.ts';
import { findChannel, findMessage, findUser } from '../lookup.ts';
import { userObject } from '../objects/user.ts';
import { need } from '../permissions.ts';
import type { Message } from '../state.ts';
import { botOf } from './caller.ts';
import { readLimit, readPlace } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const all = '/channels/{channel_id}/messages/{message_id}/reactions';
const one = `${all}/{emoji_name}`;
const page = 100;

/** https://docs.discord.com/developers/resources/message#create-reaction and what follows it */
export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', path: `${one}/@me`, auth: 'bot', limit: 'reaction', run: add },
  { method: 'DELETE', path: `${one}/@me`, auth: 'bot', limit: 'reaction', run: takeBack },
  { method: 'DELETE', path: `${one}/{user_id}`, auth: 'bot', limit: 'reaction', run: takeAway },
  { method: 'GET', path: one, auth: 'bot', limit: 'reaction-list', query: ['after', 'limit', 'type'], run: list },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'reaction', run: clear },
  { method: 'DELETE', path: all, auth: 'bot', limit: 'reaction', run: clear },
];

function messageOf({ world, params }: Call): Message {
  return findMessage(world, findChannel(world, params.channel_id!).id, params.message_id!);
}

function emojiOf({ world, params }: Call) {
  return readEmoji(world, params.emoji_name!);
}

function add(call: Call): Answer {
  react(call.world, botOf(call).userId, messageOf(call), emojiOf(call));
  return { status: 204 };
}

function takeBack(call: Call): Answer {
  const { userId } = botOf(call);
  unreact(call.world, userId, messageOf(call), emojiOf(call), userId);
  return { status: 204 };
}

function takeAway(call: Call): Answer {
  unreact(call.world, botOf(call).userId, messageOf(call), emojiOf(call), call.params.user_id!);
  return { status: 204 };
}

function clear(call: Call): Answer {
  const emoji = call.params.emoji_name === undefined ? undefined : emojiOf(call);
  clearReactions(call.world, botOf(call).userId, messageOf(call), emoji);
  return { status: 204 };
}

function list(call: Call): Answer {
  const { world, query } = call;
  const message = messageOf(call);
  need(world, botOf(call).userId, findChannel(world, message.channelId), 'viewChannel', 'readMessageHistory');
  const emoji = emojiOf(call);
  const reaction = message.reactions.find(({ emoji: { id, name } }) =>
    emoji.id === null ? id === null && name === emoji.name : id === emoji.id,
  );
  const after = readPlace(query, 'after') ?? 0n;
  const ids = (reaction?.userIds ?? []).filter((id) => BigInt(id) > after).sort(byId);
  const body = ids.slice(0, readLimit(query, 25, page)).map((id) => userObject(findUser(world, id)));
  return { status: 200, body };
}

function byId(a: string, b: string): number {
  return BigInt(a) < BigInt(b) ? -1 : 1;
}
