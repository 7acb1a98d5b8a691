import {
  type APIChannel,
  type APIOverwrite,
  type APIThreadChannel,
  ChannelType as ApiChannelType,
  OverwriteType,
  Routes,
} from 'discord-api-types/v10';
import type { Channel, ChannelType, Discord, Overwrite } from '../discord.ts';
import type { ChannelId, GuildId, UserId } from '../ids.ts';
import type { Ask } from './rest.ts';

type Channels = Pick<
  Discord,
  | 'openDm'
  | 'channel'
  | 'channels'
  | 'createChannel'
  | 'createPrivateThread'
  | 'changeThread'
  | 'addToThread'
  | 'removeFromThread'
  | 'moveChannel'
  | 'deleteChannel'
  | 'activeThreads'
>;

/** https://docs.discord.com/developers/resources/channel */
export function createChannels(ask: Ask): Channels {
  return {
    async openDm(user) {
      return idOf(await ask('POST', Routes.userChannels(), { body: { recipient_id: user } }));
    },
    async channel(channel) {
      return readChannel(await ask<APIChannel>('GET', Routes.channel(channel)));
    },
    async channels(guild) {
      const found = await ask<readonly APIChannel[]>('GET', Routes.guildChannels(guild));
      return found.map((raw) => readChannel(raw, guild));
    },
    async createChannel({ guild, name, category, type = 'text', topic, overwrites }) {
      const body = {
        name,
        type: madeTypes[type],
        topic,
        parent_id: category ?? undefined,
        permission_overwrites: overwrites.map(writeOverwrite),
      };
      return idOf(await ask('POST', Routes.guildChannels(guild), { body }));
    },
    async createPrivateThread(parent, name) {
      const body = { name, type: ApiChannelType.PrivateThread, invitable: false, auto_archive_duration: weekInMinutes };
      return idOf(await ask('POST', Routes.threads(parent), { body }));
    },
    async changeThread(thread, { archived, locked, name }) {
      await ask('PATCH', Routes.channel(thread), { body: { archived, locked, name } });
    },
    async addToThread(thread, user) {
      await ask('PUT', Routes.threadMembers(thread, user));
    },
    async removeFromThread(thread, user) {
      await ask('DELETE', Routes.threadMembers(thread, user));
    },
    async moveChannel(channel, category) {
      await ask('PATCH', Routes.channel(channel), { body: { parent_id: category } });
    },
    async deleteChannel(channel) {
      await ask('DELETE', Routes.channel(channel));
    },
    async activeThreads(guild) {
      const { threads } = await ask<{ readonly threads: readonly APIThreadChannel[] }>(
        'GET',
        Routes.guildActiveThreads(guild),
      );
      return threads.map((raw) => readChannel(raw, guild));
    },
  };
}

const madeTypes = {
  text: ApiChannelType.GuildText,
  category: ApiChannelType.GuildCategory,
  forum: ApiChannelType.GuildForum,
} as const;

/** The longest that Discord offers before it archives a silent thread. */
export const weekInMinutes = 10_080;

export function idOf({ id }: { readonly id: string }): ChannelId {
  return id as ChannelId;
}

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const types: Readonly<Partial<Record<ApiChannelType, ChannelType>>> = {
  [ApiChannelType.GuildText]: 'text',
  [ApiChannelType.GuildCategory]: 'category',
  [ApiChannelType.GuildForum]: 'forum',
  [ApiChannelType.DM]: 'dm',
  [ApiChannelType.AnnouncementThread]: 'thread',
  [ApiChannelType.PublicThread]: 'thread',
  [ApiChannelType.PrivateThread]: 'thread',
};

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
const obfuscated = 1 << 17;

/** `guild` is the one that was asked; channels listed with it may leave it out. */
function readChannel(raw: APIChannel, guild: GuildId | null = null): Channel {
  const thread = 'thread_metadata' in raw ? raw.thread_metadata : undefined;
  return {
    id: raw.id as ChannelId,
    guild: ('guild_id' in raw ? (raw.guild_id as GuildId | undefined) : undefined) ?? guild,
    type: types[raw.type] ?? 'other',
    name: raw.name ?? '',
    parent: ('parent_id' in raw ? (raw.parent_id as ChannelId | null | undefined) : null) ?? null,
    overwrites: 'permission_overwrites' in raw ? (raw.permission_overwrites ?? []).map(readOverwrite) : [],
    archived: thread?.archived ?? false,
    locked: thread?.locked ?? false,
    ...('owner_id' in raw && raw.owner_id && { owner: raw.owner_id as UserId }),
    ...('flags' in raw && ((raw.flags ?? 0) & obfuscated) !== 0 && { hidden: true }),
  };
}

function readOverwrite({ id, type, allow, deny }: APIOverwrite): Overwrite {
  return { id, of: type === OverwriteType.Role ? 'role' : 'member', allow: BigInt(allow), deny: BigInt(deny) };
}

function writeOverwrite({ id, of, allow, deny }: Overwrite): APIOverwrite {
  const type = of === 'role' ? OverwriteType.Role : OverwriteType.Member;
  return { id, type, allow: String(allow), deny: String(deny) };
}
