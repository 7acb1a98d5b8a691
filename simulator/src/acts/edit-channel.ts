import { ApiError } from '../errors.ts';
import { findGuild } from '../lookup.ts';
import { channelObject } from '../objects/channel.ts';
import { channelsOf } from '../objects/guild.ts';
import { need } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Forum, Overwrite } from '../state.ts';
import type { World } from '../world.ts';
import { changingAccess } from './access.ts';
import { channelName, findParent } from './create-channel.ts';
import { needToOverwrite, overwriteMap, sameOverwrites } from './overwrites.ts';
import { tellIn } from './tell.ts';

/** Absent fields stay. */
export interface ChannelChanges {
  readonly name?: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parentId?: string | null;
  /** All overwrites afterwards. */
  readonly overwrites?: readonly Overwrite[];
  readonly nsfw?: boolean;
  readonly slowmode?: number;
  readonly forum?: Partial<Forum>;
}

/** A channel that is no thread; see edit-thread.ts for those. @throws 50001, 50013, 50024, 50035 */
export function editChannel(world: World, actor: string | null, channel: Channel, changes: ChannelChanges): Channel {
  const guild = findGuild(world, guildOf(channel));
  if (actor !== null) need(world, actor, channel, 'manageChannels');
  const parent = changes.parentId ? newParent(world, actor, channel, changes.parentId) : null;
  const after = changes.overwrites ? overwriteMap(changes.overwrites) : null;
  if (after && actor !== null) {
    need(world, actor, channel, 'manageRoles');
    needToOverwrite(world, actor, guild, channel, channel.overwrites, after);
  }
  const change = (): Channel[] => {
    const followers = after ? setOverwrites(world, channel, after) : [];
    if (changes.parentId !== undefined) channel.parentId = parent?.id ?? null;
    apply(channel, changes);
    tellChannelUpdate(world, channel);
    return [...followers, channel];
  };
  if (after || changes.parentId !== undefined) changingAccess(world, guild, change, around(world, channel, parent));
  else change();
  return channel;
}

function apply(channel: Channel, changes: ChannelChanges): void {
  if (changes.name !== undefined) channel.name = channelName(channel.type, changes.name);
  if (changes.topic !== undefined) channel.topic = changes.topic;
  if (changes.position !== undefined) channel.position = changes.position;
  if (changes.nsfw !== undefined) channel.nsfw = changes.nsfw;
  if (changes.slowmode !== undefined) channel.slowmode = changes.slowmode;
  if (channel.forum && changes.forum) channel.forum = { ...channel.forum, ...changes.forum };
}

/** What is seen by others after a channel's overwrites or category change: itself, what is in it, and the categories around it. */
function around(world: World, channel: Channel, newCategory: Channel | null): Channel[] {
  const { channels } = world.state;
  const inside = channel.type === channelTypes.category ? [...channels.values()] : [];
  const near = [channel, ...inside.filter(({ parentId }) => parentId === channel.id)];
  return [...near, channels.get(channel.parentId ?? ''), newCategory].filter(
    (one) => one !== undefined && one !== null,
  );
}

/** Puts one overwrite. Only bits that the actor holds may be given or denied. @throws 50001, 50013, 50024, 30060 */
export function putOverwrite(world: World, actor: string | null, channel: Channel, overwrite: Overwrite): void {
  const after = new Map(channel.overwrites).set(overwrite.id, { ...overwrite });
  changeOverwrites(world, actor, channel, after);
}

/** @throws 10009 when there is none, 50001, 50013, 50024 */
export function deleteOverwrite(world: World, actor: string | null, channel: Channel, overwriteId: string): void {
  const after = new Map(channel.overwrites);
  if (!after.delete(overwriteId)) throw new ApiError(404, 10009, 'Unknown Overwrite');
  changeOverwrites(world, actor, channel, after);
}

export function tellChannelUpdate(world: World, channel: Channel): void {
  tellIn(world, channel, 'CHANNEL_UPDATE', (receiver) => channelObject(world, channel, receiver));
}

function changeOverwrites(world: World, actor: string | null, channel: Channel, after: Map<string, Overwrite>): void {
  const guild = findGuild(world, guildOf(channel));
  if (actor !== null) {
    need(world, actor, channel, 'manageRoles');
    needToOverwrite(world, actor, guild, channel, channel.overwrites, after);
  }
  const change = (): Channel[] => {
    const followers = setOverwrites(world, channel, after);
    tellChannelUpdate(world, channel);
    return [...followers, channel];
  };
  changingAccess(world, guild, change, around(world, channel, null));
}

/** Channels that had their category's overwrites keep following it; those that do are told of and returned. */
function setOverwrites(world: World, channel: Channel, after: Map<string, Overwrite>): Channel[] {
  const before = channel.overwrites;
  channel.overwrites = after;
  if (channel.type !== channelTypes.category) return [];
  const followers = channelsOf(world, findGuild(world, guildOf(channel))).filter(
    (child) => child.parentId === channel.id && sameOverwrites(child.overwrites, before),
  );
  for (const child of followers) {
    child.overwrites = new Map(after);
    tellChannelUpdate(world, child);
  }
  return followers;
}

function newParent(world: World, actor: string | null, channel: Channel, parentId: string): Channel | null {
  if (parentId === channel.parentId) return world.state.channels.get(parentId) ?? null;
  const parent = findParent(world, findGuild(world, guildOf(channel)), parentId, channel.type);
  if (actor !== null) need(world, actor, parent, 'manageChannels');
  return parent;
}

function guildOf(channel: Channel): string {
  if (channel.guildId === null || channel.thread) {
    throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  }
  return channel.guildId;
}
