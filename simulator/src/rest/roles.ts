import { createRole, deleteRole, editRole, type RoleChanges } from '../acts/roles.ts';
import { findRole } from '../lookup.ts';
import { roleObject } from '../objects/role.ts';
import { guild as most } from '../rules/numbers.ts';
import {
  type Fields,
  isGiven,
  readBits,
  readBoolean,
  readFields,
  readInteger,
  readSnowflake,
  readText,
} from '../rules/read.ts';
import { botOf } from './caller.ts';
import { guildOf } from './guilds.ts';
import type { Answer, Call, Route } from './route.ts';

const all = '/guilds/{guild_id}/roles';
const one = `${all}/{role_id}`;
const fields = ['name', 'permissions', 'color', 'colors', 'hoist', 'icon', 'unicode_emoji', 'mentionable'];

/** https://docs.discord.com/developers/resources/guild#get-guild-roles and what follows it */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: all, auth: 'bot', limit: 'role', run: list },
  { method: 'POST', path: all, auth: 'bot', limit: 'role', fields, run: create },
  { method: 'PATCH', path: all, auth: 'bot', limit: 'role', fields: ['id', 'position'], list: true, run: move },
  { method: 'GET', path: one, auth: 'bot', limit: 'role', run: get },
  { method: 'PATCH', path: one, auth: 'bot', limit: 'role', fields, run: edit },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'role', run: remove },
];

function list(call: Call): Answer {
  return { status: 200, body: [...guildOf(call).roles.values()].map(roleObject) };
}

function get(call: Call): Answer {
  return { status: 200, body: roleObject(findRole(call.world, guildOf(call).id, call.params.role_id!)) };
}

function create(call: Call): Answer {
  const changes = readChanges(readFields(call.body, ''));
  return { status: 200, body: roleObject(createRole(call.world, botOf(call).userId, guildOf(call).id, changes)) };
}

function edit(call: Call): Answer {
  const changes = readChanges(readFields(call.body, ''));
  const { id } = guildOf(call);
  return { status: 200, body: roleObject(editRole(call.world, botOf(call).userId, id, call.params.role_id!, changes)) };
}

function remove(call: Call): Answer {
  deleteRole(call.world, botOf(call).userId, guildOf(call).id, call.params.role_id!);
  return { status: 204 };
}

function move(call: Call): Answer {
  const { id } = guildOf(call);
  for (const [index, value] of (call.body as readonly unknown[]).entries()) {
    const { id: role, position } = readFields(value, String(index));
    if (!isGiven(position)) continue;
    editRole(call.world, botOf(call).userId, id, readSnowflake(role, `${index}.id`), {
      position: readInteger(position, `${index}.position`, 0, 2 ** 31 - 1),
    });
  }
  return list(call);
}

function readChanges(body: Fields): RoleChanges {
  const { name, permissions, hoist, mentionable, colors } = body;
  const colour = isGiven(colors) ? readFields(colors, 'colors').primary_color : body.color;
  return {
    ...(isGiven(name) ? { name: readText(name, 'name', most.roleName) } : {}),
    ...(isGiven(permissions) ? { permissions: readBits(permissions, 'permissions') } : {}),
    ...(isGiven(colour) ? { colour: readInteger(colour, 'color', 0, 0xffffff) } : {}),
    ...(isGiven(hoist) ? { hoist: readBoolean(hoist, 'hoist') } : {}),
    ...(isGiven(mentionable) ? { mentionable: readBoolean(mentionable, 'mentionable') } : {}),
  };
}
