import type { Channel, Discord, Guild } from '../../discord.ts';
import type { ChannelId, GuildId, RoleId, UserId } from '../../ids.ts';
import { Refused } from '../../refusal.ts';
import type { Settings } from '../schema.ts';

/** A server as the bot sees it now; everything that checks look at. */
export interface ServerView {
  readonly guild: Guild;
  /** Only those that the bot may see. */
  readonly channels: readonly Channel[];
  readonly bot: { readonly user: UserId; readonly roles: readonly RoleId[] };
  /** Null where threads do not matter. */
  readonly activeThreads: number | null;
  /** Channels that the settings name and that are not among those above. */
  readonly elsewhere: ReadonlyMap<ChannelId, 'hidden' | 'other-server' | 'unknown'>;
}

export type ServerReader = Pick<Discord, 'me' | 'guild' | 'channels' | 'channel' | 'member' | 'activeThreads'>;

/** Asks Discord, 3 to 4 requests and one for each channel that is not found. `not-there`: the bot is not in that server (yet). */
export async function readServer(
  discord: ServerReader,
  id: GuildId,
  settings: Settings,
): Promise<ServerView | 'not-there'> {
  try {
    const [guild, listed, member] = await Promise.all([
      discord.guild(id),
      discord.channels(id),
      discord.member(id, discord.me.user),
    ]);
    const channels = listed.filter(({ hidden }) => hidden !== true);
    const threads = settings.channelKind === 'private-channel' ? null : await discord.activeThreads(id);
    const known = new Set(channels.map((channel) => channel.id));
    const missing = [...new Set(channelsNamed(settings))].filter((channel) => !known.has(channel));
    const found = await Promise.all(missing.map(async (one) => [one, await look(discord, id, one)] as const));
    return {
      guild,
      channels,
      bot: { user: discord.me.user, roles: member?.roles ?? [] },
      activeThreads: threads?.length ?? null,
      elsewhere: new Map(found),
    };
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'unknown-guild' || error.reason === 'no-access'))
      return 'not-there';
    throw error;
  }
}

/** Every channel that a server's settings point at. */
function channelsNamed(settings: Settings): readonly ChannelId[] {
  const { parentChannel, logsChannel, transcriptChannel, closedCategory, fallbackChannel } = settings;
  const one = [parentChannel, logsChannel, transcriptChannel, closedCategory, fallbackChannel];
  const ofTopics = settings.topics.map((topic) => topic.parentChannel);
  return [...one, ...settings.overflowCategories, ...ofTopics].filter((id) => id !== null);
}

async function look(
  discord: Pick<Discord, 'channel'>,
  guild: GuildId,
  id: ChannelId,
): Promise<'hidden' | 'other-server' | 'unknown'> {
  try {
    const channel = await discord.channel(id);
    return channel.guild === guild ? 'hidden' : 'other-server';
  } catch (error) {
    if (!(error instanceof Refused) || error.reason === 'unauthorized') throw error;
    return error.reason === 'no-access' ? 'hidden' : 'unknown';
  }
}
