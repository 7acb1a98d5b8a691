import type { NewThread } from '../acts/create-thread.ts';
import type { ThreadChanges } from '../acts/edit-thread.ts';
import { formError } from '../errors.ts';
import { channelTypes } from '../state.ts';
import { readAutoArchive } from './channels.ts';
import { channel as most, forum } from './numbers.ts';
import {
  type Fields,
  isGiven,
  readBoolean,
  readChoice,
  readInteger,
  readList,
  readSnowflake,
  readText,
} from './read.ts';

/** resources/channel#start-thread-from-message */
export const threadFromMessageFields = ['name', 'auto_archive_duration', 'rate_limit_per_user'] as const;
/** resources/channel#start-thread-without-message */
export const threadFields = [...threadFromMessageFields, 'type', 'invitable'] as const;
/** resources/channel#start-thread-in-forum-or-media-channel */
export const postFields = [...threadFromMessageFields, 'message', 'applied_tags'] as const;
/** resources/channel#modify-channel, for threads */
export const threadEditFields = [
  'name',
  'archived',
  'auto_archive_duration',
  'locked',
  'invitable',
  'rate_limit_per_user',
  'flags',
  'applied_tags',
] as const;

const { announcementThread, publicThread, privateThread } = channelTypes;

/** Channel flag of a post at the top of its forum: resources/channel#channel-object-channel-flags */
const pinned = 1 << 1;

/** Without a type it is a private thread. */
export function readNewThread(body: Fields): NewThread {
  const { type, invitable } = body;
  return {
    ...readStart(body),
    type: isGiven(type) ? readChoice(type, 'type', [announcementThread, publicThread, privateThread]) : privateThread,
    ...(isGiven(invitable) ? { invitable: readBoolean(invitable, 'invitable') } : {}),
  };
}

/** What every kind of new thread has. */
export function readStart(body: Fields): Pick<NewThread, 'name' | 'autoArchiveMinutes' | 'slowmode'> {
  const { auto_archive_duration: minutes, rate_limit_per_user: slowmode } = body;
  return {
    name: readThreadName(body.name, 'name'),
    ...(isGiven(minutes) ? { autoArchiveMinutes: readAutoArchive(minutes, 'auto_archive_duration') } : {}),
    ...(isGiven(slowmode) ? { slowmode: readInteger(slowmode, 'rate_limit_per_user', 0, most.slowmode) } : {}),
  };
}

export function readThreadName(value: unknown, path: string): string {
  const name = readText(value ?? '', path, most.name, 1).trim();
  return readText(name, path, most.name, 1);
}

export function readAppliedTags(value: unknown): string[] {
  return readList(value, 'applied_tags', forum.appliedTags).map((id, index) =>
    readSnowflake(id, `applied_tags.${index}`),
  );
}

/** @throws 50035 with the field */
export function readThreadEdit(body: Fields): ThreadChanges {
  const { archived, locked, invitable, auto_archive_duration: minutes, rate_limit_per_user: slowmode, flags } = body;
  for (const field of ['type', 'topic', 'parent_id', 'permission_overwrites', 'position', 'nsfw'])
    if (field in body) throw formError(field, 'UNKNOWN_FIELD', 'Threads do not have this field.');
  return {
    ...('name' in body ? { name: readThreadName(body.name, 'name') } : {}),
    ...(isGiven(archived) ? { archived: readBoolean(archived, 'archived') } : {}),
    ...(isGiven(locked) ? { locked: readBoolean(locked, 'locked') } : {}),
    ...(isGiven(invitable) ? { invitable: readBoolean(invitable, 'invitable') } : {}),
    ...(isGiven(minutes) ? { autoArchiveMinutes: readAutoArchive(minutes, 'auto_archive_duration') } : {}),
    ...(isGiven(slowmode) ? { slowmode: readInteger(slowmode, 'rate_limit_per_user', 0, most.slowmode) } : {}),
    ...(isGiven(flags) ? { pinned: (readInteger(flags, 'flags', 0, 2 ** 31) & pinned) !== 0 } : {}),
    ...(isGiven(body.applied_tags) ? { appliedTags: readAppliedTags(body.applied_tags) } : {}),
  };
}
