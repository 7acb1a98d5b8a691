import {
  type APIGuildMember,
  ChannelFlags,
  type GatewayDispatchPayload,
  type GatewayGuildMemberUpdateDispatchData,
  GatewayDispatchEvents as Dispatch,
} from 'discord-api-types/v10';
import type { DiscordEvent, InServer } from '../incoming.ts';
import type { ChannelId, GuildId, MessageId, UserId } from '../ids.ts';
import { type MemberPart, readMember } from './accounts.ts';
import { readInteraction } from './read-interaction.ts';
import { type Reader, readMessage } from './read-message.ts';

/**
 * What Discord's gateway says, in our words; null for what does not concern us.
 * Events: https://docs.discord.com/developers/events/gateway-events
 */
export function readEvent(reader: Reader, payload: GatewayDispatchPayload): DiscordEvent | null {
  switch (payload.t) {
    case Dispatch.MessageCreate:
      return { is: 'message', message: readMessage(reader, payload.d) };
    case Dispatch.MessageUpdate:
      // Some servers send only what changed for previews of links; an edit by a person always names its author.
      return payload.d.author ? { is: 'edit', message: readMessage(reader, payload.d) } : null;
    case Dispatch.MessageDelete:
      return deleted(payload.d, [payload.d.id]);
    case Dispatch.MessageDeleteBulk:
      return deleted(payload.d, payload.d.ids);
    case Dispatch.MessageReactionAdd:
      return reaction(reader, payload.d, true);
    case Dispatch.MessageReactionRemove:
      return reaction(reader, payload.d, false);
    case Dispatch.MessageReactionRemoveAll:
      return cleared(payload.d, null);
    case Dispatch.MessageReactionRemoveEmoji:
      return cleared(payload.d, emojiName(payload.d.emoji));
    case Dispatch.TypingStart:
      return {
        is: 'typing',
        channel: payload.d.channel_id as ChannelId,
        guild: guildOf(payload.d),
        by: payload.d.user_id as UserId,
        member: inServer(reader, payload.d),
      };
    case Dispatch.InteractionCreate: {
      const interaction = readInteraction(reader, payload.d);
      return interaction && { is: 'interaction', interaction };
    }
    case Dispatch.ThreadMembersUpdate:
      return {
        is: 'thread-joined',
        channel: payload.d.id as ChannelId,
        guild: payload.d.guild_id as GuildId,
        who: (payload.d.added_members ?? []).flatMap(
          ({ member }) =>
            inServer(reader, { channel_id: payload.d.id, guild_id: payload.d.guild_id, ...(member && { member }) }) ??
            [],
        ),
      };
    case Dispatch.GuildMemberUpdate:
      return memberChanged(reader, payload.d);
    default:
      return readServerEvent(payload);
  }
}

/** Changes to servers, channels, roles and members. */
function readServerEvent(payload: GatewayDispatchPayload): DiscordEvent | null {
  switch (payload.t) {
    case Dispatch.Ready:
      return { is: 'ready', resumed: false, guilds: payload.d.guilds.map(({ id }) => id as GuildId) };
    case Dispatch.Resumed:
      return { is: 'ready', resumed: true };
    case Dispatch.GuildCreate:
      if (payload.d.unavailable === true) return null;
      return { ...named(payload.d), anew: true, hidden: payload.d.channels.filter(isHidden).map(channelId) };
    case Dispatch.GuildUpdate:
      return { ...named(payload.d), anew: false, hidden: [] };
    case Dispatch.GuildDelete:
      // Unavailable is an outage; only without it the bot was removed.
      return payload.d.unavailable !== true ? { is: 'guild-gone', guild: payload.d.id as GuildId } : null;
    case Dispatch.ChannelDelete:
    case Dispatch.ThreadDelete: {
      const guild = 'guild_id' in payload.d ? payload.d.guild_id : undefined;
      if (!guild) return null;
      return { is: 'channel-gone', channel: payload.d.id as ChannelId, guild: guild as GuildId };
    }
    case Dispatch.ChannelCreate:
    case Dispatch.ChannelUpdate:
      return changed(payload.d);
    case Dispatch.ThreadListSync:
      return {
        is: 'threads-shown',
        guild: payload.d.guild_id as GuildId,
        threads: payload.d.threads.map(channelId),
      };
    case Dispatch.GuildRoleCreate:
    case Dispatch.GuildRoleUpdate:
    case Dispatch.GuildRoleDelete:
      return { is: 'roles-changed', guild: payload.d.guild_id as GuildId };
    case Dispatch.GuildMemberAdd:
      return { is: 'member-came', guild: payload.d.guild_id as GuildId, user: payload.d.user.id as UserId };
    case Dispatch.GuildMemberRemove:
      return { is: 'member-gone', guild: payload.d.guild_id as GuildId, user: payload.d.user.id as UserId };
    default:
      return null;
  }
}

