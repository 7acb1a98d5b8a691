import type { Channel } from '../../discord.ts';
import type { ChannelId } from '../../ids.ts';
import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './lacking.ts';
import type { ServerView } from './server.ts';
import { parentsOfTopics } from './topics.ts';

/** Discord's limits: https://support.discord.com/hc/en-us/articles/33694251638295 and, for threads, error 160006. */
const perCategory = 50;
const perServer = 500;
const threadsPerServer = 1000;

/** From this share on it is told. */
const nearly = 0.9;

/** Where tickets soon find no room, or find none any more. Channels that are hidden from the bot cannot be counted. */
export function scarceRoom(server: ServerView, settings: Settings): readonly Finding[] {
  const { channelKind, parentChannel, overflowCategories } = settings;
  if (channelKind !== 'private-channel')
    return count('room:threads', 'threads', server.activeThreads ?? 0, threadsPerServer, {});
  const channels = count('room:server', 'channels', server.channels.length, perServer, {});
  const own = withoutRoom(server, [parentChannel, ...overflowCategories]).at(-1);
  const ofTopics = parentsOfTopics(settings).flatMap(({ parent, names }) => {
    const [first] = withoutRoom(server, [parent, ...overflowCategories]);
    if (first === undefined) return [];
    const where = `${nameOf(first.category)} (topic ${names})`;
    return count(`room:category:${parent}`, 'category', first.used, perCategory, { where });
  });
  if (own === undefined) return [...channels, ...ofTopics];
  const where = nameOf(own.category);
  return [...channels, ...count('room:category', 'category', own.used, perCategory, { where }), ...ofTopics];
}

/** These categories, if none of them has room; as long as one has, nothing has to be done. */
function withoutRoom(
  { channels }: ServerView,
  ids: readonly (ChannelId | null)[],
): readonly { readonly category: Channel; readonly used: number }[] {
  const categories = ids.flatMap((id) => {
    const category = channels.find((channel) => channel.id === id);
    if (category === undefined) return [];
    return { category, used: channels.filter(({ parent }) => parent === category.id).length };
  });
  return categories.some(({ used }) => used < perCategory * nearly) ? [] : categories;
}

function count(
  key: string,
  of: 'threads' | 'channels' | 'category',
  used: number,
  most: number,
  where: Finding['with'],
): readonly Finding[] {
  if (used < most * nearly) return [];
  const isFull = used >= most;
  const text = `problem.${of}-${isFull ? 'full' : 'nearly-full'}`;
  return [{ key, text, with: { ...where, used, most }, severity: isFull ? 'error' : 'warning', setting: null }];
}
