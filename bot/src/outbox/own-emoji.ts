import type { Discord } from '../discord.ts';
import type { GuildId } from '../ids.ts';
import { ownEmojiIn, type Topic } from '../settings/topics.ts';

/** Discord takes no button and no menu with an emoji that the bot cannot use, so those that the server does not have are left out. */
export async function withOwnEmoji(
  { discord }: { readonly discord: Pick<Discord, 'guild'> },
  guild: GuildId,
  topics: readonly Topic[],
): Promise<readonly Topic[]> {
  if (topics.every(({ emoji }) => ownEmojiIn(emoji) === null)) return topics;
  const { emoji: own } = await discord.guild(guild);
  return topics.map((topic) => {
    const id = ownEmojiIn(topic.emoji);
    return id === null || own.has(id) ? topic : { ...topic, emoji: null };
  });
}
