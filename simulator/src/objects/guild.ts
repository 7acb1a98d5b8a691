import { canSee } from '../permissions.ts';
import type { Channel, Guild } from '../state.ts';
import type { World } from '../world.ts';
import { channelObject } from './channel.ts';
import { emojiObject } from './emoji.ts';
import { instantText } from './instant.ts';
import { memberObject } from './member.ts';
import { roleObject } from './role.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function guildObject(guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()].map(roleObject),
    emojis: [...guild.emojis.values()].map(emojiObject),
    stickers: [],
    features: [],
    premium_tier: guild.premiumTier,
    ...neverChanged,
  };
}

/** GUILD_CREATE for one account: with channels, the active threads it sees, and its own member. */
export function guildCreateObject(world: World, guild: Guild, receiver: string): Wire {
  const inside = channelsOf(world, guild);
  const own = guild.members.get(receiver);
  return {
    ...guildObject(guild),
    joined_at: instantText(own?.joinedAt ?? world.clock.now()),
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    // Without the Presences intent only the bot itself: https://docs.discord.com/developers/events/gateway-events#guild-create
    members: own ? [memberObject(world, own)] : [],
    channels: inside.filter((channel) => !channel.thread).map((channel) => channelInside(world, channel, receiver)),
    threads: inside
      .filter((channel) => channel.thread && !channel.thread.archived && seen(world, channel, receiver))
      .map((channel) => threadInside(world, channel, receiver)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Inside a server its id is not repeated. https://docs.discord.com/developers/resources/channel#channel-object */
function channelInside(world: World, channel: Channel, receiver: string): Wire {
  const { guild_id: _, ...inside } = channelObject(world, channel, receiver);
  return inside;
}

/** There one's membership does not name thread and user. https://docs.discord.com/developers/resources/channel#thread-member-object */
function threadInside(world: World, channel: Channel, receiver: string): Wire {
  const { member, ...inside } = channelObject(world, channel, receiver);
  if (member === undefined) return inside;
  const { id: _thread, user_id: _user, ...membership } = member as Wire;
  return { ...inside, member: membership };
}

export function channelsOf(world: World, guild: Guild): Channel[] {
  return [...world.state.channels.values()].filter((channel) => channel.guildId === guild.id);
}

function seen(world: World, channel: Channel, receiver: string): boolean {
  return canSee(world.state, channel, receiver, world.clock.now());
}

/** Parts of a server that nothing here changes. */
const neverChanged: Wire = {
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  application_id: null,
  region: 'deprecated',
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  default_message_notifications: 0,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_subscription_count: 0,
  preferred_locale: 'en-US',
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  hub_type: null,
  nsfw: false,
  nsfw_level: 0,
  incidents_data: null,
};
