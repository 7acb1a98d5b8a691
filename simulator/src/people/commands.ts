import type { Fields } from '../rules/read.ts';
import { optionTypes } from '../interactions/command-rules.ts';
import { channelPermissions, permissionFlags } from '../permissions.ts';
import type { Application, Channel, Command } from '../state.ts';
import type { Self } from './create-person.ts';
import { impossible, seesChannel } from './places.ts';

/** A command as a person has called it: with the names of its groups and the options that remain. */
export interface Called {
  readonly application: Application;
  readonly command: Command;
  /** Names of the group and subcommand, outermost first. */
  readonly path: readonly { readonly name: string; readonly type: number }[];
  readonly options: readonly Fields[];
}

/** Finds what `/close-request create` means in a channel, as the client offers it there. */
export function callSlash(self: Self, text: string, channel: Channel): Called {
  const [name = '', ...rest] = text.trim().replace(/^\//, '').split(/\s+/);
  const found = commandIn(self, channel, 1, name);
  let options = listed(found.command.body['options']);
  const path = rest.map((word) => {
    const inner = options.find((option) => option['name'] === word && isNested(option));
    if (!inner) throw impossible(`/${name} has no ${word}`);
    options = listed(inner['options']);
    return { name: word, type: Number(inner['type']) };
  });
  if (options.some(isNested)) throw impossible(`/${[name, ...rest].join(' ')} is not complete`);
  return { ...found, path, options };
}

/** A command of this type and name that the person may use here; the server's own come before global ones. */
export function commandIn(self: Self, channel: Channel, type: number, name: string): Offered {
  if (!seesChannel(self, channel)) throw impossible('this channel is not to be seen');
  const here = offered(self, channel)
    .filter(({ command }) => command.body.type === type && command.body.name === name)
    .toSorted((a, b) => Number(a.command.guildId === null) - Number(b.command.guildId === null));
  if (here.length === 0) throw impossible(`there is no command ${name} here`);
  const allowed = here.find(({ command }) => mayUse(self, command, channel));
  if (!allowed) throw impossible(`${name} is not for ${self.id} here`);
  return allowed;
}

/** Every command that the person may use here. */
export function commandsIn(self: Self, channel: Channel): readonly Offered[] {
  return offered(self, channel).filter(({ command }) => mayUse(self, command, channel));
}

interface Offered {
  readonly application: Application;
  readonly command: Command;
}

function offered(self: Self, channel: Channel): Offered[] {
  return [...self.world.state.applications.values()]
    .filter((application) => isPresent(self, application, channel))
    .flatMap((application) => [...application.commands.values()].map((command) => ({ application, command })))
    .filter(({ command }) => isOffered(command, channel));
}

function isPresent({ world }: Self, application: Application, channel: Channel): boolean {
  if (channel.guildId === null) return channel.recipients.includes(application.userId);
  return world.state.guilds.get(channel.guildId)?.members.has(application.userId) ?? false;
}

/** https://docs.discord.com/developers/interactions/application-commands#interaction-contexts */
function isOffered({ guildId, body }: Command, channel: Channel): boolean {
  if (guildId !== null) return guildId === channel.guildId;
  const contexts = body['contexts'];
  if (Array.isArray(contexts)) return contexts.includes(channel.guildId === null ? 1 : 0);
  return channel.guildId !== null || body['dm_permission'] !== false;
}

/** https://docs.discord.com/developers/interactions/application-commands#permissions */
function mayUse({ world, id }: Self, command: Command, channel: Channel): boolean {
  if (channel.guildId === null) return true;
  const held = channelPermissions(world.state, channel, id, world.clock.now());
  const sending = channel.thread ? permissionFlags.sendMessagesInThreads : permissionFlags.sendMessages;
  const basic = permissionFlags.useApplicationCommands | sending;
  if ((held & basic) !== basic) return false;
  const wanted = command.body['default_member_permissions'];
  if (typeof wanted !== 'string') return true;
  if ((held & permissionFlags.administrator) !== 0n) return true;
  return wanted !== '0' && (held & BigInt(wanted)) === BigInt(wanted);
}

const isNested = (option: Fields): boolean => Number(option['type']) <= optionTypes.group;
const listed = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);
