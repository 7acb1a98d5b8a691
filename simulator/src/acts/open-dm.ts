import { ApiError } from '../errors.ts';
import { findUser } from '../lookup.ts';
import { channelTypes } from '../state.ts';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';

/**
 * The DM of two accounts, the same one every time. No event: bots hear of DMs by their messages.
 * It also opens where nothing can be sent; the sending is refused then.
 * @throws 10013, and 50007 for another bot or oneself
 */
export function openDm(world: World, userId: string, otherId: string): Channel {
  const [user, other] = [findUser(world, userId), findUser(world, otherId)];
  if (userId === otherId || (user.bot && other.bot)) throw cannotSend(400);
  const key = BigInt(userId) < BigInt(otherId) ? `${userId} ${otherId}` : `${otherId} ${userId}`;
  const known = world.state.channels.get(world.state.dms.get(key) ?? '');
  if (known) return known;
  const channel: Channel = {
    id: world.newId(),
    type: channelTypes.dm,
    guildId: null,
    name: '',
    topic: null,
    position: 0,
    parentId: null,
    overwrites: new Map(),
    nsfw: false,
    slowmode: 0,
    lastMessageId: null,
    recipients: [userId, otherId],
    thread: null,
    forum: null,
  };
  world.state.channels.set(channel.id, channel);
  world.state.dms.set(key, channel.id);
  return channel;
}

/**
 * Whether `toId` gets what `fromId` writes in their DM.
 * Codes as reported in https://github.com/discord/discord-api-docs/discussions/8238
 * @throws 50007 when the receiver blocks the sender, 50278 with no server in common or where DMs are closed
 */
export function needDm(world: World, fromId: string, toId: string): void {
  const [from, to] = [findUser(world, fromId), findUser(world, toId)];
  // People reach bots everywhere; their own blocks and closed DMs are about what reaches them.
  if (to.bot && !from.bot) return;
  if (to.blocked.has(fromId) || (from.bot && to.bot)) throw cannotSend(403);
  const open = [...world.state.guilds.values()].some(
    (guild) => guild.members.has(fromId) && guild.members.has(toId) && !to.dmsClosedIn.has(guild.id),
  );
  if (!open || to.dmsClosedIn.has('*')) {
    throw new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds');
  }
}

function cannotSend(status: number): ApiError {
  return new ApiError(status, 50007, 'Cannot send messages to this user');
}
