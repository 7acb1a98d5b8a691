import type { Role } from '../state.ts';
import type { World } from '../world.ts';

export type RoleChanges = Partial<Omit<Role, 'id' | 'managed'>>;

/** `actor` null is Discord itself. @throws 50013, 30005 */
export function createRole(world: World, actor: string | null, guildId: string, draft: RoleChanges): Role {
  void world;
  void actor;
  void guildId;
  void draft;
  throw new Error('being written');
}

/** @throws 10011, 50013 */
export function editRole(
  world: World,
  actor: string | null,
  guildId: string,
  roleId: string,
  changes: RoleChanges,
): Role {
  void world;
  void actor;
  void guildId;
  void roleId;
  void changes;
  throw new Error('being written');
}

/** @throws 10011, 50013, 50028 for @everyone and managed roles */
export function deleteRole(world: World, actor: string | null, guildId: string, roleId: string): void {
  void world;
  void actor;
  void guildId;
  void roleId;
  throw new Error('being written');
}
