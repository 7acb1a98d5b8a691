import type { User } from '../state.ts';
import type { World } from '../world.ts';

/** A new name or picture: USER_UPDATE for a bot itself, GUILD_MEMBER_UPDATE in every server. */
export function editUser(
  world: World,
  userId: string,
  changes: { readonly username?: string; readonly globalName?: string | null; readonly avatar?: string | null },
): User {
  void world;
  void userId;
  void changes;
  throw new Error('being written');
}
