import { findThread } from '../lookup.ts';
import { may, missingPermissions, need } from '../permissions.ts';
import type { Channel, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { needTags } from './create-thread.ts';
import { tellMembers, tellThreadUpdate } from './unarchive.ts';
import { needUnlocked, threadArchived } from './writable.ts';
import { writeMessage } from './write-message.ts';

/** Absent fields stay. */
export interface ThreadChanges {
  readonly name?: string;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly invitable?: boolean;
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly slowmode?: number;
  readonly appliedTags?: readonly string[];
  readonly pinned?: boolean;
}

type InThread = Channel & { thread: Thread };

/** "X changed the name": https://docs.discord.com/developers/resources/message#message-object-message-types */
const renameLine = 4;

/**
 * Changes a thread. An archived one only together with `archived: false`, which who may write there may set, unless it is locked.
 * @throws 50001, 50013, 50024, 50035, 50083, 160005
 */
export function editThread(world: World, actor: string, channel: Channel, changes: ThreadChanges): Channel {
  const thread = findThread(world, channel.id);
  need(world, actor, thread);
  const opens = thread.thread.archived && changes.archived === false;
  if (thread.thread.archived && !opens) throw threadArchived();
  if (opens) {
    need(world, actor, thread, 'sendMessagesInThreads');
    needUnlocked(world, actor, thread);
  }
  needToChange(world, actor, thread, changes);
  const renamed = changes.name !== undefined && changes.name !== thread.name;
  apply(world, thread, changes);
  tellThreadUpdate(world, thread);
  if (opens) tellMembers(world, thread);
  if (renamed && !thread.thread.archived) {
    writeMessage(world, thread, { authorId: actor, type: renameLine, content: thread.name });
  }
  return thread;
}

/** https://docs.discord.com/developers/topics/threads#editing-&-deleting-threads */
function needToChange(world: World, actor: string, thread: InThread, changes: ThreadChanges): void {
  const manages = may(world, actor, thread, 'manageThreads');
  const { name, archived, locked, invitable, autoArchiveMinutes, slowmode, appliedTags, pinned } = changes;
  const ownersToo = [name, archived || undefined, autoArchiveMinutes, appliedTags, invitable];
  const moderators = [locked, slowmode, pinned];
  if (!manages && moderators.some((change) => change !== undefined)) throw missingPermissions();
  const creator = thread.thread.ownerId === actor;
  if (!manages && !creator && ownersToo.some((change) => change !== undefined)) throw missingPermissions();
  const forum = world.state.channels.get(thread.parentId ?? '');
  if (appliedTags && forum) needTags(world, actor, forum, appliedTags);
}

function apply(world: World, thread: InThread, changes: ThreadChanges): void {
  const { thread: inner } = thread;
  const restarts =
    (changes.archived !== undefined && changes.archived !== inner.archived) || changes.autoArchiveMinutes !== undefined;
  if (restarts) inner.archiveTimestamp = world.clock.now();
  thread.name = changes.name ?? thread.name;
  thread.slowmode = changes.slowmode ?? thread.slowmode;
  inner.archived = changes.archived ?? inner.archived;
  inner.locked = changes.locked ?? inner.locked;
  inner.invitable = changes.invitable ?? inner.invitable;
  inner.autoArchiveMinutes = changes.autoArchiveMinutes ?? inner.autoArchiveMinutes;
  inner.appliedTags = [...(changes.appliedTags ?? inner.appliedTags)];
  inner.pinned = inner.archived ? false : (changes.pinned ?? inner.pinned);
}
