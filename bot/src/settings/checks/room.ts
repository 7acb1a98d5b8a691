import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './lacking.ts';
import type { ServerView } from './server.ts';

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
  const categories = [parentChannel, ...overflowCategories].flatMap((id) => {
    const category = server.channels.find((channel) => channel.id === id);
    if (category === undefined) return [];
    const used = server.channels.filter(({ parent }) => parent === category.id).length;
    return { category, used };
  });
  const [free] = categories.filter(({ used }) => used < perCategory * nearly);
  // As long as one of them has room, nothing has to be done.
  const last = categories.at(-1);
  if (free !== undefined || last === undefined) return channels;
  const { category, used } = last;
  return [...channels, ...count('room:category', 'category', used, perCategory, { where: nameOf(category) })];
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
