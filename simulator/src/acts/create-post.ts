import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { need } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Message, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { authorId } from './author.ts';
import type { Author } from './author.ts';
import { makeThread, needTags, tellThreadCreate } from './create-thread.ts';
import { compose } from './post-message.ts';
import type { Draft } from './post-message.ts';
import { addMentioned } from './thread-members.ts';
import { needFor } from './writable.ts';
import { writeMessage } from './write-message.ts';

export interface NewPost {
  readonly name: string;
  readonly message: Omit<Draft, 'channelId' | 'by'>;
  readonly appliedTags?: readonly string[];
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly slowmode?: number;
}

/**
 * A forum post; its first message has the thread's id. THREAD_CREATE, then MESSAGE_CREATE.
 * https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
 * @throws 50001, 50013, 40067, 50024, 160006
 */
export function createPost(
  world: World,
  by: Author,
  forumId: string,
  draft: NewPost,
): { readonly thread: Channel; readonly message: Message } {
  const forum = findChannel(world, forumId);
  if (by.as === 'account') need(world, by.userId, forum, 'sendMessages');
  if (forum.type !== channelTypes.forum) throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  const { appliedTags = [], message: first } = draft;
  needTags(world, by.as === 'account' ? by.userId : null, forum, appliedTags);
  needFor(world, by, forum, {
    files: (first.attachments?.length ?? 0) > 0,
    embeds: (first.embeds?.length ?? 0) > 0,
    poll: Boolean(first.poll),
  });
  const written = compose(world, forum, { ...first, channelId: forumId, by });
  const { name, autoArchiveMinutes, slowmode } = draft;
  const thread = makeThread(world, forum, authorId(world, by), {
    name,
    type: channelTypes.publicThread,
    appliedTags,
    ...(autoArchiveMinutes === undefined ? {} : { autoArchiveMinutes }),
    ...(slowmode === undefined ? {} : { slowmode }),
  });
  tellThreadCreate(world, thread);
  addMentioned(world, thread, by, written.mentions ?? [], written.mentionRoles ?? []);
  const message = writeMessage(world, thread, { ...written, id: thread.id });
  forum.lastMessageId = thread.id;
  return { thread, message };
}
