import { findUser, isThread } from '../lookup.ts';
import { canSee, permissionFlags } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Forum, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { instantText } from './instant.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const flags = { pinned: 1 << 1, requireTag: 1 << 4, obfuscated: 1 << 17 };

/**
 * Any kind of channel as `receiver` sees it: hidden ones obfuscated, threads with the receiver's own membership, DMs with the other side.
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export function channelObject(world: World, channel: Channel, receiver: string): Wire {
  if (channel.guildId === null) return dmObject(world, channel, receiver);
  if (isThread(channel)) return threadObject(world, channel, receiver);
  return isHidden(world, channel, receiver) ? hiddenObject(channel) : guildChannelObject(channel);
}

/** As interactions carry it: never obfuscated. */
export function wholeChannelObject(world: World, channel: Channel, receiver: string): Wire {
  return channel.guildId === null || isThread(channel)
    ? channelObject(world, channel, receiver)
    : guildChannelObject(channel);
}

/** Whether `receiver` is told no more of a channel than that there is one. */
export function isHidden(world: World, channel: Channel, receiver: string): boolean {
  return world.ways.hidesChannels && !shows(world, channel, receiver);
}

/** https://docs.discord.com/developers/resources/channel#thread-member-object */
export function threadMemberObject(thread: Channel & { thread: Thread }, userId: string): Wire {
  const joinedAt = thread.thread.members.get(userId)?.joinedAt ?? thread.thread.createdAt;
  return { id: thread.id, user_id: userId, join_timestamp: instantText(joinedAt), flags: 0 };
}

/** A category is shown to whoever sees one of its channels. */
export function shows(world: World, channel: Channel, receiver: string): boolean {
  const now = world.clock.now();
  if (canSee(world.state, channel, receiver, now)) return true;
  if (channel.type !== channelTypes.category) return false;
  for (const child of world.state.channels.values()) {
    if (child.parentId === channel.id && canSee(world.state, child, receiver, now)) return true;
  }
  return false;
}

function dmObject(world: World, channel: Channel, receiver: string): Wire {
  return {
    id: channel.id,
    type: channel.type,
    flags: 0,
    last_message_id: channel.lastMessageId,
    recipients: channel.recipients.filter((id) => id !== receiver).map((id) => userObject(findUser(world, id))),
  };
}

function guildChannelObject(channel: Channel): Wire {
  const { type } = channel;
  return {
    id: channel.id,
    type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    permission_overwrites: [...channel.overwrites.values()].map((overwrite) => ({
      id: overwrite.id,
      type: overwrite.type === 'role' ? 0 : 1,
      allow: overwrite.allow.toString(),
      deny: overwrite.deny.toString(),
    })),
    nsfw: channel.nsfw,
    flags: channel.forum?.requireTag ? flags.requireTag : 0,
    ...(type === channelTypes.category
      ? {}
      : { topic: channel.topic, rate_limit_per_user: channel.slowmode, last_message_id: channel.lastMessageId }),
    ...(type === channelTypes.voice ? { bitrate: 64000, user_limit: 0, rtc_region: null } : {}),
    ...(channel.forum ? forumFields(channel.forum) : {}),
  };
}

function forumFields(forum: Forum): Wire {
  return {
    available_tags: forum.tags.map((tag) => ({
      id: tag.id,
      name: tag.name,
      moderated: tag.moderated,
      emoji_id: tag.emojiId,
      emoji_name: tag.emojiName,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
    default_thread_rate_limit_per_user: 0,
  };
}

function threadObject(world: World, channel: Channel & { thread: Thread }, receiver: string): Wire {
  const { thread } = channel;
  const inForum = world.state.channels.get(channel.parentId ?? '')?.type === channelTypes.forum;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: channel.slowmode,
    flags: thread.pinned ? flags.pinned : 0,
    message_count: thread.messageCount,
    // Discord stops counting there: https://docs.discord.com/developers/resources/channel#channel-object
    member_count: Math.min(thread.members.size, 50),
    total_message_sent: thread.totalMessageSent,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: instantText(thread.archiveTimestamp),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: instantText(thread.createdAt),
      ...(channel.type === channelTypes.privateThread ? { invitable: thread.invitable } : {}),
    },
    ...(inForum ? { applied_tags: [...thread.appliedTags] } : {}),
    ...(thread.members.has(receiver) ? { member: threadMemberObject(channel, receiver) } : {}),
  };
}

/** What is left of a channel for those who cannot see it: https://docs.discord.com/developers/resources/channel, "Obfuscated Channels". */
function hiddenObject(channel: Channel): Wire {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: '___hidden___',
    position: channel.position,
    parent_id: null,
    permission_overwrites: [{ id: channel.guildId, type: 0, allow: '0', deny: permissionFlags.viewChannel.toString() }],
    nsfw: false,
    flags: flags.obfuscated,
    topic: null,
    rate_limit_per_user: 0,
    last_message_id: null,
  };
}
