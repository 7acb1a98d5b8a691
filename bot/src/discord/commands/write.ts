import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { CommandOption, CommandSpec } from '../../discord.ts';
import type { GuildId } from '../../ids.ts';

const commandTypes = {
  chat: ApplicationCommandType.ChatInput,
  message: ApplicationCommandType.Message,
  user: ApplicationCommandType.User,
} as const;

const optionTypes: Readonly<Record<CommandOption['type'], OptionType>> = {
  text: OptionType.String,
  number: OptionType.Number,
  boolean: OptionType.Boolean,
  user: OptionType.User,
  role: OptionType.Role,
  channel: OptionType.Channel,
};

type Subcommand = NonNullable<CommandSpec['subcommands']>[number];

/** A command as Discord registers it: https://docs.discord.com/developers/interactions/application-commands. Those of a server are of no other place. */
export function writeCommand(command: CommandSpec, guild: GuildId | null): RESTPostAPIApplicationCommandsJSONBody {
  const { type, name, names, description, descriptions, options = [], subcommands = [], inDm = false } = command;
  const contexts = inDm ? [InteractionContextType.Guild, InteractionContextType.BotDM] : [InteractionContextType.Guild];
  const places = guild === null && { contexts, integration_types: [ApplicationIntegrationType.GuildInstall] };
  const common = { name, ...(names && { name_localizations: names }), ...places };
  // Only chat commands have a description and options.
  if (type !== 'chat') return { ...common, type: commandTypes[type] };
  const parts = [...writeSubcommands(subcommands), ...options.map(writeOption)];
  return {
    ...common,
    type: commandTypes.chat,
    description,
    description_localizations: descriptions,
    options: parts as APIApplicationCommandOption[],
  };
}

/** `group sub` as a name puts the subcommand into a group. */
function writeSubcommands(subcommands: readonly Subcommand[]): readonly object[] {
  const parts: { type: OptionType; name: string; description: string; options: object[] }[] = [];
  for (const subcommand of subcommands) {
    const [first = '', second] = subcommand.name.split(' ');
    const written = {
      type: OptionType.Subcommand,
      name: second ?? first,
      description: subcommand.description,
      description_localizations: subcommand.descriptions,
      options: (subcommand.options ?? []).map(writeOption),
    };
    if (second === undefined) parts.push(written);
    else {
      const group = parts.find((part) => part.type === OptionType.SubcommandGroup && part.name === first);
      if (group) group.options.push(written);
      else parts.push({ type: OptionType.SubcommandGroup, name: first, description: first, options: [written] });
    }
  }
  return parts;
}

function writeOption({
  name,
  description,
  descriptions,
  type,
  required,
  choices,
  autocomplete,
}: CommandOption): object {
  return {
    type: optionTypes[type],
    name,
    description,
    description_localizations: descriptions,
    required,
    choices: choices?.map(writeChoice),
    autocomplete,
  };
}

function writeChoice({ name, names, value }: NonNullable<CommandOption['choices']>[number]): object {
  return { name, name_localizations: names, value };
}
