import { ApiError } from './errors.ts';
import type { Application, Channel, Guild, Member, Message, Role, Thread, User, Webhook } from './state.ts';
import type { World } from './world.ts';

/** Finds things by id and refuses like Discord when they are not there. */

/** @throws 10013 */
export function findUser(world: World, id: string): User {
  return world.state.users.get(id) ?? unknown(10013, 'User');
}

/** @throws 10002 */
export function findApplication(world: World, id: string): Application {
  return world.state.applications.get(id) ?? unknown(10002, 'Application');
}

/** @throws 10004 */
export function findGuild(world: World, id: string): Guild {
  return world.state.guilds.get(id) ?? unknown(10004, 'Guild');
}

/** @throws 10007 */
export function findMember(world: World, guildId: string, userId: string): Member {
  return findGuild(world, guildId).members.get(userId) ?? unknown(10007, 'Member');
}

/** @throws 10011 */
export function findRole(world: World, guildId: string, roleId: string): Role {
  return findGuild(world, guildId).roles.get(roleId) ?? unknown(10011, 'Role');
}

/** @throws 10003 */
export function findChannel(world: World, id: string): Channel {
  return world.state.channels.get(id) ?? unknown(10003, 'Channel');
}

/** A channel that is a thread. @throws 10003, 50024 */
export function findThread(world: World, id: string): Channel & { thread: Thread } {
  const channel = findChannel(world, id);
  if (!isThread(channel)) throw new ApiError(400, 50024, 'Cannot execute action on this channel type');
  return channel;
}

/** @throws 10008 */
export function findMessage(world: World, channelId: string, id: string): Message {
  return world.state.messages.get(channelId)?.get(id) ?? unknown(10008, 'Message');
}

/** @throws 10015 */
export function findWebhook(world: World, id: string): Webhook {
  return world.state.webhooks.get(id) ?? unknown(10015, 'Webhook');
}

export function isThread(channel: Channel): channel is Channel & { thread: Thread } {
  return channel.thread !== null;
}

function unknown(code: number, what: string): never {
  throw new ApiError(404, code, `Unknown ${what}`);
}
