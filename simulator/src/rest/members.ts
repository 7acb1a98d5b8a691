import { editMember, kick, type MemberChanges } from '../acts/members.ts';
import { ApiError } from '../errors.ts';
import { findApplication, findMember, findUser } from '../lookup.ts';
import { memberObject } from '../objects/member.ts';
import { missingAccess } from '../permissions.ts';
import { guild as most } from '../rules/numbers.ts';
import { formError } from '../errors.ts';
import { type Fields, isGiven, readFields, readList, readSnowflake, readText, required } from '../rules/read.ts';
import type { Member } from '../state.ts';
import { botOf } from './caller.ts';
import { guildOf } from './guilds.ts';
import { readLimit, readPlace } from './page.ts';
import type { Answer, Call, Route } from './route.ts';

const all = '/guilds/{guild_id}/members';
const one = `${all}/{user_id}`;
const role = `${one}/roles/{role_id}`;
const editFields = ['nick', 'roles', 'mute', 'deaf', 'channel_id', 'communication_disabled_until', 'flags'];

/** https://docs.discord.com/developers/resources/guild#get-guild-member and what follows it */
export const memberRoutes: readonly Route[] = [
  { method: 'GET', path: all, auth: 'bot', limit: 'member-list', query: ['limit', 'after'], run: list },
  { method: 'GET', path: `${all}/search`, auth: 'bot', limit: 'member-list', query: ['query', 'limit'], run: search },
  { method: 'GET', path: one, auth: 'bot', limit: 'member-get', run: get },
  { method: 'PATCH', path: `${all}/@me`, auth: 'bot', limit: 'member-edit', fields: ['nick'], run: editSelf },
  { method: 'PATCH', path: one, auth: 'bot', limit: 'member-edit', fields: editFields, run: edit },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'member-edit', run: remove },
  { method: 'PUT', path: role, auth: 'bot', limit: 'member-edit', run: giveRole },
  { method: 'DELETE', path: role, auth: 'bot', limit: 'member-edit', run: takeRole },
];

function memberOf(call: Call): Member {
  const guild = guildOf(call);
  findUser(call.world, call.params.user_id!);
  return findMember(call.world, guild.id, call.params.user_id!);
}

function get(call: Call): Answer {
  return { status: 200, body: memberObject(call.world, memberOf(call)) };
}

/** Needs the Server Members intent to be switched on in the portal. */
function list(call: Call): Answer {
  const { world, query } = call;
  const { applicationId } = botOf(call);
  const guild = guildOf(call);
  if (!findApplication(world, applicationId).intents.members) throw missingAccess();
  const after = readPlace(query, 'after') ?? 0n;
  const members = [...guild.members.values()]
    .filter(({ userId }) => BigInt(userId) > after)
    .sort((a, b) => (BigInt(a.userId) < BigInt(b.userId) ? -1 : 1));
  const page = members.slice(0, readLimit(query, 1, most.membersPage));
  return { status: 200, body: page.map((member) => memberObject(world, member)) };
}

/** By the beginning of username or nickname. */
function search(call: Call): Answer {
  const { world, query } = call;
  const guild = guildOf(call);
  const start = (query.get('query') ?? '').toLowerCase();
  if (start === '') throw required('query');
  const found = [...guild.members.values()].filter((member) => {
    const user = findUser(world, member.userId);
    return [user.username, user.globalName, member.nick].some((name) => name?.toLowerCase().startsWith(start));
  });
  const page = found.slice(0, readLimit(query, 1, most.membersPage));
  return { status: 200, body: page.map((member) => memberObject(world, member)) };
}

function editSelf(call: Call): Answer {
  return change(call, botOf(call).userId, readChanges(readFields(call.body, '')));
}

function edit(call: Call): Answer {
  return change(call, memberOf(call).userId, readChanges(readFields(call.body, '')));
}

function change(call: Call, userId: string, changes: MemberChanges): Answer {
  const edited = editMember(call.world, botOf(call).userId, guildOf(call).id, userId, changes);
  return { status: 200, body: memberObject(call.world, edited) };
}

/** Voice fields mean nothing here: nobody is in a voice channel (40032). */
function readChanges(body: Fields): MemberChanges {
  const { nick, roles, communication_disabled_until: until } = body;
  if (['mute', 'deaf', 'channel_id'].some((field) => isGiven(body[field])))
    throw new ApiError(400, 40032, 'Target user is not connected to voice.');
  return {
    ...('nick' in body ? { nick: isGiven(nick) ? readText(nick, 'nick', most.nick) || null : null } : {}),
    ...(isGiven(roles)
      ? { roles: readList(roles, 'roles', most.roles).map((id, index) => readSnowflake(id, `roles.${index}`)) }
      : {}),
    ...('communication_disabled_until' in body
      ? { timedOutUntil: readInstant(until, 'communication_disabled_until') }
      : {}),
  };
}

function readInstant(value: unknown, path: string): number | null {
  if (!isGiven(value)) return null;
  const at = Date.parse(String(value));
  if (Number.isNaN(at))
    throw formError(path, 'DATE_TIME_TYPE_PARSE', `Could not parse ${String(value)}. Should be ISO8601.`);
  return at;
}

function remove(call: Call): Answer {
  kick(call.world, botOf(call).userId, guildOf(call).id, memberOf(call).userId);
  return { status: 204 };
}

function giveRole(call: Call): Answer {
  const member = memberOf(call);
  change(call, member.userId, { roles: [...new Set([...member.roles, call.params.role_id!])] });
  return { status: 204 };
}

function takeRole(call: Call): Answer {
  const member = memberOf(call);
  change(call, member.userId, { roles: [...member.roles].filter((id) => id !== call.params.role_id) });
  return { status: 204 };
}
