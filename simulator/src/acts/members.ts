import type { Member } from '../state.ts';
import type { World } from '../world.ts';

/** Someone comes into a server; a bot gets the GUILD_CREATE. Who is in already stays as they are. */
export function joinGuild(world: World, guildId: string, userId: string, roles?: readonly string[]): Member {
  void world;
  void guildId;
  void userId;
  void roles;
  throw new Error('being written');
}

/** Someone goes, or is thrown out; their threads and roles are gone with them. */
export function leaveGuild(world: World, guildId: string, userId: string): void {
  void world;
  void guildId;
  void userId;
  throw new Error('being written');
}

/** Absent fields stay. */
export interface MemberChanges {
  readonly nick?: string | null;
  readonly roles?: readonly string[];
  /** Epoch milliseconds. */
  readonly timedOutUntil?: number | null;
}

/** `actor` null is Discord itself. @throws 10007, 10011, 50013 (permission or hierarchy) */
export function editMember(
  world: World,
  actor: string | null,
  guildId: string,
  userId: string,
  changes: MemberChanges,
): Member {
  void world;
  void actor;
  void guildId;
  void userId;
  void changes;
  throw new Error('being written');
}

/** @throws 10007, 50013 */
export function kick(world: World, actor: string, guildId: string, userId: string): void {
  void world;
  void actor;
  void guildId;
  void userId;
  throw new Error('being written');
}

/** Also those who are not in the server. @throws 10013, 50013 */
export function ban(world: World, actor: string, guildId: string, userId: string): void {
  void world;
  void actor;
  void guildId;
  void userId;
  throw new Error('being written');
}

/** @throws 10026 */
export function unban(world: World, actor: string, guildId: string, userId: string): void {
  void world;
  void actor;
  void guildId;
  void userId;
  throw new Error('being written');
}
