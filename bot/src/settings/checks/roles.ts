import type { Channel, Role } from '../../discord.ts';
import type { RoleId } from '../../ids.ts';
import type { Settings } from '../schema.ts';
import type { Topic } from '../topics.ts';
import type { Finding } from './finding.ts';
import { nameOf } from './lacking.ts';
import { has, permissionsIn } from './permissions.ts';
import type { ServerView } from './server.ts';

/** Those whose tickets are made in one place for the same roles: the server's own, and a topic's. */
interface Group {
  readonly topic: Pick<Topic, 'id' | 'name'> | null;
  readonly parent: Channel;
  readonly staff: readonly Role[];
  readonly pinged: readonly Role[];
}

/** Roles that would not hear of a ticket, or could not see it. What holds for all tickets is not said of topics again. */
export function rolesUnreached(server: ServerView, settings: Settings): readonly Finding[] {
  const said = new Set<string>();
  return groupsIn(server, settings).flatMap((group) =>
    unreached(server, settings, group).flatMap(({ what, role }) => {
      const known = `${what}:${role.id}:${group.parent.id}`;
      if (said.has(known)) return [];
      said.add(known);
      return [warning(group, what, role)];
    }),
  );
}

function groupsIn(server: ServerView, settings: Settings): readonly Group[] {
  const byId = new Map(server.channels.map((channel) => [channel.id, channel]));
  const rolesBy = new Map(server.guild.roles.map((role) => [role.id, role]));
  const found = (ids: readonly RoleId[]): readonly Role[] => ids.flatMap((id) => rolesBy.get(id) ?? []);
  const own = { ...settings, topic: null };
  const ofTopics = settings.topics.map((topic) => ({
    topic,
    parentChannel: topic.parentChannel ?? settings.parentChannel,
    staffRoles: topic.staffRoles.length === 0 ? settings.staffRoles : topic.staffRoles,
    pingRoles: topic.pingRoles.length === 0 ? settings.pingRoles : topic.pingRoles,
  }));
  return [own, ...ofTopics].flatMap(({ topic, parentChannel, staffRoles, pingRoles }): Group[] => {
    const parent = parentChannel === null ? undefined : byId.get(parentChannel);
    if (parent === undefined) return [];
    const pinged = found([...(settings.pingStaff ? staffRoles : []), ...pingRoles]);
    return [{ topic, parent, staff: found(staffRoles), pinged }];
  });
}

interface Unreached {
  readonly what: 'role-not-mentionable' | 'role-blind' | 'role-not-added';
  readonly role: Role;
}

function unreached(server: ServerView, { channelKind }: Settings, group: Group): readonly Unreached[] {
  const { parent, staff, pinged } = group;
  return [
    ...unmentionable(server, parent, pinged).map((role) => ({ what: 'role-not-mentionable', role }) as const),
    ...(channelKind === 'private-channel' ? [] : blind(server, parent, staff)).map(
      (role) => ({ what: 'role-blind', role }) as const,
    ),
    ...(channelKind === 'private-thread' ? unadded(server, group) : []).map(
      (role) => ({ what: 'role-not-added', role }) as const,
    ),
  ];
}

/** A ping of a role arrives if the role lets everyone do so, or the bot may ping all: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function unmentionable(server: ServerView, parent: Channel, roles: readonly Role[]): readonly Role[] {
  if (has(permissionsIn(server.guild, parent, server.bot), 'mentionEveryone')) return [];
  return roles.filter(({ mentionable }) => !mentionable);
}

function blind(server: ServerView, parent: Channel, roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => permissionsIn(server.guild, parent, { user: null, roles: [role.id] }) === 0n);
}

/** Private threads show themselves to those who were pinged into them and to those who manage threads. */
function unadded(server: ServerView, { parent, staff, pinged }: Group): readonly Role[] {
  return staff
    .filter((role) => !pinged.includes(role))
    .filter((role) => {
      const held = permissionsIn(server.guild, parent, { user: null, roles: [role.id] });
      return held !== 0n && !has(held, 'manageThreads');
    });
}

function warning({ topic, parent }: Group, what: Unreached['what'], role: Role): Finding {
  const values = { role: role.name, where: nameOf(parent) };
  if (topic === null)
    return { key: `${what}:${role.id}`, text: `problem.${what}`, with: values, severity: 'warning', setting: null };
  return {
    key: `${what}:${role.id}:${topic.id}`,
    text: `problem.topic-${what}`,
    with: { ...values, topic: topic.name },
    severity: 'warning',
    setting: null,
  };
}
