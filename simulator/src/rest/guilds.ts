import { findGuild, findUser, isThread } from '../lookup.ts';
import { channelObject, threadMemberObject } from '../objects/channel.ts';
import { channelsOf, guildObject } from '../objects/guild.ts';
import { userObject } from '../objects/user.ts';
import { ban, unban } from '../acts/members.ts';
import { canSee } from '../permissions.ts';
import { ApiError } from '../errors.ts';
import type { Guild } from '../state.ts';
import { botOf } from './caller.ts';
import { readSwitch } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const one = '/guilds/{guild_id}';
const banned = `${one}/bans/{user_id}`;

/** https://docs.discord.com/developers/resources/guild#endpoints, as far as it needs no more than reading, and bans. */
export const guildRoutes: readonly Route[] = [
  { method: 'GET', path: one, auth: 'bot', limit: 'guild', query: ['with_counts'], run: get },
  { method: 'GET', path: `${one}/threads/active`, auth: 'bot', limit: 'thread-list', run: activeThreads },
  { method: 'GET', path: banned, auth: 'bot', limit: 'member-get', run: getBan },
  {
    method: 'PUT',
    path: banned,
    auth: 'bot',
    limit: 'member-edit',
    fields: ['delete_message_days', 'delete_message_seconds'],
    run: putBan,
  },
  { method: 'DELETE', path: banned, auth: 'bot', limit: 'member-edit', run: deleteBan },
];

/** A server that the bot is in. @throws 10004 */
export function guildOf(call: Call): Guild {
  const guild = findGuild(call.world, call.params.guild_id!);
  if (!guild.members.has(botOf(call).userId)) throw new ApiError(404, 10004, 'Unknown Guild');
  return guild;
}

function get(call: Call): Answer {
  const guild = guildOf(call);
  const size = guild.members.size;
  const counts = { approximate_member_count: size, approximate_presence_count: size };
  return { status: 200, body: { ...guildObject(guild), ...(readSwitch(call.query, 'with_counts') ? counts : {}) } };
}

/** All threads that the bot may see, newest first, and its own memberships. */
function activeThreads(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const threads = channelsOf(world, guildOf(call))
    .filter(isThread)
    .filter((thread) => !thread.thread.archived && canSee(world.state, thread, userId, world.clock.now()))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const joined = threads.filter(({ thread }) => thread.members.has(userId));
  return {
    status: 200,
    body: {
      threads: threads.map((thread) => channelObject(world, thread, userId)),
      members: joined.map((thread) => threadMemberObject(thread, userId)),
      has_more: false,
    },
  };
}

function getBan(call: Call): Answer {
  const guild = guildOf(call);
  const userId = call.params.user_id!;
  if (!guild.bans.has(userId)) throw new ApiError(404, 10026, 'Unknown Ban');
  return { status: 200, body: { reason: null, user: userObject(findUser(call.world, userId)) } };
}

function putBan(call: Call): Answer {
  ban(call.world, botOf(call).userId, guildOf(call).id, findUser(call.world, call.params.user_id!).id);
  return { status: 204 };
}

function deleteBan(call: Call): Answer {
  unban(call.world, botOf(call).userId, guildOf(call).id, call.params.user_id!);
  return { status: 204 };
}
