import { Refused } from '../refusal.ts';
import type { Channel, ChannelType, Discord, Guild } from '../discord.ts';
import type { ChannelId, GuildId, RoleId } from '../ids.ts';
import type { SettingProblem } from './assignments.ts';
import type { Settings } from './schema.ts';

/** `not-there`: the bot is not in that server (yet), so nothing can be said about the ids. */
export type IdsChecked = { readonly problems: readonly SettingProblem[] } | 'not-there';

/** Looks the ids up in the server. Throws what `discord` throws when it does not answer. */
export async function checkIds(
  discord: Pick<Discord, 'guild' | 'channels'>,
  guild: GuildId,
  settings: Settings,
): Promise<IdsChecked> {
  try {
    const [server, channels] = await Promise.all([discord.guild(guild), discord.channels(guild)]);
    return { problems: [...wrongChannels(settings, server, channels), ...wrongRoles(settings, server)] };
  } catch (error) {
    if (error instanceof Refused && (error.reason === 'unknown-guild' || error.reason === 'no-access'))
      return 'not-there';
    throw error;
  }
}

const parentTypes = {
  'private-thread': 'text',
  'private-channel': 'category',
  'forum-post': 'forum',
} as const satisfies Record<Settings['channelKind'], ChannelType>;

const typeNames = { text: 'a text channel', category: 'a category', forum: 'a forum' } as const;

function wrongChannels(settings: Settings, server: Guild, channels: readonly Channel[]): readonly SettingProblem[] {
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const parentType = parentTypes[settings.channelKind];
  const wanted: readonly [string, ChannelId | null, keyof typeof typeNames, string][] = [
    ['parentChannel', settings.parentChannel, parentType, `, as channelKind=${settings.channelKind} needs`],
    ['logsChannel', settings.logsChannel, 'text', ''],
    ['transcriptChannel', settings.transcriptChannel, 'text', ''],
    ['closedCategory', settings.closedCategory, 'category', ''],
  ];
  const wrong = wanted.flatMap(([field, id, type, why]): SettingProblem[] => {
    if (id === null) return [];
    const found = byId.get(id);
    const example = `${field}=<id of ${typeNames[type]}>`;
    if (found === undefined)
      return [{ field, wrong: `${id} is not a channel of this server that the bot can see`, example }];
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

const viewChannel = 1n << 10n;

/** Whether everybody in the server can see what is made in this text channel or forum; tickets in a category hide themselves. */
function isOpenToAll(parent: Channel, server: Guild): boolean {
  if (parent.type === 'category') return false;
  // The role of everybody has the server's own id: https://docs.discord.com/developers/topics/permissions#role-object
  const own = server.roles.find(({ id }) => (id as string) === server.id)?.permissions ?? 0n;
  const here = parent.overwrites.find(({ id }) => id === server.id);
  const allowed = (own & ~(here?.deny ?? 0n)) | (here?.allow ?? 0n);
  return (allowed & viewChannel) !== 0n;
}

function wrongRoles(settings: Settings, server: Guild): readonly SettingProblem[] {
  const known = new Set(server.roles.map(({ id }) => id));
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
