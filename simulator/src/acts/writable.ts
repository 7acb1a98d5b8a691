import { ApiError } from '../errors.ts';
import { isThread } from '../lookup.ts';
import { may, missingAccess, missingPermissions, need } from '../permissions.ts';
import { channelTypes } from '../state.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';
import { needDm } from './open-dm.ts';

/**
 * Whether the author may write in the channel at all.
 * @throws 50001, 50007, 50008, 50013, 50083, 50278, 160005, 40058
 */
export function needToWrite(world: World, by: Author, channel: Channel): void {
  needTextChannel(channel);
  if (by.as === 'answer') return needOpenForAnswers(channel);
  if (by.as === 'webhook') return;
  if (channel.guildId === null) return needOwnDm(world, by.userId, channel);
  need(world, by.userId, channel, isThread(channel) ? 'sendMessagesInThreads' : 'sendMessages');
  needUnlocked(world, by.userId, channel);
}

/** Only those who manage threads write in a locked one. @throws 160005 */
export function needUnlocked(world: World, userId: string, channel: Channel): void {
  if (channel.thread?.locked && !may(world, userId, channel, 'manageThreads')) throw threadLocked();
}

/** In an archived thread nothing changes but by writing or unarchiving. @throws 50083 */
export function needUnarchived(channel: Channel): void {
  if (channel.thread?.archived) throw threadArchived();
}

/** What else a message needs because of what is in it. @throws 50013 */
export function needFor(
  world: World,
  by: Author,
  channel: Channel,
  parts: { readonly files: boolean; readonly embeds: boolean; readonly poll: boolean },
): void {
  if (by.as !== 'account' || channel.guildId === null) return;
  const missing =
    (parts.files && !may(world, by.userId, channel, 'attachFiles')) ||
    (parts.embeds && !may(world, by.userId, channel, 'embedLinks')) ||
    (parts.poll && !may(world, by.userId, channel, 'sendPolls'));
  if (missing) throw missingPermissions();
}

export function threadArchived(): ApiError {
  return new ApiError(400, 50083, 'Thread is archived');
}

function threadLocked(): ApiError {
  return new ApiError(403, 160005, 'Thread is locked');
}

function needOwnDm(world: World, userId: string, channel: Channel): void {
  const other = channel.recipients.find((id) => id !== userId);
  if (other === undefined || !channel.recipients.includes(userId)) throw missingAccess();
  needDm(world, userId, other);
}

function needTextChannel(channel: Channel): void {
  if (channel.type === channelTypes.forum) {
    throw new ApiError(
      400,
      40058,
      'Cannot message this thread until after the post author has sent an initial message.',
    );
  }
  if (channel.type === channelTypes.category) {
    throw new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
  }
}

/** Clicks in a locked, archived thread reach the application, but its answer does not get in. */
function needOpenForAnswers(channel: Channel): void {
  if (channel.thread?.archived && channel.thread.locked) throw threadArchived();
}
