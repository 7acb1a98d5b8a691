import { findUser } from '../lookup.ts';
import type { Guild, Member } from '../state.ts';
import type { World } from '../world.ts';
import { instantText } from './instant.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
export function memberObject(world: World, member: Member): Wire {
  return { user: userObject(findUser(world, member.userId)), ...memberWithoutUser(member) };
}

/** Message events and resolved data carry members like this, beside the user. */
export function memberWithoutUser(member: Member): Wire {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: instantText(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: member.timedOutUntil === null ? null : instantText(member.timedOutUntil),
    avatar_decoration_data: null,
    collectibles: null,
  };
}

/** GUILD_MEMBER_ADD and GUILD_MEMBER_UPDATE. */
export function memberEventObject(world: World, guild: Guild, member: Member): Wire {
  return { guild_id: guild.id, ...memberObject(world, member) };
}
