import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import type { Account, GuildMember } from '../discord.ts';
import type { GuildId, RoleId, UserId } from '../ids.ts';

/** The parts of a member that messages, interactions and member look-ups have in common. */
export type MemberPart = Partial<Pick<APIGuildMember, 'nick' | 'avatar' | 'roles' | 'joined_at'>>;

/** `member` is the person as the server `guild` sees them. */
export function readAccount(cdn: string, user: APIUser, guild?: GuildId | null, member?: MemberPart | null): Account {
  const id = user.id as UserId;
  return {
    id,
    username: user.username,
    displayName: member?.nick ?? user.global_name ?? user.username,
    avatarUrl: guild && member?.avatar ? memberAvatar(cdn, guild, id, member.avatar) : avatar(cdn, user),
    bot: user.bot ?? false,
  };
}

export function readMember(cdn: string, guild: GuildId, user: APIUser, member: MemberPart): GuildMember {
  return {
    account: readAccount(cdn, user, guild, member),
    roles: (member.roles ?? []) as RoleId[],
    joinedAt: member.joined_at ? Date.parse(member.joined_at) : null,
  };
}

// https://docs.discord.com/developers/reference#image-formatting-cdn-endpoints

function memberAvatar(cdn: string, guild: GuildId, user: UserId, hash: string): string {
  return `${cdn}/guilds/${guild}/users/${user}/avatars/${hash}.png`;
}

function avatar(cdn: string, user: APIUser): string {
  if (user.avatar) return `${cdn}/avatars/${user.id}/${user.avatar}.png`;
  return `${cdn}/embed/avatars/${defaultAvatar(user)}.png`;
}

/** Accounts that still have a four-digit discriminator, bots mostly, have another rule. */
function defaultAvatar({ id, discriminator }: APIUser): number {
  if (discriminator && discriminator !== '0') return Number(discriminator) % 5;
  return Number((BigInt(id) >> 22n) % 6n);
}
