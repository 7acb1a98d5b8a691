import type { Channel, Message, Thread } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import type { Draft } from './post-message.ts';

export interface NewThread {
  readonly name: string;
  /** Private (12) when absent: https://docs.discord.com/developers/resources/channel#start-thread-without-message */
  readonly type?: number;
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly invitable?: boolean;
  readonly slowmode?: number;
}

/** @throws 50001, 50013, 50024, 160006 */
export function createThread(world: World, actor: string, parentId: string, draft: NewThread): Channel {
  void world;
  void actor;
  void parentId;
  void draft;
  throw new Error('being written');
}

/** The thread has the message's id. @throws 50001, 50013, 50024, 160004, 160006 */
export function createThreadFromMessage(world: World, actor: string, message: Message, draft: NewThread): Channel {
  void world;
  void actor;
  void message;
  void draft;
  throw new Error('being written');
}

export interface NewPost {
  readonly name: string;
  readonly message: Omit<Draft, 'channelId' | 'by'>;
  readonly appliedTags?: readonly string[];
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly slowmode?: number;
}

/** A forum post; its first message has the thread's id. @throws 50001, 50013, 40067, 50024, 160006 */
export function createPost(
  world: World,
  by: Author,
  forumId: string,
  draft: NewPost,
): { readonly thread: Channel; readonly message: Message } {
  void world;
  void by;
  void forumId;
  void draft;
  throw new Error('being written');
}
