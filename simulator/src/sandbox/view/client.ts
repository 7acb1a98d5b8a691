import { openDm } from '../../acts/open-dm.ts';
import { canSee, channelPermissions, may, permissionFlags } from '../../permissions.ts';
import { channelTypes } from '../../state.ts';
import type { Channel, Forum, Guild } from '../../state.ts';
import type { World } from '../../world.ts';
import type { ChannelView, ClientView, DirectMessageView, ServerView, TagView, ThreadView } from '../wire.ts';
import { accountView, hexColour, messageAuthor, personCard } from './authors.ts';

/** What a person's client shows beside the messages. Their DMs with the bots are opened, as if they had clicked on them. */
export function clientView(world: World, userId: string): ClientView | null {
  const user = world.state.users.get(userId);
  if (!user || user.bot) return null;
  const guilds = [...world.state.guilds.values()];
  return {
    self: personCard(world, user),
    locale: user.locale,
    directMessages: directMessages(world, userId),
    servers: guilds.filter(({ members }) => members.has(userId)).map((guild) => serverView(world, guild, userId)),
    elsewhere: guilds.filter(({ members }) => !members.has(userId)).map(({ id, name }) => ({ id, name })),
  };
}

function directMessages(world: World, userId: string): DirectMessageView[] {
  const user = world.state.users.get(userId);
  return [...world.state.applications.values()].map((application) => {
    const channel = openDm(world, userId, application.userId);
    return {
      bot: accountView(world.state, application.userId, null),
      channelId: channel.id,
      lastMessageId: channel.lastMessageId,
      blocked: user?.blocked.has(application.userId) ?? false,
      closed: user?.dmsClosedIn.has('*') ?? false,
    };
  });
}

function serverView(world: World, guild: Guild, userId: string): ServerView {
  const { state } = world;
  const channels = [...state.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const seen = channels.filter((channel) => canSee(state, channel, userId, world.clock.now()));
  const parents = new Set(seen.map(({ parentId }) => parentId));
  const shown = channels.filter((channel) => seen.includes(channel) || parents.has(channel.id));
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon === null ? null : `/cdn/icons/${guild.id}/${guild.icon}.png`,
    channels: shown.map((channel) => channelView(world, guild, channel, userId)),
    members: [...guild.members.values()].map(({ userId: id, roles }) => ({
      ...accountView(state, id, guild),
      roles: [...roles],
    })),
    roles: [...guild.roles.values()]
      .filter(({ id }) => id !== guild.id)
      .map(({ id, name, colour }) => ({ id, name, colour: hexColour(colour) })),
    emojis: [...guild.emojis.values()],
  };
}

const kinds: Readonly<Record<number, ChannelView['kind']>> = {
  [channelTypes.text]: 'text',
  [channelTypes.voice]: 'voice',
  [channelTypes.category]: 'category',
  [channelTypes.announcement]: 'announcement',
  [channelTypes.forum]: 'forum',
};

function channelView(world: World, guild: Guild, channel: Channel, userId: string): ChannelView {
  const { thread } = channel;
  const held = channelPermissions(world.state, channel, userId, world.clock.now());
  const sending = thread ? permissionFlags.sendMessagesInThreads : permissionFlags.sendMessages;
  const manages = thread ? permissionFlags.manageThreads : permissionFlags.manageChannels;
  const mayManage = (held & manages) !== 0n;
  return {
    id: channel.id,
    name: channel.name,
    kind: thread ? 'thread' : (kinds[channel.type] ?? 'text'),
    parentId: channel.parentId,
    position: channel.position,
    topic: channel.topic,
    hidden: isHidden(world, guild, channel),
    mayWrite: (held & sending) !== 0n && (!thread?.locked || mayManage),
    mayManage: mayManage && channel.type !== channelTypes.category,
    lastMessageId: channel.lastMessageId,
    thread: thread ? threadView(world, guild, channel) : null,
    tags: (channel.forum?.tags ?? []).map((tag) => tagView(guild, tag)),
  };
}

function tagView(guild: Guild, { id, name, emojiId, emojiName }: Forum['tags'][number]): TagView {
  const own = emojiId === null ? null : guild.emojis.get(emojiId)?.name;
  const shown = own ?? emojiName;
  return { id, name, emoji: shown === null ? null : { id: own ? emojiId : null, name: shown } };
}

/** Not everyone sees it: @everyone's overwrite takes the right away, or private threads. */
function isHidden({ state }: World, guild: Guild, channel: Channel): boolean {
  if (channel.type === channelTypes.privateThread) return true;
  const place = channel.thread ? state.channels.get(channel.parentId ?? '') : channel;
  const deny = place?.overwrites.get(guild.id)?.deny ?? 0n;
  return (deny & permissionFlags.viewChannel) !== 0n;
}

function threadView({ state }: World, guild: Guild, channel: Channel): ThreadView | null {
  const { thread } = channel;
  if (!thread) return null;
  const messages = state.messages.get(channel.id);
  const first = messages?.get(channel.id) ?? messages?.values().next().value;
  const embed = first?.embeds[0];
  const words = first?.content || embed?.['title'] || embed?.['description'] || '';
  return {
    archived: thread.archived,
    locked: thread.locked,
    tags: thread.appliedTags,
    messageCount: thread.messageCount,
    createdAt: thread.createdAt,
    owner: first ? messageAuthor(state, first, guild) : null,
    excerpt: typeof words === 'string' && words !== '' ? words.slice(0, 120) : null,
  };
}

/** Whether a person sees a channel at all. */
export function seesChannel(world: World, userId: string, channelId: string): boolean {
  const channel = world.state.channels.get(channelId);
  return channel !== undefined && may(world, userId, channel, 'viewChannel');
}
