import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10';
import type { CommandSpec } from '../../discord.ts';
import type { BotId, GuildId } from '../../ids.ts';
import type { Ask } from '../rest.ts';
import { comparable } from './compare.ts';
import { writeCommand } from './write.ts';

/** Without it Discord keeps the texts in other languages to itself: https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands */
const localized = new URLSearchParams({ with_localizations: 'true' });

/**
 * Replaces the bot's commands, global ones or those of one server, where they differ; answers whether they did. Registering costs a daily
 * allowance of 200 for each: https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 */
export async function registerCommands(
  ask: Ask,
  bot: BotId,
  commands: readonly CommandSpec[],
  guild: GuildId | null,
): Promise<boolean> {
  const place = guild === null ? Routes.applicationCommands(bot) : Routes.applicationGuildCommands(bot, guild);
  const wanted: RESTPutAPIApplicationCommandsJSONBody = commands.map((command) => writeCommand(command, guild));
  const registered = await ask<readonly APIApplicationCommand[]>('GET', place, { query: localized });
  // Discord may say of a server's commands where they are offered; there is but one place.
  const nowhere = { contexts: null, integration_types: null };
  const known = guild === null ? registered : registered.map((command) => ({ ...command, ...nowhere }));
  if (isDeepStrictEqual(inOrder(known), inOrder(wanted))) return false;
  await ask('PUT', place, { body: wanted });
  return true;
}

/** Discord keeps no order between commands. */
function inOrder(commands: readonly object[]): readonly object[] {
  return commands
    .map((command) => ({ key: keyOf(command as { name: string; type?: number }), command: comparable(command) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

function keyOf({ name, type = 1 }: { readonly name: string; readonly type?: number }): string {
  return `${type}:${name}`;
}
