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

interface Named {
  readonly field: string;
  readonly id: ChannelId;
  readonly type: keyof typeof typeNames;
  /** Why it must be of this type. */
  readonly why: string;
  /** The topic whose it is, at the end of a sentence. */
  readonly of: string;
}

function wrongChannels(settings: Settings, server: ServerView): readonly SettingProblem[] {
  const byId = new Map(server.channels.map((channel) => [channel.id, channel]));
  const parents = parentsNamed(settings);
  const wrong = [...parents, ...othersNamed(settings)].flatMap(({ field, id, type, why, of }): SettingProblem[] => {
    const found = byId.get(id);
    const example = of === '' ? `${field}=<id of ${typeNames[type]}>` : null;
    if (found === undefined)
      return [{ field, wrong: `${id} ${whereElse[server.elsewhere.get(id) ?? 'unknown']}${of}`, example }];
    return found.type === type ? [] : [{ field, wrong: `must be ${typeNames[type]}${why}${of}`, example }];
  });
  const open = parents.filter(({ id, type }) => {
    const parent = byId.get(id);
    return parent !== undefined && parent.type === type && isOpenToAll(parent, server);
  });
  return [...wrong, ...open.map(({ field, of }) => ({ field, wrong: `${seenByAll}${of}`, example: null }))];
}

/** Where tickets are made: the server's own place, and those of its topics. */
function parentsNamed({ parentChannel, channelKind, topics }: Settings): readonly Named[] {
  const what = { type: parentTypes[channelKind], why: `, as channelKind=${channelKind} needs` };
  const own = parentChannel === null ? [] : [{ ...what, field: 'parentChannel', id: parentChannel, of: '' }];
  const ofTopics = topics.flatMap(({ name, parentChannel: id }, index) =>
    id === null ? [] : [{ ...what, field: `topics[${index}].parentChannel`, id, of: ofTopic(name) }],
  );
  return [...own, ...ofTopics];
}

function othersNamed(settings: Settings): readonly Named[] {
  const { logsChannel, transcriptChannel, closedCategory, overflowCategories, fallbackChannel } = settings;
  const others: readonly (readonly [string, ChannelId | null, keyof typeof typeNames])[] = [
    ['logsChannel', logsChannel, 'text'],
    ['transcriptChannel', transcriptChannel, 'text'],
    ['fallbackChannel', fallbackChannel, 'text'],
    ['closedCategory', closedCategory, 'category'],
    ...overflowCategories.map((id) => ['overflowCategories', id, 'category'] as const),
  ];
  return others.flatMap(([field, id, type]) => (id === null ? [] : [{ field, id, type, why: '', of: '' }]));
}

function ofTopic(name: string): string {
  return ` (topic "${name}")`;
}

const seenByAll = 'can be seen by @everyone: take View Channel from @everyone there, or choose another one';

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
  const wanted: readonly (readonly [string, readonly RoleId[], string])[] = [
    ['staffRoles', settings.staffRoles, ''],
    ['adminRoles', settings.adminRoles, ''],
    ['pingRoles', settings.pingRoles, ''],
    ['gates.role', settings.gates.role === null ? [] : [settings.gates.role], ''],
    ...settings.topics.flatMap(({ name, staffRoles, pingRoles }, index) => [
      [`topics[${index}].staffRoles`, staffRoles, ofTopic(name)] as const,
      [`topics[${index}].pingRoles`, pingRoles, ofTopic(name)] as const,
    ]),
  ];
  return wanted.flatMap(([field, ids, of]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({ field, wrong: `${id} is not a role of this server${of}`, example: null })),
  );
}
