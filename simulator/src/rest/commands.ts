import { ApiError, formError } from '../errors.ts';
import { commandFields, completeCommand, limits } from '../interactions/command-rules.ts';
import { withoutLocalizations } from '../interactions/localizations.ts';
import { commandObject } from '../objects/command.ts';
import { readFields, readList } from '../rules/read.ts';
import type { Application, Command } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer, Call, Route } from './route.ts';

const everywhere = '/applications/{application_id}/commands';
const inGuild = '/applications/{application_id}/guilds/{guild_id}/commands';
const one = '/{command_id}';

/** https://docs.discord.com/developers/interactions/application-commands#endpoints */
export const commandRoutes: readonly Route[] = [everywhere, inGuild].flatMap((path): Route[] => [
  { method: 'GET', path, auth: 'bot', limit: 'commands', query: ['with_localizations'], run: listCommands },
  { method: 'POST', path, auth: 'bot', limit: 'commands', fields: commandFields, run: createCommand },
  {
    method: 'PUT',
    path,
    auth: 'bot',
    limit: 'commands',
    fields: [...commandFields, 'id'],
    list: true,
    run: replaceCommands,
  },
  { method: 'GET', path: path + one, auth: 'bot', limit: 'commands', run: getCommand },
  { method: 'PATCH', path: path + one, auth: 'bot', limit: 'commands', fields: commandFields, run: changeCommand },
  { method: 'DELETE', path: path + one, auth: 'bot', limit: 'commands', run: deleteCommand },
]);

function listCommands(call: Call): Answer {
  const { application, guildId } = scopeOf(call);
  const localized = call.query.get('with_localizations') === 'true';
  const body = commandsOf(application, guildId).map((command) => {
    const listed = commandObject(application.id, command);
    return localized ? listed : withoutLocalizations(listed);
  });
  return { status: 200, body };
}

/** A command with the same name and type is overwritten. */
function createCommand(call: Call): Answer {
  const { application, guildId } = scopeOf(call);
  const body = completeCommand(readFields(call.body, ''));
  const old = named(application, guildId, body);
  if (!old) {
    const others = commandsOf(application, guildId).filter((command) => command.body.type === body.type);
    checkCount(others.length + 1, body.type);
    countCreation(call.world, application, guildId, 1);
  }
  const command = keep(call.world, application, guildId, body);
  return { status: old ? 200 : 201, body: commandObject(application.id, command) };
}

/** The list replaces all commands of all types; those that stay keep their ids. */
function replaceCommands(call: Call): Answer {
  const { application, guildId } = scopeOf(call);
  const bodies = readList(call.body, '', 130).map((body, index) =>
    completeCommand(readFields(body, String(index)), `${index}.`),
  );
  const names = bodies.map((body) => `${body.type} ${body.name}`);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index)
      throw formError(
        `${index}.name`,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
  });
  for (const type of [1, 2, 3]) checkCount(bodies.filter((body) => body.type === type).length, type);
  const fresh = bodies.filter((body) => !named(application, guildId, body)).length;
  countCreation(call.world, application, guildId, fresh);
  const kept = bodies.map((body) => keep(call.world, application, guildId, body));
  for (const command of commandsOf(application, guildId))
    if (!kept.includes(command)) application.commands.delete(command.id);
  return { status: 200, body: kept.map((command) => commandObject(application.id, command)) };
}

function getCommand(call: Call): Answer {
  const { application, command } = commandOf(call);
  return { status: 200, body: commandObject(application.id, command) };
}

function changeCommand(call: Call): Answer {
  const { application, guildId, command } = commandOf(call);
  const body = completeCommand({ ...command.body, ...readFields(call.body, ''), type: command.body.type });
  const other = named(application, guildId, body);
  if (other && other !== command)
    throw formError('name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
  command.body = body;
  command.version = call.world.newId();
  return { status: 200, body: commandObject(application.id, command) };
}

function deleteCommand(call: Call): Answer {
  const { application, command } = commandOf(call);
  application.commands.delete(command.id);
  return { status: 204 };
}

function scopeOf({ world, caller, params }: Call): { application: Application; guildId: string | null } {
  const id = params['application_id'] ?? '';
  const application = world.state.applications.get(id);
  if (!application) throw new ApiError(404, 10002, 'Unknown Application');
  if (caller.as !== 'bot' || caller.applicationId !== id)
    throw new ApiError(403, 20012, 'You are not authorized to perform this action on this application');
  const guildId = params['guild_id'] ?? null;
  if (guildId !== null && !world.state.guilds.get(guildId)?.members.has(application.userId))
    throw new ApiError(403, 50001, 'Missing Access');
  return { application, guildId };
}

function commandOf(call: Call): { application: Application; guildId: string | null; command: Command } {
  const scope = scopeOf(call);
  const command = scope.application.commands.get(call.params['command_id'] ?? '');
  if (!command || command.guildId !== scope.guildId) throw new ApiError(404, 10063, 'Unknown application command');
  return { ...scope, command };
}

function commandsOf(application: Application, guildId: string | null): Command[] {
  return [...application.commands.values()].filter((command) => command.guildId === guildId);
}

function named(application: Application, guildId: string | null, body: Command['body']): Command | undefined {
  return commandsOf(application, guildId).find(
    (command) => command.body.type === body.type && command.body.name === body.name,
  );
}

function keep(world: World, application: Application, guildId: string | null, body: Command['body']): Command {
  const old = named(application, guildId, body);
  if (old) {
    if (JSON.stringify(old.body) !== JSON.stringify(body)) old.version = world.newId();
    old.body = body;
    return old;
  }
  const id = world.newId();
  const command = { id, version: id, guildId, body };
  application.commands.set(id, command);
  return command;
}

function checkCount(count: number, type: number): void {
  const most = limits.perScope[type] ?? 0;
  if (count > most) throw new ApiError(400, 30032, `Maximum number of application commands reached (${most}).`);
}

/** Creations of the last day, by application and scope; not part of the state, since it is forgotten soon. */
const creations = new WeakMap<Application, { scope: string | null; at: number; count: number }[]>();

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command: 200 a day and server. */
function countCreation(world: World, application: Application, guildId: string | null, count: number): void {
  const dayAgo = world.clock.now() - 24 * 60 * 60 * 1000;
  const recent = (creations.get(application) ?? []).filter(({ at }) => at > dayAgo);
  const used = recent.filter(({ scope }) => scope === guildId).reduce((sum, one) => sum + one.count, 0);
  if (used + count > limits.createdPerDay)
    throw new ApiError(400, 30034, 'Max number of daily application command creates has been reached (200)');
  creations.set(application, [...recent, { scope: guildId, at: world.clock.now(), count }]);
}
