import { channelObject } from '../objects/channel.ts';
import { canSee, need } from '../permissions.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { tellChannelUpdate } from './edit-channel.ts';

/**
 * Deletes a channel with its threads, messages and webhooks; channels of a category stay, without it.
 * A DM is only closed and keeps its history. @throws 50001, 50013
 */
export function deleteChannel(world: World, actor: string | null, channel: Channel): void {
  if (actor !== null) need(world, actor, channel, ...needed(channel));
  if (channel.guildId === null) return;
  const { channels, webhooks } = world.state;
  const threads = [...channels.values()].filter((other) => other.thread && other.parentId === channel.id);
  const children = [...channels.values()].filter((other) => !other.thread && other.parentId === channel.id);
  const sawIt = witnesses(world, channel);
  const last = lastForm(world, channel);
  for (const gone of [...threads, channel]) forget(world, gone);
  for (const webhook of webhooks.values()) if (webhook.channelId === channel.id) webhooks.delete(webhook.id);
  world.events.tell({
    name: channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
    guildId: channel.guildId,
    channelId: channel.id,
    ...(channel.thread ? { seenBy: (receiver) => sawIt.has(receiver) } : {}),
    data: last,
  });
  for (const child of children) {
    child.parentId = null;
    tellChannelUpdate(world, child);
  }
}

function needed(channel: Channel): ('manageThreads' | 'manageChannels')[] {
  if (channel.guildId === null) return [];
  return [channel.thread ? 'manageThreads' : 'manageChannels'];
}

function witnesses(world: World, channel: Channel): Set<string> {
  const members = world.state.guilds.get(channel.guildId ?? '')?.members.keys() ?? [];
  return new Set([...members].filter((id) => canSee(world.state, channel, id, world.clock.now())));
}

/** What the event shows, for each receiver as it was before. */
function lastForm(world: World, channel: Channel): (receiver: string) => Record<string, unknown> {
  const { id, type, guildId, parentId } = channel;
  if (channel.thread) return () => ({ id, type, guild_id: guildId, parent_id: parentId });
  return (receiver) => channelObject(world, channel, receiver);
}

function forget(world: World, channel: Channel): void {
  for (const message of world.state.messages.get(channel.id)?.values() ?? []) {
    for (const { id } of message.attachments) world.state.uploads.delete(id);
  }
  world.state.messages.delete(channel.id);
  world.state.channels.delete(channel.id);
}
