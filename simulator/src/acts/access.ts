import { channelsOf } from '../objects/guild.ts';
import { channelObject, isHidden, threadMemberObject } from '../objects/channel.ts';
import { isThread } from '../lookup.ts';
import { canSee } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel, Guild } from '../state.ts';
import type { World } from '../world.ts';

const withThreads: readonly number[] = [channelTypes.text, channelTypes.announcement, channelTypes.forum];

/**
 * Makes a change that may let bots see more, and tells each of them of what it gained: CHANNEL_UPDATE in full for channels that were hidden
 * (the change has itself told of those that it returns), and THREAD_LIST_SYNC for the threads in them. Of what a bot loses it is told nothing here.
 * `among`: the channels whose visibility can change; all of the server when absent.
 * https://docs.discord.com/developers/resources/channel, "Obfuscated Channels"; topics/threads#gaining-access-to-a-channel
 */
export function changingAccess(
  world: World,
  guild: Guild,
  change: () => readonly Channel[] | void,
  among: readonly Channel[] = channelsOf(world, guild).filter(({ thread }) => !thread),
): void {
  const bots = [...guild.members.keys()].filter((id) => world.state.users.get(id)?.bot);
  const before = bots.map((bot) => ({
    bot,
    hidden: among.filter((channel) => isHidden(world, channel, bot)),
    closed: among.filter((channel) => withThreads.includes(channel.type) && !sees(world, channel, bot)),
  }));
  const told = change() ?? [];
  for (const { bot, hidden, closed } of before) {
    for (const channel of hidden)
      if (!told.includes(channel) && !isHidden(world, channel, bot)) tellShown(world, channel, bot);
    const opened = closed.filter((channel) => sees(world, channel, bot));
    if (opened.length > 0) tellThreads(world, guild, opened, bot);
  }
}

function sees(world: World, channel: Channel, bot: string): boolean {
  return canSee(world.state, channel, bot, world.clock.now());
}

function tellShown(world: World, channel: Channel, bot: string): void {
  world.events.tell({
    name: 'CHANNEL_UPDATE',
    guildId: channel.guildId,
    channelId: channel.id,
    onlyFor: [bot],
    data: (receiver) => channelObject(world, channel, receiver),
  });
}

/** https://docs.discord.com/developers/events/gateway-events#thread-list-sync: also of channels that have no active thread. */
function tellThreads(world: World, guild: Guild, parents: readonly Channel[], bot: string): void {
  const ids = parents.map(({ id }) => id);
  const threads = channelsOf(world, guild)
    .filter(isThread)
    .filter((thread) => ids.includes(thread.parentId ?? '') && !thread.thread.archived && sees(world, thread, bot));
  const joined = threads.filter(({ thread }) => thread.members.has(bot));
  world.events.tell({
    name: 'THREAD_LIST_SYNC',
    guildId: guild.id,
    channelId: null,
    onlyFor: [bot],
    data: (receiver) => ({
      guild_id: guild.id,
      channel_ids: ids,
      threads: threads.map((thread) => channelObject(world, thread, receiver)),
      members: joined.map((thread) => threadMemberObject(thread, receiver)),
    }),
  });
}
