import { ApiError } from '../errors.ts';
import { findGuild, findRole } from '../lookup.ts';
import { roleObject } from '../objects/role.ts';
import { allPermissions, guildPermissions, highestPosition, missingPermissions, needInGuild } from '../permissions.ts';
import type { Guild, Role } from '../state.ts';
import type { World } from '../world.ts';
import { changingAccess } from './access.ts';
import { tellGuild } from './tell.ts';
import { guild as most } from '../rules/numbers.ts';

export type RoleChanges = Partial<Omit<Role, 'id' | 'managed' | 'botId'>>;

/** `actor` null is Discord itself, whose roles come on top; others come at the bottom. @throws 10004, 30005, 50013 */
export function createRole(
  world: World,
  actor: string | null,
  guildId: string,
  draft: RoleChanges & { readonly botId?: string },
): Role {
  const guild = findGuild(world, guildId);
  if (actor !== null) needToManage(world, actor, guild, draft.permissions ?? 0n);
  if (guild.roles.size >= most.roles)
    throw new ApiError(400, 30005, `Maximum number of guild roles reached (${most.roles})`);
  const position = draft.position ?? (actor === null ? guild.roles.size : 1);
  for (const other of guild.roles.values()) if (other.position >= position) other.position += 1;
  const role: Role = {
    id: world.newId(),
    name: draft.name ?? 'new role',
    permissions: draft.permissions ?? guild.roles.get(guildId)?.permissions ?? 0n,
    position,
    colour: draft.colour ?? 0,
    hoist: draft.hoist ?? false,
    mentionable: draft.mentionable ?? false,
    managed: draft.botId !== undefined,
    ...(draft.botId === undefined ? {} : { botId: draft.botId }),
  };
  guild.roles.set(role.id, role);
  tellGuild(world, guildId, 'GUILD_ROLE_CREATE', () => ({ guild_id: guildId, role: roleObject(role) }));
  return role;
}

/** @throws 10004, 10011, 50013 */
export function editRole(
  world: World,
  actor: string | null,
  guildId: string,
  roleId: string,
  changes: RoleChanges,
): Role {
  const guild = findGuild(world, guildId);
  const role = findRole(world, guildId, roleId);
  if (actor !== null) {
    needToManage(world, actor, guild, (changes.permissions ?? role.permissions) ^ role.permissions);
    if (role.position >= highestPosition(guild, actor)) throw missingPermissions();
  }
  changingAccess(world, guild, () => void Object.assign(role, withoutUndefined(changes)));
  tellGuild(world, guildId, 'GUILD_ROLE_UPDATE', () => ({ guild_id: guildId, role: roleObject(role) }));
  return role;
}

/** @throws 10004, 10011, 50013, 50028 for @everyone and managed roles */
export function deleteRole(world: World, actor: string | null, guildId: string, roleId: string): void {
  const guild = findGuild(world, guildId);
  const role = findRole(world, guildId, roleId);
  if (actor !== null) {
    needToManage(world, actor, guild, 0n);
    if (role.position >= highestPosition(guild, actor)) throw missingPermissions();
  }
  if (role.id === guild.id || role.managed) throw new ApiError(400, 50028, 'Invalid role');
  removeRole(world, guild, role);
}

/** Takes a role from the server and from all who have it. */
export function removeRole(world: World, guild: Guild, role: Role): void {
  changingAccess(world, guild, () => {
    guild.roles.delete(role.id);
    for (const member of guild.members.values()) member.roles.delete(role.id);
    for (const other of guild.roles.values()) if (other.position > role.position) other.position -= 1;
  });
  tellGuild(world, guild.id, 'GUILD_ROLE_DELETE', () => ({ guild_id: guild.id, role_id: role.id }));
}

/** Nobody gives what they do not have. */
function needToManage(world: World, actor: string, guild: Guild, changed: bigint): void {
  needInGuild(world, actor, guild, 'manageRoles');
  const held = guildPermissions(guild, actor, world.clock.now());
  if (held !== allPermissions && (changed & ~held) !== 0n) throw missingPermissions();
}

function withoutUndefined(changes: RoleChanges): RoleChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as RoleChanges;
}
