import type { Command } from '../state.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export function commandObject(applicationId: string, command: Command): Wire {
  const { dm_permission: inDms = true, ...body } = command.body;
  const contexts = body['contexts'];
  return {
    default_member_permissions: null,
    description: '',
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...body,
    id: command.id,
    application_id: applicationId,
    version: command.version,
    // The older field says what the contexts say, where there are any; commands of one server have none.
    ...(command.guildId === null
      ? { dm_permission: Array.isArray(contexts) ? contexts.includes(1) : inDms }
      : { guild_id: command.guildId }),
  };
}
