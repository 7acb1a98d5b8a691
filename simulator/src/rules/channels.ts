import type { ChannelChanges } from '../acts/edit-channel.ts';
import type { NewChannel } from '../acts/create-channel.ts';
import { ApiError, formError } from '../errors.ts';
import { channelTypes, type Forum, type Overwrite } from '../state.ts';
import type { World } from '../world.ts';
import { channel as most, forum as forumMost } from './numbers.ts';
import {
  type Fields,
  isGiven,
  readBits,
  readBoolean,
  readChoice,
  readFields,
  readInteger,
  readList,
  readSnowflake,
  readText,
  refuseUnknown,
} from './read.ts';

/** https://docs.discord.com/developers/resources/guild#create-guild-channel */
export const channelFields = [
  'name',
  'type',
  'topic',
  'bitrate',
  'user_limit',
  'rate_limit_per_user',
  'position',
  'permission_overwrites',
  'parent_id',
  'nsfw',
  'rtc_region',
  'video_quality_mode',
  'default_auto_archive_duration',
  'default_reaction_emoji',
  'available_tags',
  'default_sort_order',
  'default_forum_layout',
  'default_thread_rate_limit_per_user',
  'default_tag_setting',
] as const;

/** resources/channel#modify-channel, for guild channels; `flags` has REQUIRE_TAG. */
export const channelEditFields = [...channelFields, 'flags'] as const;

const creatable: readonly number[] = [
  channelTypes.text,
  channelTypes.voice,
  channelTypes.category,
  channelTypes.announcement,
  channelTypes.forum,
];

/** Channel flag: posts need a tag. resources/channel#channel-object-channel-flags */
const requireTag = 1 << 4;

/** @throws 50035 with the field, 40061 */
export function readNewChannel(world: World, body: Fields): NewChannel {
  const type = isGiven(body.type) ? readChoice(body.type, 'type', creatable) : channelTypes.text;
  return {
    ...readChanges(body, type),
    type,
    name: readChannelName(body.name, type),
    ...(type === channelTypes.forum ? { forum: { tags: [], requireTag: false, ...readForum(world, body, null) } } : {}),
  };
}

/** @throws 50035 with the field, 40061 */
export function readChannelEdit(world: World, body: Fields, type: number, forum: Forum | null): ChannelChanges {
  return {
    ...readChanges(body, type),
    ...('name' in body ? { name: readChannelName(body.name, type) } : {}),
    ...(type === channelTypes.forum ? { forum: readForum(world, body, forum) } : {}),
  };
}

function readChanges(body: Fields, type: number): Omit<ChannelChanges, 'forum'> {
  const longestTopic = type === channelTypes.forum ? most.forumTopic : most.topic;
  const { topic, position, parent_id: parent, permission_overwrites: overwrites, nsfw } = body;
  const slowmode = body.rate_limit_per_user;
  if (isGiven(body.default_auto_archive_duration))
    readAutoArchive(body.default_auto_archive_duration, 'default_auto_archive_duration');
  return {
    ...('topic' in body ? { topic: isGiven(topic) ? readText(topic, 'topic', longestTopic) : null } : {}),
    ...(isGiven(position) ? { position: readInteger(position, 'position', 0, 2 ** 31 - 1) } : {}),
    ...('parent_id' in body ? { parentId: isGiven(parent) ? readSnowflake(parent, 'parent_id') : null } : {}),
    ...(isGiven(overwrites) ? { overwrites: readOverwrites(overwrites) } : {}),
    ...(isGiven(nsfw) ? { nsfw: readBoolean(nsfw, 'nsfw') } : {}),
    ...('rate_limit_per_user' in body
      ? { slowmode: isGiven(slowmode) ? readInteger(slowmode, 'rate_limit_per_user', 0, most.slowmode) : 0 }
      : {}),
  };
}

/** Text channels are written in lower case without spaces; other names stay as they are. */
function readChannelName(value: unknown, type: number): string {
  const name = readText(value ?? '', 'name', most.name, 1);
  const plain = type === channelTypes.text || type === channelTypes.announcement;
  const shown = plain ? name.trim().toLowerCase().replaceAll(/\s+/g, '-') : name.trim();
  return readText(shown, 'name', most.name, 1);
}

export function readAutoArchive(value: unknown, path: string): 60 | 1440 | 4320 | 10080 {
  return readChoice(value, path, most.autoArchiveMinutes) as 60 | 1440 | 4320 | 10080;
}

const knownInOverwrite = new Set(['id', 'type', 'allow', 'deny']);

function readOverwrites(value: unknown): Overwrite[] {
  const list = readList(value, 'permission_overwrites', 2 * most.overwrites);
  if (list.length > most.overwrites)
    throw new ApiError(400, 30060, `Maximum number of channel permission overwrites reached (${most.overwrites})`);
  return list.map((one, index) => {
    const path = `permission_overwrites.${index}`;
    const fields = readFields(one, path);
    refuseUnknown(fields, knownInOverwrite, path);
    return readOverwrite(readSnowflake(fields.id, `${path}.id`), fields, `${path}.`);
  });
}

/** https://docs.discord.com/developers/resources/channel#overwrite-object; without a type it is taken for a role's. */
export function readOverwrite(id: string, fields: Fields, prefix = ''): Overwrite {
  const type = isGiven(fields.type) ? readChoice(Number(fields.type), `${prefix}type`, [0, 1]) : 0;
  return {
    id,
    type: type === 0 ? 'role' : 'member',
    allow: isGiven(fields.allow) ? readBits(fields.allow, `${prefix}allow`) : 0n,
    deny: isGiven(fields.deny) ? readBits(fields.deny, `${prefix}deny`) : 0n,
  };
}

function readForum(world: World, body: Fields, forum: Forum | null): Partial<Forum> {
  const { available_tags: tags, flags } = body;
  return {
    ...(isGiven(tags) ? { tags: readTags(world, tags, forum?.tags ?? []) } : {}),
    ...(isGiven(flags) ? { requireTag: (readInteger(flags, 'flags', 0, 2 ** 31) & requireTag) !== 0 } : {}),
  };
}

const knownInTag = new Set(['id', 'name', 'moderated', 'emoji_id', 'emoji_name']);

/** The whole list; tags that the forum has keep their ids. resources/channel#forum-tag-object */
function readTags(world: World, value: unknown, present: Forum['tags']): Forum['tags'] {
  const names = new Set<string>();
  return readList(value, 'available_tags', forumMost.tags).map((one, index) => {
    const path = `available_tags.${index}`;
    const fields = readFields(one, path);
    refuseUnknown(fields, knownInTag, path);
    const name = readText(fields.name ?? '', `${path}.name`, forumMost.tagName, 1);
    if (names.has(name.toLowerCase())) throw new ApiError(400, 40061, 'Tag names must be unique');
    names.add(name.toLowerCase());
    const { emoji_id: emojiId, emoji_name: emojiName, moderated, id } = fields;
    if (isGiven(emojiId) && isGiven(emojiName))
      throw formError(path, 'FORUM_TAG_EMOJI_CONFLICT', 'Only one of emoji_id and emoji_name can be set.');
    const kept = present.find((tag) => tag.id === id);
    return {
      id: kept?.id ?? world.newId(),
      name,
      moderated: isGiven(moderated) ? readBoolean(moderated, `${path}.moderated`) : false,
      emojiId: isGiven(emojiId) ? readSnowflake(emojiId, `${path}.emoji_id`) : null,
      emojiName: isGiven(emojiName) ? readText(emojiName, `${path}.emoji_name`, 32) : null,
    };
  });
}
