import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord-api-types/v10';
import type { CommandSpec } from '../../discord.ts';
import type { BotId } from '../../ids.ts';
import type { Ask } from '../rest.ts';
import { comparable } from './compare.ts';
import { writeCommand } from './write.ts';

/** Replaces the bot's global commands where they differ; answers whether they did. Registering costs a daily allowance of 200. */
export async function registerCommands(ask: Ask, bot: BotId, commands: readonly CommandSpec[]): Promise<boolean> {
  const wanted: RESTPutAPIApplicationCommandsJSONBody = commands.map(writeCommand);
  const registered = await ask<readonly APIApplicationCommand[]>('GET', Routes.applicationCommands(bot));
  if (isDeepStrictEqual(inOrder(registered), inOrder(wanted))) return false;
  await ask('PUT', Routes.applicationCommands(bot), { body: wanted });
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
