import type { Channel, Guild } from '../../discord.ts';
import type { RoleId, UserId } from '../../ids.ts';

/** What we look at, by Discord's bits: https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permissionBits = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  manageWebhooks: 1n << 29n,
  manageThreads: 1n << 34n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof permissionBits;

/** As Discord's own settings call them, where one switches them on. */
export const permissionLabels: Readonly<Record<PermissionName, string>> = {
  administrator: 'Administrator',
  manageChannels: 'Manage Channels',
  addReactions: 'Add Reactions',
  viewChannel: 'View Channels',
  sendMessages: 'Send Messages',
  manageMessages: 'Manage Messages',
  embedLinks: 'Embed Links',
  attachFiles: 'Attach Files',
  readMessageHistory: 'Read Message History',
  mentionEveryone: 'Mention @everyone, @here, and All Roles',
  manageWebhooks: 'Manage Webhooks',
  manageThreads: 'Manage Threads',
  createPrivateThreads: 'Create Private Threads',
  sendMessagesInThreads: 'Send Messages in Threads',
};

const everything = ~0n;

export interface Holder {
  readonly user: UserId | null;
  readonly roles: readonly RoleId[];
}

/** What somebody may do in the server, before channels change it. `user` null: whoever has these roles. */
export function permissionsInServer(guild: Pick<Guild, 'id' | 'owner' | 'roles'>, { user, roles }: Holder): bigint {
  if (user !== null && guild.owner === user) return everything;
  const held = guild.roles
    .filter(({ id }) => isEveryone(guild, id) || roles.includes(id))
    .reduce((all, role) => all | role.permissions, 0n);
  return (held & permissionBits.administrator) === 0n ? held : everything;
}

/**
 * What somebody may do in a channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites.
 * Without View Channels that is nothing.
 */
export function permissionsIn(
  guild: Pick<Guild, 'id' | 'owner' | 'roles'>,
  channel: Pick<Channel, 'overwrites'>,
  holder: Holder,
): bigint {
  const base = permissionsInServer(guild, holder);
  if (base === everything) return base;
  const everyone = channel.overwrites.filter(({ id }) => isEveryone(guild, id));
  const ofRoles = channel.overwrites.filter(({ id }) => !isEveryone(guild, id) && holder.roles.includes(id as RoleId));
  const own = channel.overwrites.filter(({ id, of }) => of === 'member' && id === holder.user);
  const held = [everyone, ofRoles, own].reduce((before, overwrites) => {
    const deny = overwrites.reduce((all, one) => all | one.deny, 0n);
    const allow = overwrites.reduce((all, one) => all | one.allow, 0n);
    return (before & ~deny) | allow;
  }, base);
  return (held & permissionBits.viewChannel) === 0n ? 0n : held;
}

export function has(held: bigint, name: PermissionName): boolean {
  return (held & permissionBits[name]) !== 0n;
}

/** The role of everybody has the server's own id: https://docs.discord.com/developers/topics/permissions#role-object */
function isEveryone(guild: Pick<Guild, 'id'>, id: string): boolean {
  return id === guild.id;
}
