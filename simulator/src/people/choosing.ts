import type { Named } from '../interactions/resolved.ts';
import type { Wire } from '../objects/wire.ts';
import type { Self } from './create-person.ts';
import { channelOf, existing, impossible, roleOf, userOf } from './places.ts';

/** Kinds of selects, and of the options of commands that ask for the same things. */
const people = new Set([5]);
const roles = new Set([6]);
const either = new Set([7]);
const channels = new Set([8]);

/** The values for a select, radio or checkbox group: entries by label or value, people, roles and channels by name or id, noted in `named`. */
export function chooseIn(self: Self, select: Wire, wanted: readonly string[], named: Named): string[] {
  const fewest = Number(select['min_values'] ?? 1);
  const most = Number(select['max_values'] ?? Math.max(fewest, 1));
  if (wanted.length < fewest || wanted.length > most)
    throw impossible(`this menu takes ${fewest} to ${most} choices, not ${wanted.length}`);
  const type = Number(select['type']);
  return wanted.map((text) => {
    if (people.has(type)) return namePerson(self, text, named);
    if (roles.has(type)) return nameRole(self, text, named);
    if (either.has(type)) return nameEither(self, text, named);
    if (channels.has(type)) return nameChannel(self, text, named, select['channel_types']);
    return choiceIn((select['options'] ?? []) as Wire[], text);
  });
}

function choiceIn(options: readonly Wire[], text: string): string {
  const option = options.find((one) => one['value'] === text) ?? options.find((one) => one['label'] === text);
  if (!option) throw impossible(`there is no choice ${text}`);
  return String(option['value']);
}

export function namePerson(self: Self, text: string, named: Named): string {
  const { id } = userOf(self, text);
  named.users.add(id);
  return id;
}

export function nameRole(self: Self, text: string, named: Named): string {
  const guild = existing(self.world.state.guilds, named.at.guildId ?? 'of a DM', 'server');
  const { id } = roleOf(guild, text);
  named.roles.add(id);
  return id;
}

export function nameEither(self: Self, text: string, named: Named): string {
  const { users } = self.world.state;
  const isPerson = users.has(text) || [...users.values()].some(({ username }) => username === text);
  return isPerson ? namePerson(self, text, named) : nameRole(self, text, named);
}

export function nameChannel(self: Self, text: string, named: Named, types: unknown): string {
  const channel = channelOf(self, text);
  if (Array.isArray(types) && types.length > 0 && !types.includes(channel.type))
    throw impossible(`the channel ${channel.name} is not offered here`);
  named.channels.add(channel.id);
  return channel.id;
}
