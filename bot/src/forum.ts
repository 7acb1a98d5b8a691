import type { ChannelId, GuildId, TicketId } from './ids.ts';
import type { DrawnMessage } from './discord.ts';

/** Forums and their tags. What Discord does with them is kept by discord/, what we remember by store/. */

/** https://docs.discord.com/developers/resources/channel#forum-tag-object */
export interface ForumTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
  /** Of a custom emoji. */
  readonly emojiId: string | null;
  /** The character itself. */
  readonly emojiName: string | null;
}
export type NewForumTag = Omit<ForumTag, 'id'>;

/** A part of `Discord`. */
export interface Forums {
  /** A post's first message has the post's id. Tags by their ids, at most 5. */
  createPost(forum: ChannelId, name: string, first: DrawnMessage, tags: readonly string[]): Promise<ChannelId>;
  forumTags(forum: ChannelId): Promise<readonly ForumTag[]>;
  /** All of them: those that have an id are kept, others made; what is left out is removed. Answers all, with their ids. */
  setForumTags(forum: ChannelId, tags: readonly (ForumTag | NewForumTag)[]): Promise<readonly ForumTag[]>;
  /** What a post carries, by id. */
  post(post: ChannelId): Promise<{ readonly tags: readonly string[]; readonly archived: boolean }>;
  /** Replaces what it carries. */
  tagPost(post: ChannelId, tags: readonly string[]): Promise<void>;
}

/** What a tag says of a ticket: `open`, `topic:billing`, `rating:5`. */
export type TagKey =
  'open' | 'closed' | 'unanswered' | 'user-responded' | 'awaiting-response' | `topic:${string}` | `rating:${number}`;

/** What we put on a post, and when. */
export interface ShownTags {
  readonly keys: readonly TagKey[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface ForumTagTable {
  /** Discord's ids of the tags that we made or found in a forum, by what they say. */
  of(forum: ChannelId): Promise<ReadonlyMap<string, string>>;
  /** Replaces what was remembered. */
  keep(guild: GuildId, forum: ChannelId, key: TagKey, tag: string): Promise<void>;
  shown(ticket: TicketId): Promise<ShownTags | null>;
  show(ticket: TicketId, shown: ShownTags): Promise<void>;
}
