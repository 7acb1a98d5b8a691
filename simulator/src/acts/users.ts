import { findUser } from '../lookup.ts';
import { memberEventObject } from '../objects/member.ts';
import { ownUserObject } from '../objects/user.ts';
import type { User } from '../state.ts';
import type { World } from '../world.ts';
import { tellGuild } from './tell.ts';

/** A new name or picture: USER_UPDATE for the account itself, GUILD_MEMBER_UPDATE in every server. @throws 10013 */
export function editUser(
  world: World,
  userId: string,
  changes: { readonly username?: string; readonly globalName?: string | null; readonly avatar?: string | null },
): User {
  const user = findUser(world, userId);
  user.username = changes.username ?? user.username;
  if (changes.globalName !== undefined) user.globalName = changes.globalName;
  if (changes.avatar !== undefined) user.avatar = changes.avatar;
  world.events.tell({
    name: 'USER_UPDATE',
    guildId: null,
    channelId: null,
    onlyFor: [userId],
    data: () => ownUserObject(user),
  });
  for (const guild of world.state.guilds.values()) {
    const member = guild.members.get(userId);
    if (member) tellGuild(world, guild.id, 'GUILD_MEMBER_UPDATE', () => memberEventObject(world, guild, member));
  }
  return user;
}
