import { needAvailable } from '../acts/outage.ts';
import { openDm } from '../acts/open-dm.ts';
import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { canSee } from '../permissions.ts';
import type { Application, Channel, Guild, Message, Role, User } from '../state.ts';
import type { Self } from './create-person.ts';

/** Finds what a person means by an id or a name. */

/** Something that a person's client does not offer. */
export function impossible(what: string): ApiError {
  return new ApiError(400, 0, what);
}

export function existing<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const found = map.get(id);
  if (!found) throw new Error(`there is no ${what} ${id}`);
  return found;
}

export function seesChannel(self: Self, channel: Channel): boolean {
  return canSee(self.world.state, channel, self.id, self.world.clock.now());
}

/** A channel to do something in. @throws 10003, 503 where its server is out */
export function channelOf(self: Self, place: string): Channel {
  const channel = placeOf(self, place);
  needAvailable(self.world, channel.guildId);
  return channel;
}

/** A channel by id, by its name (also with #) where the person sees only one of that name, or `dm` for the one with the only bot. @throws 10003 */
export function placeOf(self: Self, place: string): Channel {
  const { state } = self.world;
  if (place === 'dm') return openDm(self.world, self.id, theBot(self).id);
  const byId = state.channels.get(place);
  if (byId) return byId;
  const name = place.replace(/^#/, '');
  const named = [...state.channels.values()].filter((channel) => channel.name === name && seesChannel(self, channel));
  if (named.length > 1) throw new Error(`there are ${named.length} channels called ${name}`);
  return named[0] ?? findChannel(self.world, place);
}

/** A message that the person sees, to do something with. @throws 10008, 50001, 503 where its server is out */
export function messageOf(self: Self, id: string): Message {
  const message = everywhere(self, id);
  if (!message || (message.onlyFor !== null && message.onlyFor !== self.id))
    throw new ApiError(404, 10008, 'Unknown Message');
  const channel = findChannel(self.world, message.channelId);
  if (!seesChannel(self, channel)) throw new ApiError(403, 50001, 'Missing Access');
  needAvailable(self.world, channel.guildId);
  return message;
}

function everywhere(self: Self, id: string): Message | undefined {
  for (const messages of self.world.state.messages.values()) {
    const message = messages.get(id);
    if (message) return message;
  }
  return undefined;
}

/** The only bot there is, or the one of this name or id. */
export function theBot(self: Self, which?: string): User {
  const { applications, users } = self.world.state;
  const bots = [...applications.values()].map((application) => existing(users, application.userId, 'user'));
  const meant = which === undefined ? bots : bots.filter((bot) => bot.id === which || bot.username === which);
  if (meant.length !== 1) throw new Error(which ? `there is no bot ${which}` : `say which of the ${bots.length} bots`);
  return meant[0]!;
}

/** The DM with someone, if they have ever written to each other. */
export function dmOf(self: Self, otherId: string): Channel | null {
  for (const channel of self.world.state.channels.values())
    if (channel.type === 1 && channel.recipients.includes(self.id) && channel.recipients.includes(otherId))
      return channel;
  return null;
}

/** A server by id or name, to do something in. @throws 10004, 503 while it is out */
export function guildOf(self: Self, which: string): Guild {
  const { guilds } = self.world.state;
  const guild = guilds.get(which) ?? [...guilds.values()].find(({ name }) => name === which);
  if (!guild) throw new ApiError(404, 10004, 'Unknown Guild');
  needAvailable(self.world, guild.id);
  return guild;
}

/** A user by id or username. */
export function userOf(self: Self, which: string): User {
  const { users } = self.world.state;
  const user = users.get(which) ?? [...users.values()].find(({ username }) => username === which);
  if (!user) throw new ApiError(404, 10013, 'Unknown User');
  return user;
}

/** A role by id or name. */
export function roleOf(guild: Guild, which: string): Role {
  const role = guild.roles.get(which) ?? [...guild.roles.values()].find(({ name }) => name === which);
  if (!role) throw new ApiError(404, 10011, 'Unknown Role');
  return role;
}

/** The application that answers for a message: its own, or that of its webhook. */
export function applicationOf(self: Self, message: Message): Application {
  const { applications, webhooks } = self.world.state;
  const own = message.applicationId ?? webhooks.get(message.webhookId ?? '')?.applicationId ?? message.authorId;
  const application = applications.get(own);
  if (!application) throw impossible('nobody answers for this message');
  return application;
}
