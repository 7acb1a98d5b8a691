import { ApiError } from './errors.ts';
import { findChannel, isThread } from './lookup.ts';
import { channelTypes } from './state.ts';
import type { Channel, Guild, State } from './state.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permissionFlags = {
  createInstantInvite: 1n << 0n,
  kickMembers: 1n << 1n,
  banMembers: 1n << 2n,
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewAuditLog: 1n << 7n,
  prioritySpeaker: 1n << 8n,
  stream: 1n << 9n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  sendTtsMessages: 1n << 12n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  viewGuildInsights: 1n << 19n,
  connect: 1n << 20n,
  speak: 1n << 21n,
  muteMembers: 1n << 22n,
  deafenMembers: 1n << 23n,
  moveMembers: 1n << 24n,
  useVad: 1n << 25n,
  changeNickname: 1n << 26n,
  manageNicknames: 1n << 27n,
  manageRoles: 1n << 28n,
  manageWebhooks: 1n << 29n,
  manageGuildExpressions: 1n << 30n,
  useApplicationCommands: 1n << 31n,
  requestToSpeak: 1n << 32n,
  manageEvents: 1n << 33n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  useExternalStickers: 1n << 37n,
  sendMessagesInThreads: 1n << 38n,
  useEmbeddedActivities: 1n << 39n,
  moderateMembers: 1n << 40n,
  viewCreatorMonetizationAnalytics: 1n << 41n,
  useSoundboard: 1n << 42n,
  createGuildExpressions: 1n << 43n,
  createEvents: 1n << 44n,
  useExternalSounds: 1n << 45n,
  sendVoiceMessages: 1n << 46n,
  setVoiceChannelStatus: 1n << 48n,
  sendPolls: 1n << 49n,
  useExternalApps: 1n << 50n,
  pinMessages: 1n << 51n,
  bypassSlowmode: 1n << 52n,
} as const;

export type PermissionName = keyof typeof permissionFlags;

export const allPermissions: bigint = Object.values(permissionFlags).reduce((all, flag) => all | flag, 0n);

/** What a timed-out member keeps. */
const timedOutKeep = permissionFlags.viewChannel | permissionFlags.readMessageHistory;

/** Without the right to write, these mean nothing. */
const needSending =
  permissionFlags.mentionEveryone |
  permissionFlags.sendTtsMessages |
  permissionFlags.attachFiles |
  permissionFlags.embedLinks;

/** What both sides of a DM may do; there is nobody to moderate. */
const dmPermissions =
  permissionFlags.viewChannel |
  permissionFlags.sendMessages |
  permissionFlags.readMessageHistory |
  permissionFlags.addReactions |
  permissionFlags.attachFiles |
  permissionFlags.embedLinks |
  permissionFlags.useExternalEmojis |
  permissionFlags.useApplicationCommands |
  permissionFlags.sendVoiceMessages |
  permissionFlags.sendPolls |
  permissionFlags.pinMessages;

/**
 * What an account may do in a server, before channels change it; 0 for those who are not in it.
 * https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export function guildPermissions(guild: Guild, userId: string, now: number): bigint {
  const base = basePermissions(guild, userId);
  return isTimedOut(guild, userId, now) && base !== allPermissions ? base & timedOutKeep : base;
}

/** What an account may do in a channel, a thread or a DM; 0 for those who cannot see it. */
export function channelPermissions(state: State, channel: Channel, userId: string, now: number): bigint {
  if (channel.guildId === null) return channel.recipients.includes(userId) ? dmPermissions : 0n;
  const guild = state.guilds.get(channel.guildId);
  if (!guild) return 0n;
  const base = basePermissions(guild, userId);
  if (base === allPermissions) return base;
  const place = isThread(channel) ? state.channels.get(channel.parentId ?? '') : channel;
  if (!place) return 0n;
  let held = overwritten(guild, place, userId, base);
  if (isTimedOut(guild, userId, now)) held &= timedOutKeep;
  if ((held & permissionFlags.viewChannel) === 0n) return 0n;
  const sending = isThread(channel) ? permissionFlags.sendMessagesInThreads : permissionFlags.sendMessages;
  if ((held & sending) === 0n) held &= ~needSending;
  return held;
}

