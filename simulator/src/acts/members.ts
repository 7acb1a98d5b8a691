import { ApiError } from '../errors.ts';
import { findGuild, findMember, findRole, findUser, isThread } from '../lookup.ts';
import { channelsOf, guildCreateObject } from '../objects/guild.ts';
import { memberEventObject } from '../objects/member.ts';
import { userObject } from '../objects/user.ts';
import { highestPosition, isAbove, missingPermissions, needInGuild } from '../permissions.ts';
import type { Guild, Member } from '../state.ts';
import type { World } from '../world.ts';
import { changingAccess } from './access.ts';
import { removeRole } from './roles.ts';
import { tellGuild } from './tell.ts';
import { dropFromThread } from './thread-members.ts';

/**
 * Someone comes into a server: GUILD_MEMBER_ADD for the others, GUILD_CREATE for a bot itself. Who is in already stays as they are.
 * @throws 10004, 10013, 40007 (banned)
 */
export function joinGuild(world: World, guildId: string, userId: string, roles: readonly string[] = []): Member {
  const guild = findGuild(world, guildId);
  const user = findUser(world, userId);
  const there = guild.members.get(userId);
  if (there) return there;
  if (guild.bans.has(userId)) throw new ApiError(403, 40007, 'The user is banned from this guild');
  const member: Member = {
    userId,
    nick: null,
    roles: new Set(roles),
    joinedAt: world.clock.now(),
    timedOutUntil: null,
  };
  guild.members.set(userId, member);
  if (user.bot) tellGuildCreate(world, guild, userId);
  tellGuild(world, guildId, 'GUILD_MEMBER_ADD', () => memberEventObject(world, guild, member));
  return member;
}

/** Someone goes, or is thrown out; their places in threads and roles are gone with them, and a bot's own role. */
export function leaveGuild(world: World, guildId: string, userId: string): void {
  const guild = findGuild(world, guildId);
  const user = findUser(world, userId);
  if (!guild.members.delete(userId)) return;
  for (const channel of channelsOf(world, guild)) {
    if (isThread(channel) && channel.thread.members.has(userId)) dropFromThread(world, channel, userId);
  }
  tellGuild(world, guildId, 'GUILD_MEMBER_REMOVE', () => ({ guild_id: guildId, user: userObject(user) }));
  if (!user.bot) return;
  for (const role of guild.roles.values()) if (role.botId === userId) removeRole(world, guild, role);
  world.events.tell({
    name: 'GUILD_DELETE',
    guildId,
    channelId: null,
    onlyFor: [userId],
    data: () => ({ id: guildId }),
  });
}

/** Absent fields stay. */
export interface MemberChanges {
  readonly nick?: string | null;
  readonly roles?: readonly string[];
  /** Epoch milliseconds. */
  readonly timedOutUntil?: number | null;
}

/** `actor` null is Discord itself. @throws 10004, 10007, 10011, 50013 (permission or hierarchy) */
export function editMember(
  world: World,
  actor: string | null,
  guildId: string,
  userId: string,
  changes: MemberChanges,
): Member {
  const guild = findGuild(world, guildId);
  const member = findMember(world, guildId, userId);
  for (const role of changes.roles ?? []) findRole(world, guildId, role);
  if (actor !== null) needToChange(world, actor, guild, member, changes);
  const change = () => {
    if (changes.nick !== undefined) member.nick = changes.nick || null;
    if (changes.roles) member.roles = new Set(changes.roles.filter((id) => id !== guildId));
    if (changes.timedOutUntil !== undefined) member.timedOutUntil = changes.timedOutUntil;
  };
  if (findUser(world, userId).bot) changingAccess(world, guild, change);
  else change();
  tellGuild(world, guildId, 'GUILD_MEMBER_UPDATE', () => memberEventObject(world, guild, member));
  return member;
}

/** @throws 10004, 10007, 50013 */
export function kick(world: World, actor: string, guildId: string, userId: string): void {
  const guild = findGuild(world, guildId);
  needInGuild(world, actor, guild, 'kickMembers');
  findMember(world, guildId, userId);
  if (!isAbove(guild, actor, userId)) throw missingPermissions();
  leaveGuild(world, guildId, userId);
}

/** Also those who are not in the server. @throws 10004, 10013, 50013 */
export function ban(world: World, actor: string, guildId: string, userId: string): void {
  const guild = findGuild(world, guildId);
  const user = findUser(world, userId);
  needInGuild(world, actor, guild, 'banMembers');
  if (guild.members.has(userId) && !isAbove(guild, actor, userId)) throw missingPermissions();
  guild.bans.add(userId);
  tellGuild(world, guildId, 'GUILD_BAN_ADD', () => ({ guild_id: guildId, user: userObject(user) }));
  leaveGuild(world, guildId, userId);
}

/** @throws 10004, 10026, 50013 */
export function unban(world: World, actor: string, guildId: string, userId: string): void {
  const guild = findGuild(world, guildId);
  needInGuild(world, actor, guild, 'banMembers');
  if (!guild.bans.delete(userId)) throw new ApiError(404, 10026, 'Unknown Ban');
  const user = findUser(world, userId);
  tellGuild(world, guildId, 'GUILD_BAN_REMOVE', () => ({ guild_id: guildId, user: userObject(user) }));
}

function tellGuildCreate(world: World, guild: Guild, receiver: string): void {
  world.events.tell({
    name: 'GUILD_CREATE',
    guildId: guild.id,
    channelId: null,
    onlyFor: [receiver],
    data: () => guildCreateObject(world, guild, receiver),
  });
}

function needToChange(world: World, actor: string, guild: Guild, member: Member, changes: MemberChanges): void {
  const self = actor === member.userId;
  const above = self || isAbove(guild, actor, member.userId);
  if (changes.nick !== undefined) {
    needInGuild(world, actor, guild, self ? 'changeNickname' : 'manageNicknames');
    if (!above) throw missingPermissions();
  }
  if (changes.timedOutUntil !== undefined) {
    needInGuild(world, actor, guild, 'moderateMembers');
    if (!isAbove(guild, actor, member.userId)) throw missingPermissions();
  }
  if (!changes.roles) return;
  needInGuild(world, actor, guild, 'manageRoles');
  const wanted = new Set(changes.roles);
  const given = [...wanted].filter((id) => !member.roles.has(id));
  const taken = [...member.roles].filter((id) => !wanted.has(id));
  const highest = highestPosition(guild, actor);
  for (const id of [...given, ...taken]) {
    const role = guild.roles.get(id);
    if (role && (role.managed || role.position >= highest)) throw missingPermissions();
  }
}
