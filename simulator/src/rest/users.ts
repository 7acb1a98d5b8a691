import { openDm } from '../acts/open-dm.ts';
import { leaveGuild } from '../acts/members.ts';
import { editUser } from '../acts/users.ts';
import { keepPicture, readPicture } from '../cdn/pictures.ts';
import { findUser } from '../lookup.ts';
import { channelObject } from '../objects/channel.ts';
import { ownUserObject, userObject } from '../objects/user.ts';
import { guildPermissions } from '../permissions.ts';
import { guild as most } from '../rules/numbers.ts';
import { isGiven, readFields, readSnowflake, readText } from '../rules/read.ts';
import { botOf } from './caller.ts';
import { guildOf } from './guilds.ts';
import { readLimit, readPlace, readSwitch } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const me = '/users/@me';
const page = ['before', 'after', 'limit', 'with_counts'];

/** https://docs.discord.com/developers/resources/user#endpoints */
export const userRoutes: readonly Route[] = [
  { method: 'GET', path: me, auth: 'bot', limit: 'user', run: getSelf },
  { method: 'PATCH', path: me, auth: 'bot', limit: 'user', fields: ['username', 'avatar', 'banner'], run: editSelf },
  { method: 'GET', path: '/users/{user_id}', auth: 'bot', limit: 'user', run: get },
  { method: 'POST', path: `${me}/channels`, auth: 'bot', limit: 'dm-open', fields: ['recipient_id'], run: open },
  { method: 'GET', path: `${me}/guilds`, auth: 'bot', limit: 'user', query: page, run: listGuilds },
  { method: 'DELETE', path: `${me}/guilds/{guild_id}`, auth: 'bot', limit: 'user', run: leave },
];

function getSelf(call: Call): Answer {
  return { status: 200, body: ownUserObject(findUser(call.world, botOf(call).userId)) };
}

function editSelf(call: Call): Answer {
  const { userId } = botOf(call);
  const { username, avatar } = readFields(call.body, '');
  const edited = editUser(call.world, userId, {
    ...(isGiven(username) ? { username: readText(username, 'username', 32, 2) } : {}),
    ...(avatar === undefined
      ? {}
      : { avatar: keepPicture(call.world, `/avatars/${userId}`, readPicture(avatar, 'avatar')) }),
  });
  return { status: 200, body: ownUserObject(edited) };
}

function get(call: Call): Answer {
  return { status: 200, body: userObject(findUser(call.world, call.params.user_id!)) };
}

/** The DM that is there already, or a new one: resources/user#create-dm */
function open(call: Call): Answer {
  const { userId } = botOf(call);
  const recipient = readSnowflake(readFields(call.body, '').recipient_id, 'recipient_id');
  const dm = openDm(call.world, userId, findUser(call.world, recipient).id);
  return { status: 200, body: channelObject(call.world, dm, userId) };
}

function listGuilds(call: Call): Answer {
  const { world, query } = call;
  const { userId } = botOf(call);
  const [before, after] = [readPlace(query, 'before'), readPlace(query, 'after')];
  const limit = readLimit(query, most.guildsPage, most.guildsPage);
  const guilds = [...world.state.guilds.values()]
    .filter((guild) => guild.members.has(userId))
    .filter(({ id }) => (before === null || BigInt(id) < before) && (after === null || BigInt(id) > after))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const some = before !== null && after === null ? guilds.slice(-limit) : guilds.slice(0, limit);
  const counted = readSwitch(query, 'with_counts');
  const body = some.map((guild) => ({
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    banner: null,
    owner: guild.ownerId === userId,
    permissions: guildPermissions(guild, userId, world.clock.now()).toString(),
    features: [],
    ...(counted
      ? { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
      : {}),
  }));
  return { status: 200, body };
}

function leave(call: Call): Answer {
  leaveGuild(call.world, guildOf(call).id, botOf(call).userId);
  return { status: 204 };
}
