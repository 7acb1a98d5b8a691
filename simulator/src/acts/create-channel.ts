import { ApiError, formError } from '../errors.ts';
import { findGuild } from '../lookup.ts';
import { channelObject } from '../objects/channel.ts';
import { channelsOf } from '../objects/guild.ts';
import { needInGuild } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Forum, Guild, Overwrite } from '../state.ts';
import type { World } from '../world.ts';
import { changingAccess } from './access.ts';
import { needToOverwrite, overwriteMap } from './overwrites.ts';
import { tellIn } from './tell.ts';
import { channel as most } from '../rules/numbers.ts';

export interface NewChannel {
  readonly type: number;
  readonly name: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parentId?: string | null;
  /** Absent: those of the category. */
  readonly overwrites?: readonly Overwrite[];
  readonly nsfw?: boolean;
  readonly slowmode?: number;
  readonly forum?: Forum | null;
}

/**
 * `actor` null is Discord itself (seeding): permissions are not asked.
 * @throws 30013, 50013, 50035 (CHANNEL_PARENT_MAX_CHANNELS, CHANNEL_PARENT_INVALID, CHANNEL_PARENT_INVALID_TYPE)
 */
export function createChannel(world: World, actor: string | null, guildId: string, draft: NewChannel): Channel {
  const guild = findGuild(world, guildId);
  if (actor !== null) needInGuild(world, actor, guild, 'manageChannels');
  const parent = draft.parentId ? findParent(world, guild, draft.parentId, draft.type) : null;
  const siblings = channelsOf(world, guild).filter(({ thread }) => !thread);
  if (siblings.length >= most.perGuild) {
    throw new ApiError(400, 30013, `Maximum number of guild channels reached (${most.perGuild})`);
  }
  const overwrites = draft.overwrites ? overwriteMap(draft.overwrites) : new Map(parent?.overwrites ?? []);
  if (actor !== null && draft.overwrites) needToOverwrite(world, actor, guild, null, new Map(), overwrites);
  const channel: Channel = {
    id: world.newId(),
    type: draft.type,
    guildId,
    name: channelName(draft.type, draft.name),
    topic: draft.topic ?? null,
    position: draft.position ?? siblings.filter(({ type }) => type === draft.type).length,
    parentId: parent?.id ?? null,
    overwrites,
    nsfw: draft.nsfw ?? false,
    slowmode: draft.slowmode ?? 0,
    lastMessageId: null,
    recipients: [],
    thread: null,
    forum: draft.type === channelTypes.forum ? (draft.forum ?? { tags: [], requireTag: false }) : null,
  };
  const add = (): void => {
    world.state.channels.set(channel.id, channel);
    tellIn(world, channel, 'CHANNEL_CREATE', (receiver) => channelObject(world, channel, receiver));
  };
  // Who sees a channel sees its category from now on.
  if (parent) changingAccess(world, guild, add, [parent]);
  else add();
  return channel;
}

/** The category of a channel, with room in it. @throws 50035 */
export function findParent(world: World, guild: Guild, parentId: string, childType: number): Channel {
  const parent = world.state.channels.get(parentId);
  if (parent?.guildId !== guild.id) {
    throw formError('parent_id', 'CHANNEL_PARENT_INVALID', 'Category does not exist');
  }
  if (parent.type !== channelTypes.category || childType === channelTypes.category) {
    throw formError('parent_id', 'CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
  }
  if (channelsOf(world, guild).filter((channel) => channel.parentId === parentId).length >= most.perCategory) {
    throw formError(
      'parent_id',
      'CHANNEL_PARENT_MAX_CHANNELS',
      `Maximum number of channels in category reached (${most.perCategory})`,
    );
  }
  return parent;
}

/** Names of text channels and forums are written small and with dashes. */
export function channelName(type: number, name: string): string {
  const dashed = ([channelTypes.text, channelTypes.announcement, channelTypes.forum] as number[]).includes(type);
  return dashed ? name.trim().toLowerCase().replaceAll(/\s+/g, '-') : name.trim();
}
