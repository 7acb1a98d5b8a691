import type { Command } from '../state.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object */
export function commandObject(applicationId: string, command: Command): Wire {
  return {
    default_member_permissions: null,
    description: '',
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...command.body,
    id: command.id,
    application_id: applicationId,
    version: command.version,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
}
