import type { Role } from '../state.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/topics/permissions#role-object */
export function roleObject(role: Role): Wire {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.colour,
    colors: { primary_color: role.colour, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    ...(role.botId ? { tags: { bot_id: role.botId } } : {}),
    flags: 0,
  };
}
