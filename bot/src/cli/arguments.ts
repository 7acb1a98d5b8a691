import { parseArgs } from 'node:util';
import { isSnowflake } from '../ids.ts';
import type { GuildId } from '../ids.ts';
import { Unusable } from './terminal.ts';

export type Command =
  | { readonly is: 'help' }
  | { readonly is: 'version' }
  | { readonly is: 'start'; readonly sandboxWithoutToken: boolean }
  | { readonly is: 'invite' }
  | { readonly is: 'files-clean' }
  | { readonly is: 'doctor'; readonly guild: GuildId | null }
  | { readonly is: 'settings-get'; readonly guild: GuildId | null; readonly json: boolean }
  | { readonly is: 'settings-set'; readonly guild: GuildId; readonly assignments: readonly string[] }
  | { readonly is: 'settings-apply'; readonly file: string };

/** Reads what follows the program's name. Throws `Unusable`. */
export function readArguments(given: readonly string[]): Command {
  // Written as words too: npx keeps a switch right behind the name of a program for itself.
  if (given.length === 0 || given[0] === 'help' || given.includes('--help') || given.includes('-h'))
    return { is: 'help' };
  if (given[0] === 'version' || given[0] === '--version' || given[0] === '-v') return { is: 'version' };
  const [name, ...rest] = given;
  switch (name) {
    case 'start':
      return { is: 'start', sandboxWithoutToken: readSwitch('start', rest, 'sandbox-without-token') };
    case 'invite':
      nothingMore('invite', rest);
      return { is: 'invite' };
    case 'doctor': {
      const [guild, ...more] = rest;
      nothingMore('doctor', more);
      return { is: 'doctor', guild: guild === undefined ? null : readGuild(guild) };
    }
    case 'files':
      if (rest[0] !== 'clean') throw new Unusable('files needs clean, for example: npx --no backchannel files clean');
      nothingMore('files clean', rest.slice(1));
      return { is: 'files-clean' };
    case 'settings':
      return readSettings(rest);
    default:
      throw new Unusable(`There is no command "${name}". See: npx --no backchannel help`);
  }
}

function readSettings([verb, ...rest]: readonly string[]): Command {
  switch (verb) {
    case 'get': {
      const json = rest.includes('--json');
      const [guild, ...more] = rest.filter((argument) => argument !== '--json');
      nothingMore('settings get', more);
      return { is: 'settings-get', guild: guild === undefined ? null : readGuild(guild), json };
    }
    case 'set': {
      const [guild, ...assignments] = rest;
      if (guild === undefined || assignments.length === 0)
        throw new Unusable(
          'settings set needs a server id and settings, for example: npx --no backchannel settings set 123456789012345678 enabled=true',
        );
      return { is: 'settings-set', guild: readGuild(guild), assignments };
    }
    case 'apply': {
      const [file, ...more] = rest;
      nothingMore('settings apply', more);
      if (file === undefined)
        throw new Unusable(
          'settings apply needs a file, for example: npx --no backchannel settings apply settings.json',
        );
      return { is: 'settings-apply', file };
    }
    default:
      throw new Unusable(`settings needs get, set or apply${verb === undefined ? '' : `, not "${verb}"`}.`);
  }
}

export function readGuild(text: string): GuildId {
  if (isSnowflake(text)) return text as GuildId;
  throw new Unusable(
    `"${text}" is not a server id: it has 17 to 20 digits. In Discord: Settings → Advanced → Developer Mode, then right-click the server → Copy Server ID.`,
  );
}

function readSwitch(command: string, given: readonly string[], name: string): boolean {
  try {
    const { values } = parseArgs({ args: [...given], options: { [name]: { type: 'boolean' } }, strict: true });
    return values[name] === true;
  } catch (error) {
    throw new Unusable(`${command}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nothingMore(command: string, given: readonly string[]): void {
  if (given.length > 0) throw new Unusable(`${command} does not understand "${given.join(' ')}".`);
}