/** Of the bot itself it comes without any intent. */
function memberChanged(reader: Reader, raw: GatewayGuildMemberUpdateDispatchData): DiscordEvent {
  const guild = raw.guild_id as GuildId;
  if (raw.user.id === reader.user) return { is: 'roles-changed', guild };
  const { account, roles } = readMember(reader.cdn, guild, raw.user, raw as MemberPart);
  return { is: 'member-changed', guild, who: { account, roles } };
}

function named(raw: { readonly id: string; readonly name: string }) {
  return { is: 'guild-available', guild: raw.id as GuildId, name: raw.name } as const;
}

interface RawChannel {
  readonly id: string;
  readonly guild_id?: string;
  readonly flags?: number;
}

const channelId = ({ id }: RawChannel): ChannelId => id as ChannelId;

/** https://docs.discord.com/developers/resources/channel, "Obfuscated Channels" */
function isHidden({ flags = 0 }: RawChannel): boolean {
  return (flags & ChannelFlags.ChannelObfuscated) !== 0;
}

function changed(raw: RawChannel): DiscordEvent | null {
  if (raw.guild_id === undefined) return null;
  return { is: 'channels-changed', guild: raw.guild_id as GuildId, channel: channelId(raw), isHidden: isHidden(raw) };
}

interface Somewhere {
  readonly channel_id: string;
  readonly guild_id?: string;
}

function guildOf({ guild_id: guild }: Somewhere): GuildId | null {
  return (guild as GuildId | undefined) ?? null;
}

function deleted(where: Somewhere, ids: readonly string[]): DiscordEvent {
  return {
    is: 'delete',
    channel: where.channel_id as ChannelId,
    guild: guildOf(where),
    messages: ids as readonly MessageId[],
  };
}

interface Emoji {
  readonly id: string | null;
  readonly name: string | null;
}

interface Reaction extends Somewhere {
  readonly message_id: string;
  readonly user_id: string;
  readonly member?: APIGuildMember;
  readonly emoji: Emoji;
}

function reaction(reader: Reader, raw: Reaction, added: boolean): DiscordEvent {
  return {
    is: 'reaction',
    added,
    channel: raw.channel_id as ChannelId,
    message: raw.message_id as MessageId,
    by: raw.user_id as UserId,
    member: inServer(reader, raw),
    emoji: emojiName(raw.emoji),
  };
}

function cleared(raw: Somewhere & { readonly message_id: string }, emoji: string | null): DiscordEvent {
  return {
    is: 'reactions-cleared',
    channel: raw.channel_id as ChannelId,
    message: raw.message_id as MessageId,
    emoji,
  };
}

/** An emoji whose server deleted it has lost its name; Discord takes any in its place. */
function emojiName({ id, name }: Emoji): string {
  return id === null ? (name ?? '') : `${name ?? '_'}:${id}`;
}

function inServer({ cdn }: Reader, raw: Somewhere & { readonly member?: APIGuildMember }): InServer | null {
  if (!raw.member) return null;
  const { account, roles } = readMember(cdn, raw.guild_id as GuildId, raw.member.user, raw.member);
  return { account, roles };
}
