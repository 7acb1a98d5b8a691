import { ApiError, formError } from '../errors.ts';
import { findChannel, findGuild } from '../lookup.ts';
import { channelObject } from '../objects/channel.ts';
import { channelsOf } from '../objects/guild.ts';
import { may, missingPermissions, need } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Message, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { writeMessage } from './write-message.ts';
import { channel as most } from '../rules/numbers.ts';

export interface NewThread {
  readonly name: string;
  /** Private (12) when absent: https://docs.discord.com/developers/resources/channel#start-thread-without-message */
  readonly type?: number;
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly invitable?: boolean;
  readonly slowmode?: number;
}

/** "X started a thread" in the parent, and the first line of a thread from a message. */
const lineTypes = { created: 18, starter: 21 };

/** @throws 50001, 50013, 50024, 160006 */
export function createThread(world: World, actor: string, parentId: string, draft: NewThread): Channel {
  const parent = findChannel(world, parentId);
  const type = draft.type ?? channelTypes.privateThread;
  const isPrivate = type === channelTypes.privateThread;
  need(world, actor, parent, isPrivate ? 'createPrivateThreads' : 'createPublicThreads');
  needTextParent(parent, isPrivate);
  const thread = makeThread(world, parent, actor, { ...draft, type });
  tellThreadCreate(world, thread);
  if (!isPrivate) {
    const reference = { type: 0, messageId: '', channelId: thread.id, guildId: thread.guildId } as const;
    writeMessage(world, parent, { authorId: actor, type: lineTypes.created, content: thread.name, reference });
  }
  return thread;
}

/** The thread has the message's id. @throws 50001, 50013, 50024, 160004, 160006 */
export function createThreadFromMessage(world: World, actor: string, message: Message, draft: NewThread): Channel {
  const parent = findChannel(world, message.channelId);
  need(world, actor, parent, 'createPublicThreads', 'readMessageHistory');
  needTextParent(parent, false);
  if (world.state.channels.has(message.id)) {
    throw new ApiError(400, 160004, 'A thread has already been created for this message');
  }
  const announced = parent.type === channelTypes.announcement;
  const type = announced ? channelTypes.announcementThread : channelTypes.publicThread;
  const thread = makeThread(world, parent, actor, { ...draft, type }, message.id);
  tellThreadCreate(world, thread);
  const reference = { type: 0, messageId: message.id, channelId: parent.id, guildId: parent.guildId } as const;
  writeMessage(world, thread, { authorId: actor, type: lineTypes.starter, reference });
  return thread;
}

/** A thread with its creator in it; nothing is told yet. @throws 160006 */
export function makeThread(
  world: World,
  parent: Channel,
  ownerId: string,
  draft: NewThread & { readonly type: number; readonly appliedTags?: readonly string[] },
  id = world.newId(),
): Channel & { thread: Thread } {
  const guild = findGuild(world, parent.guildId ?? '');
  if (channelsOf(world, guild).filter(({ thread }) => thread && !thread.archived).length >= most.activeThreads) {
    throw new ApiError(400, 160006, 'Maximum number of active threads reached');
  }
  const now = world.clock.now();
  const thread: Thread = {
    ownerId,
    archived: false,
    locked: false,
    invitable: draft.invitable ?? true,
    autoArchiveMinutes: draft.autoArchiveMinutes ?? 4320,
    archiveTimestamp: now,
    createdAt: now,
    members: new Map(guild.members.has(ownerId) ? [[ownerId, { joinedAt: now }]] : []),
    messageCount: 0,
    totalMessageSent: 0,
    appliedTags: [...(draft.appliedTags ?? [])],
    pinned: false,
  };
  const channel = {
    id,
    type: draft.type,
    guildId: guild.id,
    name: draft.name,
    topic: null,
    position: 0,
    parentId: parent.id,
    overwrites: new Map(),
    nsfw: false,
    slowmode: draft.slowmode ?? 0,
    lastMessageId: null,
    recipients: [],
    thread,
    forum: null,
  };
  world.state.channels.set(id, channel);
  return channel;
}

export function tellThreadCreate(world: World, thread: Channel): void {
  world.events.tell({
    name: 'THREAD_CREATE',
    guildId: thread.guildId,
    channelId: thread.id,
    data: (receiver) => ({ ...channelObject(world, thread, receiver), newly_created: true }),
  });
}

/** Tags that the forum has; some are for those who manage threads. @throws 40067, 50013, 50035 */
export function needTags(world: World, actor: string | null, forum: Channel, applied: readonly string[]): void {
  const { tags, requireTag } = forum.forum ?? { tags: [], requireTag: false };
  if (requireTag && applied.length === 0) {
    throw new ApiError(400, 40067, 'A tag is required to create a forum post in this channel');
  }
  if (applied.length > 5) throw formError('applied_tags', 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
  for (const id of applied) {
    const tag = tags.find((one) => one.id === id);
    if (!tag) throw new ApiError(404, 10087, 'Unknown tag');
    if (tag.moderated && actor !== null && !may(world, actor, forum, 'manageThreads')) throw missingPermissions();
  }
}

/** Private threads only start in text channels: https://docs.discord.com/developers/topics/threads#private-threads */
function needTextParent(parent: Channel, isPrivate: boolean): void {
  const fits = parent.type === channelTypes.text || (parent.type === channelTypes.announcement && !isPrivate);
  if (!fits) throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
}
