import type { Channel, ChannelType } from '../discord.ts';
import type { ChannelId, RoleId } from '../ids.ts';
import type { SettingProblem } from './assignments.ts';
import { permissionsIn } from './checks/permissions.ts';
import type { ServerView } from './checks/server.ts';
import type { Settings } from './schema.ts';

/** The ids that do not name what their setting needs. */
export function wrongIds(settings: Settings, server: ServerView): readonly SettingProblem[] {
  return [...wrongChannels(settings, server), ...wrongRoles(settings, server)];
}

const parentTypes = {
  'private-thread': 'text',
  'private-channel': 'category',
  'forum-post': 'forum',
} as const satisfies Record<Settings['channelKind'], ChannelType>;

const typeNames = { text: 'a text channel', category: 'a category', forum: 'a forum' } as const;

function wrongChannels(settings: Settings, server: ServerView): readonly SettingProblem[] {
  const byId = new Map(server.channels.map((channel) => [channel.id, channel]));
  const parentType = parentTypes[settings.channelKind];
  const wanted: readonly (readonly [string, ChannelId | null, keyof typeof typeNames, string])[] = [
    ['parentChannel', settings.parentChannel, parentType, `, as channelKind=${settings.channelKind} needs`],
    ['logsChannel', settings.logsChannel, 'text', ''],
    ['transcriptChannel', settings.transcriptChannel, 'text', ''],
    ['closedCategory', settings.closedCategory, 'category', ''],
    ...settings.overflowCategories.map((id) => ['overflowCategories', id, 'category', ''] as const),
  ];
  const wrong = wanted.flatMap(([field, id, type, why]): SettingProblem[] => {
    if (id === null) return [];
    const found = byId.get(id);
    const example = `${field}=<id of ${typeNames[type]}>`;
    if (found === undefined)
      return [{ field, wrong: `${id} ${whereElse[server.elsewhere.get(id) ?? 'unknown']}`, example }];
    return found.type === type ? [] : [{ field, wrong: `must be ${typeNames[type]}${why}`, example }];
  });
  const parent = settings.parentChannel === null ? undefined : byId.get(settings.parentChannel);
  return parent !== undefined && parent.type === parentType && isOpenToAll(parent, server)
    ? [...wrong, openParent]
    : wrong;
}

const openParent: SettingProblem = {
  field: 'parentChannel',
  wrong: 'can be seen by @everyone: take View Channel from @everyone there, or choose another one',
  example: null,
};

const whereElse = {
  unknown: 'is not a channel of this server that the bot can see',
  'other-server': 'is a channel of another server',
  hidden: 'is hidden from the bot: give it View Channels there',
} as const;

/** Whether everybody in the server can see what is made in this text channel or forum; tickets in a category hide themselves. */
function isOpenToAll(parent: Channel, { guild }: ServerView): boolean {
  if (parent.type === 'category') return false;
  return permissionsIn(guild, parent, { user: null, roles: [] }) !== 0n;
}

function wrongRoles(settings: Settings, { guild }: ServerView): readonly SettingProblem[] {
  const known = new Set(guild.roles.map(({ id }) => id));
  const wanted: readonly [string, readonly RoleId[]][] = [
    ['staffRoles', settings.staffRoles],
    ['adminRoles', settings.adminRoles],
    ['pingRoles', settings.pingRoles],
    ['gates.role', settings.gates.role === null ? [] : [settings.gates.role]],
  ];
  return wanted.flatMap(([field, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({ field, wrong: `${id} is not a role of this server`, example: null })),
  );
}
