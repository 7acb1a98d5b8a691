import { ApiError } from '../errors.ts';
import { findMember, isThread } from '../lookup.ts';
import { channelObject, threadMemberObject } from '../objects/channel.ts';
import { memberObject } from '../objects/member.ts';
import {
  canSee,
  channelPermissions,
  may,
  missingAccess,
  missingPermissions,
  need,
  permissionFlags,
} from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Guild, Thread } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import { needUnarchived } from './writable.ts';
import { writeMessage } from './write-message.ts';
import { channel as most } from '../rules/numbers.ts';

type InThread = Channel & { thread: Thread };

/** "X added Y" and "X removed Y": https://docs.discord.com/developers/resources/message#message-object-message-types */
const lineTypes = { added: 1, removed: 2 };

/**
 * Adds someone, or oneself; adding twice is adding once. Adding another writes a line into the thread.
 * @throws 10007, 50001, 50013, 50083, 30033
 */
export function addToThread(world: World, actor: string, thread: Channel, userId: string): void {
  if (!isThread(thread)) throw wrongType();
  if (actor === userId) {
    need(world, actor, thread);
    needUnarchived(thread);
    return addSilently(world, thread, userId);
  }
  need(world, actor, thread, 'sendMessagesInThreads');
  needUnarchived(thread);
  if (!mayInvite(world, actor, thread)) throw missingPermissions();
  findMember(world, thread.guildId ?? '', userId);
  if (!seesParent(world, thread, userId)) throw missingAccess();
  if (thread.thread.members.has(userId)) return;
  addSilently(world, thread, userId);
  writeMessage(world, thread, { authorId: actor, type: lineTypes.added, mentions: [userId] });
}

/** Manage Threads, the creator of a private thread, or oneself. @throws 10007, 50001, 50013, 50083 */
export function removeFromThread(world: World, actor: string, thread: Channel, userId: string): void {
  if (!isThread(thread)) throw wrongType();
  need(world, actor, thread);
  needUnarchived(thread);
  const creator = thread.type === channelTypes.privateThread && thread.thread.ownerId === actor;
  if (actor !== userId && !creator && !may(world, actor, thread, 'manageThreads')) throw missingPermissions();
  if (!thread.thread.members.has(userId)) throw new ApiError(404, 10007, 'Unknown Member');
  dropFromThread(world, thread, userId);
  if (actor !== userId) writeMessage(world, thread, { authorId: actor, type: lineTypes.removed, mentions: [userId] });
}

/** Takes someone out without asking or a line: they left the server, or were removed. */
export function dropFromThread(world: World, thread: InThread, userId: string): void {
  thread.thread.members.delete(userId);
  tellMembersUpdate(world, thread, { removed: userId });
}

/** Makes someone a member without asking or a line; they are told of the thread, the others of them. */
export function addSilently(world: World, thread: InThread, userId: string): void {
  const { members } = thread.thread;
  if (members.has(userId)) return;
  if (members.size >= most.threadMembers)
    throw new ApiError(400, 30033, 'Maximum number of thread participants has been reached');
  members.set(userId, { joinedAt: world.clock.now() });
  world.events.tell({
    name: 'THREAD_CREATE',
    guildId: thread.guildId,
    channelId: thread.id,
    onlyFor: [userId],
    data: (receiver) => channelObject(world, thread, receiver),
  });
  tellMembersUpdate(world, thread, { added: userId });
}

/** Pinging people in a thread adds them, if the author may invite and they see the channel around it. */
export function addMentioned(
  world: World,
  thread: InThread,
  by: Author,
  users: readonly string[],
  roles: readonly string[],
): void {
  const guild = world.state.guilds.get(thread.guildId ?? '');
  if (!guild || (users.length === 0 && roles.length === 0)) return;
  if (by.as === 'account' && !mayInvite(world, by.userId, thread)) return;
  const wanted = new Set([...users, ...roles.flatMap((role) => smallRole(guild, role))]);
  for (const id of wanted) if (guild.members.has(id) && seesParent(world, thread, id)) addSilently(world, thread, id);
}

/** Those who may not manage a thread invite to a private one only where it says so. */
function mayInvite(world: World, userId: string, thread: InThread): boolean {
  if (thread.type !== channelTypes.privateThread || thread.thread.invitable) return true;
  return thread.thread.ownerId === userId || may(world, userId, thread, 'manageThreads');
}

function smallRole(guild: Guild, role: string): string[] {
  const holders = [...guild.members.values()].filter(({ roles }) => roles.has(role)).map(({ userId }) => userId);
  return holders.length <= most.addedByRole ? holders : [];
}

function seesParent(world: World, thread: Channel, userId: string): boolean {
  const held = channelPermissions(world.state, thread, userId, world.clock.now());
  return (held & permissionFlags.viewChannel) !== 0n;
}

/** https://docs.discord.com/developers/events/gateway-events#thread-members-update */
function tellMembersUpdate(
  world: World,
  thread: InThread,
  change: { readonly added?: string; readonly removed?: string },
): void {
  const members = world.state.guilds.get(thread.guildId ?? '')?.members;
  const member = members?.get(change.added ?? '');
  const data = () => ({
    id: thread.id,
    guild_id: thread.guildId,
    member_count: Math.min(thread.thread.members.size, 50),
    added_members: member
      ? [{ ...threadMemberObject(thread, member.userId), member: memberObject(world, member), presence: null }]
      : [],
    removed_member_ids: change.removed === undefined ? [] : [change.removed],
  });
  world.events.tell({
    name: 'THREAD_MEMBERS_UPDATE',
    guildId: thread.guildId,
    channelId: thread.id,
    // Who was taken out of a private thread no longer sees it, but is told.
    seenBy: (receiver) =>
      (receiver === change.removed && members?.has(receiver) === true) ||
      canSee(world.state, thread, receiver, world.clock.now()),
    data,
  });
}

function wrongType(): ApiError {
  return new ApiError(400, 50024, 'Cannot execute action on this channel type');
}
