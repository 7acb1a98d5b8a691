import type { Channel, Role } from '../../discord.ts';
import type { RoleId } from '../../ids.ts';
import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './lacking.ts';
import { has, permissionsIn } from './permissions.ts';
import type { ServerView } from './server.ts';

/** Roles that would not hear of a ticket, or could not see it. */
export function rolesUnreached(server: ServerView, settings: Settings): readonly Finding[] {
  const parent = server.channels.find(({ id }) => id === settings.parentChannel);
  if (parent === undefined) return [];
  const rolesBy = new Map(server.guild.roles.map((role) => [role.id, role]));
  const found = (ids: readonly RoleId[]): readonly Role[] => ids.flatMap((id) => rolesBy.get(id) ?? []);
  const staff = found(settings.staffRoles);
  const pinged = found([...(settings.pingStaff ? settings.staffRoles : []), ...settings.pingRoles]);
  return [
    ...unmentionable(server, parent, pinged),
    ...(settings.channelKind === 'private-channel' ? [] : blind(server, parent, staff)),
    ...(settings.channelKind === 'private-thread' ? unadded(server, parent, staff, pinged) : []),
  ];
}

/** A ping of a role arrives if the role lets everyone do so, or the bot may ping all: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function unmentionable(server: ServerView, parent: Channel, roles: readonly Role[]): readonly Finding[] {
  if (has(permissionsIn(server.guild, parent, server.bot), 'mentionEveryone')) return [];
  return roles
    .filter(({ mentionable }) => !mentionable)
    .map((role) => warning(`role-not-mentionable:${role.id}`, 'problem.role-not-mentionable', { role: role.name }));
}

function blind(server: ServerView, parent: Channel, roles: readonly Role[]): readonly Finding[] {
  return roles
    .filter((role) => permissionsIn(server.guild, parent, { user: null, roles: [role.id] }) === 0n)
    .map((role) => warning(`role-blind:${role.id}`, 'problem.role-blind', { role: role.name, where: nameOf(parent) }));
}

/** Private threads show themselves to those who were pinged into them and to those who manage threads. */
function unadded(
  server: ServerView,
  parent: Channel,
  staff: readonly Role[],
  pinged: readonly Role[],
): readonly Finding[] {
  return staff
    .filter((role) => !pinged.includes(role))
    .filter((role) => {
      const held = permissionsIn(server.guild, parent, { user: null, roles: [role.id] });
      return held !== 0n && !has(held, 'manageThreads');
    })
    .map((role) =>
      warning(`role-not-added:${role.id}`, 'problem.role-not-added', { role: role.name, where: nameOf(parent) }),
    );
}

function warning(key: string, text: string, values: Finding['with']): Finding {
  return { key, text, with: values, severity: 'warning', setting: null };
}
