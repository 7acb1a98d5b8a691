import type { RoleId } from '../../ids.ts';
import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './lacking.ts';
import { has, permissionLabels, permissionsIn } from './permissions.ts';
import type { ServerView } from './server.ts';

/** What a member needs in the channel under which they get a private thread: https://docs.discord.com/developers/topics/threads#permissions */
export const membersNeed = ['viewChannel', 'sendMessagesInThreads'] as const;

/** A `fallbackChannel` that no ordinary member can use: neither @everyone, nor any role that is neither the team's nor the bot's. */
export function fallbackUnreached(server: ServerView, settings: Settings): readonly Finding[] {
  const channel = server.channels.find(({ id }) => id === settings.fallbackChannel);
  if (channel?.type !== 'text') return [];
  const apart = new Set<RoleId>([...settings.staffRoles, ...settings.adminRoles, ...server.bot.roles]);
  const lacked = server.guild.roles
    .filter((role) => !apart.has(role.id) && !has(role.permissions, 'administrator'))
    .map((role) => permissionsIn(server.guild, channel, { user: null, roles: [role.id] }))
    .map((held) => membersNeed.filter((name) => !has(held, name)))
    .toSorted((a, b) => a.length - b.length)[0];
  if (lacked === undefined || lacked.length === 0) return [];
  const permissions = lacked.map((name) => permissionLabels[name]).join(', ');
  return [
    {
      key: 'fallback-unreached',
      text: 'problem.fallback-unreached',
      with: { where: nameOf(channel), permissions },
      severity: 'warning',
      setting: null,
    },
  ];
}