/** Whether an account sees the channel. Private threads are for their members and those who manage threads. */
export function canSee(state: State, channel: Channel, userId: string, now: number): boolean {
  const held = channelPermissions(state, channel, userId, now);
  if ((held & permissionFlags.viewChannel) === 0n) return false;
  if (channel.type !== channelTypes.privateThread) return true;
  return (held & permissionFlags.manageThreads) !== 0n || (channel.thread?.members.has(userId) ?? false);
}

/** Whether an account may do all of `needed` in a channel that it sees. */
export function may(world: World, userId: string, channel: Channel, ...needed: PermissionName[]): boolean {
  const now = world.clock.now();
  if (!canSee(world.state, channel, userId, now)) return false;
  const held = channelPermissions(world.state, channel, userId, now);
  return needed.every((name) => (held & permissionFlags[name]) !== 0n);
}

/** @throws 50001 when the actor cannot see the channel, 50013 when it lacks one of the permissions. */
export function need(world: World, userId: string, channel: Channel, ...needed: PermissionName[]): void {
  if (!canSee(world.state, channel, userId, world.clock.now())) throw missingAccess();
  if (!may(world, userId, channel, ...needed)) throw missingPermissions();
}

/** @throws 10004 for those outside the server, 50013 when the actor lacks one of the permissions. */
export function needInGuild(world: World, userId: string, guild: Guild, ...needed: PermissionName[]): void {
  if (!guild.members.has(userId)) throw new ApiError(404, 10004, 'Unknown Guild');
  const held = guildPermissions(guild, userId, world.clock.now());
  if (!needed.every((name) => (held & permissionFlags[name]) !== 0n)) throw missingPermissions();
}

/**
 * The position of an account's highest role, to tell who is above whom; the owner is above all.
 * https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export function highestPosition(guild: Guild, userId: string): number {
  if (guild.ownerId === userId) return Infinity;
  let highest = 0;
  for (const id of guild.members.get(userId)?.roles ?? []) {
    highest = Math.max(highest, guild.roles.get(id)?.position ?? 0);
  }
  return highest;
}

/** Whether an account may act on another one in the server: kick, time out, rename. */
export function isAbove(guild: Guild, userId: string, otherId: string): boolean {
  return highestPosition(guild, userId) > highestPosition(guild, otherId);
}

export function missingAccess(): ApiError {
  return new ApiError(403, 50001, 'Missing Access');
}

export function missingPermissions(): ApiError {
  return new ApiError(403, 50013, 'Missing Permissions');
}

/** What an application may do where an interaction happens, for `app_permissions` and `member.permissions`. */
export function permissionsAt(world: World, channelId: string, userId: string): bigint {
  return channelPermissions(world.state, findChannel(world, channelId), userId, world.clock.now());
}

function basePermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return allPermissions;
  let held = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) held |= guild.roles.get(id)?.permissions ?? 0n;
  return (held & permissionFlags.administrator) === 0n ? held : allPermissions;
}

function overwritten(guild: Guild, channel: Channel, userId: string, base: bigint): bigint {
  const member = guild.members.get(userId);
  if (!member || channel.overwrites.size === 0) return base;
  const everyone = channel.overwrites.get(guild.id);
  let held = everyone ? (base & ~everyone.deny) | everyone.allow : base;
  let allow = 0n;
  let deny = 0n;
  for (const id of member.roles) {
    const overwrite = channel.overwrites.get(id);
    if (!overwrite) continue;
    allow |= overwrite.allow;
    deny |= overwrite.deny;
  }
  held = (held & ~deny) | allow;
  const own = channel.overwrites.get(userId);
  return own ? (held & ~own.deny) | own.allow : held;
}

function isTimedOut(guild: Guild, userId: string, now: number): boolean {
  return (guild.members.get(userId)?.timedOutUntil ?? 0) > now;
}
