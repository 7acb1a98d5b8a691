import { type APIGuildForumChannel, type APIGuildForumTag, type APIThreadChannel, Routes } from 'discord-api-types/v10';
import type { ForumTag, Forums, NewForumTag } from '../forum.ts';
import { idOf, weekInMinutes } from './channels.ts';
import { newMessage, uploads } from './draw.ts';
import type { Ask } from './rest.ts';

/** https://docs.discord.com/developers/topics/threads#forums */
export function createForums(ask: Ask): Forums {
  return {
    async createPost(forum, name, first, tags) {
      const applied = tags.length > 0 && { applied_tags: tags };
      const body = { name, auto_archive_duration: weekInMinutes, message: newMessage(first), ...applied };
      return idOf(await ask('POST', Routes.threads(forum), { body, files: uploads(first) }));
    },
    async forumTags(forum) {
      return readTags(await ask<APIGuildForumChannel>('GET', Routes.channel(forum)));
    },
    async setForumTags(forum, tags) {
      const body = { available_tags: tags.map(writeTag) };
      return readTags(await ask<APIGuildForumChannel>('PATCH', Routes.channel(forum), { body }));
    },
    async post(post) {
      const raw = await ask<APIThreadChannel>('GET', Routes.channel(post));
      return { tags: raw.applied_tags ?? [], archived: raw.thread_metadata?.archived ?? false };
    },
    async tagPost(post, tags) {
      await ask('PATCH', Routes.channel(post), { body: { applied_tags: tags } });
    },
  };
}

function readTags({
  available_tags: tags,
}: Partial<Pick<APIGuildForumChannel, 'available_tags'>>): readonly ForumTag[] {
  return (tags ?? []).map(({ id, name, moderated, emoji_id: emojiId, emoji_name: emojiName }) => ({
    id,
    name,
    moderated,
    emojiId,
    emojiName,
  }));
}

function writeTag({ name, moderated, emojiId, emojiName, ...rest }: ForumTag | NewForumTag): Partial<APIGuildForumTag> {
  return { ...('id' in rest && { id: rest.id }), name, moderated, emoji_id: emojiId, emoji_name: emojiName };
}
