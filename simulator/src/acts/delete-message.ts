import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { may, missingPermissions, need } from '../permissions.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { applicationOf } from './author.ts';
import type { Author } from './author.ts';
import { tellIn } from './tell.ts';

/** In milliseconds: https://docs.discord.com/developers/resources/message#bulk-delete-messages */
const tooOld = 14 * 24 * 60 * 60 * 1000;

/**
 * Own messages, those of others with Manage Messages; MESSAGE_DELETE carries ids only. Works in archived threads.
 * @throws 10008, 50001, 50003, 50013
 */
export function deleteMessage(world: World, by: Author, message: Message): void {
  const channel = findChannel(world, message.channelId);
  needToDelete(world, by, channel, message);
  forget(world, channel, message);
  const data = () => ({ id: message.id, channel_id: channel.id, ...inGuild(channel) });
  if (message.onlyFor === null) return tellIn(world, channel, 'MESSAGE_DELETE', data);
  const onlyFor = [message.onlyFor, applicationOf(message)];
  const ids = () => ({ id: message.id, channel_id: channel.id });
  world.events.tell({ name: 'MESSAGE_DELETE', guildId: null, channelId: channel.id, onlyFor, data: ids });
}

/** 2 to 100 messages of the last 14 days; unknown ids are skipped. @throws 50001, 50003, 50013, 50016, 50034 */
export function deleteMessages(world: World, actor: string, channelId: string, ids: readonly string[]): void {
  const channel = findChannel(world, channelId);
  if (channel.guildId === null) throw notInDms();
  need(world, actor, channel, 'manageMessages');
  const wanted = new Set(ids);
  if (wanted.size < 2 || wanted.size > 100 || wanted.size !== ids.length) {
    throw new ApiError(
      400,
      50016,
      'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete',
    );
  }
  const here = world.state.messages.get(channelId);
  const messages = ids.map((id) => here?.get(id)).filter((message) => message !== undefined);
  if (messages.some(({ createdAt }) => createdAt < world.clock.now() - tooOld)) {
    throw new ApiError(400, 50034, 'A message provided was too old to bulk delete');
  }
  for (const message of messages) forget(world, channel, message);
  tellIn(world, channel, 'MESSAGE_DELETE_BULK', () => ({
    ids: messages.map(({ id }) => id),
    channel_id: channel.id,
    ...inGuild(channel),
  }));
}

function needToDelete(world: World, by: Author, channel: Channel, message: Message): void {
  const unknown = new ApiError(404, 10008, 'Unknown Message');
  if (by.as === 'answer' && applicationOf(message) !== by.interaction.applicationId) throw unknown;
  if (by.as === 'webhook' && message.webhookId !== by.webhook.id) throw unknown;
  if (by.as !== 'account') return;
  need(world, by.userId, channel);
  if (message.authorId === by.userId) return;
  if (channel.guildId === null) throw notInDms();
  if (!may(world, by.userId, channel, 'manageMessages')) throw missingPermissions();
}

function forget(world: World, channel: Channel, message: Message): void {
  world.state.messages.get(channel.id)?.delete(message.id);
  for (const { id } of message.attachments) world.state.uploads.delete(id);
  if (channel.thread && message.id !== channel.id && message.type !== 21) channel.thread.messageCount -= 1;
}

function inGuild(channel: Channel): { guild_id?: string } {
  return channel.guildId === null ? {} : { guild_id: channel.guildId };
}

function notInDms(): ApiError {
  return new ApiError(403, 50003, 'Cannot execute action on a DM channel');
}
