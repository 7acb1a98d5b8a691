import type { Channel } from '../../discord.ts';
import type { ChannelId } from '../../ids.ts';
import type { ChannelKind } from '../../store.ts';
import { transcriptPlace } from '../complete.ts';
import type { Settings } from '../schema.ts';
import type { Finding } from './finding.ts';
import { has, type PermissionName, permissionLabels, permissionsIn, permissionsInServer } from './permissions.ts';
import type { ServerView } from './server.ts';
import { parentsOfTopics } from './topics.ts';

interface Needs {
  /** Without these it does not work. */
  readonly must: readonly PermissionName[];
  /** Without these it works less well: other names on copies, no reactions. */
  readonly should: readonly PermissionName[];
}

const inTickets = ['embedLinks', 'attachFiles', 'readMessageHistory'] as const;
const niceInTickets = ['manageWebhooks', 'addReactions'] as const;

/** What the bot must be allowed in the parent channel: https://docs.discord.com/developers/topics/threads#permissions */
const inParent: Readonly<Record<ChannelKind, Needs>> = {
  'private-thread': {
    must: ['viewChannel', 'createPrivateThreads', 'sendMessagesInThreads', 'manageThreads', ...inTickets],
    should: niceInTickets,
  },
  'forum-post': {
    must: ['viewChannel', 'sendMessages', 'sendMessagesInThreads', 'manageThreads', ...inTickets],
    should: niceInTickets,
  },
  'private-channel': { must: ['viewChannel', 'manageChannels'], should: [] },
};

/** A channel may only be given permissions that the bot has in the whole server: https://docs.discord.com/developers/resources/guild#create-guild-channel */
const givenToTicketChannels: Needs = {
  must: ['viewChannel', 'sendMessages', 'manageMessages', 'addReactions', 'manageWebhooks', ...inTickets],
  should: [],
};

/** A private thread with a member instead of one with a ticket in it; nothing is posted there under other names. */
export const inFallback: Needs = { must: inParent['private-thread'].must, should: ['addReactions'] };

const inLogs: Needs = { must: ['viewChannel', 'sendMessages', 'embedLinks', 'attachFiles'], should: [] };
const intoCategory: Needs = { must: ['viewChannel', 'manageChannels'], should: [] };

/** The permissions that the bot lacks where the settings send it. Channels that are not there or hidden are told of elsewhere. */
export function lackingPermissions(server: ServerView, settings: Settings): readonly Finding[] {
  const { channelKind, parentChannel, logsChannel, closedCategory, overflowCategories, fallbackChannel } = settings;
  const places: readonly (readonly [ChannelId | null, Needs, string?])[] = [
    [parentChannel, inParent[channelKind]],
    [logsChannel, inLogs],
    [transcriptPlace(settings) === logsChannel ? null : transcriptPlace(settings), inLogs],
    [closedCategory, intoCategory],
    [fallbackChannel, inFallback],
    ...overflowCategories.map((id) => [id, intoCategory] as const),
    ...parentsOfTopics(settings).map(({ parent, names }) => [parent, inParent[channelKind], names] as const),
  ];
  const byId = new Map(server.channels.map((channel) => [channel.id, channel]));
  const inPlaces = places.flatMap(([id, needs, topics]) => {
    const channel = id === null ? undefined : byId.get(id);
    return channel === undefined ? [] : lackingIn(server, channel, needs, topics);
  });
  if (channelKind === 'private-channel') return [...inPlaces, ...lackingEverywhere(server)];
  return channelKind === 'forum-post' && settings.forumTags
    ? [...inPlaces, ...lackingForTags(server, settings)]
    : inPlaces;
}

/** Making the tags of a forum is changing it: https://docs.discord.com/developers/resources/channel#modify-channel */
function lackingForTags(server: ServerView, settings: Settings): readonly Finding[] {
  const forums = new Set([settings.parentChannel, ...parentsOfTopics(settings).map(({ parent }) => parent)]);
  return server.channels
    .filter((channel) => forums.has(channel.id) && channel.type === 'forum')
    .filter((channel) => {
      const held = permissionsIn(server.guild, channel, server.bot);
      return held !== 0n && !has(held, 'manageChannels');
    })
    .map((channel) => ({
      key: `tags:${channel.id}`,
      text: 'problem.tags-permission',
      with: { where: nameOf(channel), channel: channel.id },
      severity: 'warning',
      setting: null,
    }));
}

function lackingIn(
  server: ServerView,
  channel: Channel,
  { must, should }: Needs,
  topics: string | undefined,
): readonly Finding[] {
  const held = permissionsIn(server.guild, channel, server.bot);
  const where = topics === undefined ? nameOf(channel) : `${nameOf(channel)} (topic ${topics})`;
  const place = { where, channel: channel.id };
  return [
    ...lacking(held, must, 'error', `permission:${channel.id}`, 'problem.no-permission', place),
    ...lacking(held, should, 'warning', `permission-wanted:${channel.id}`, 'problem.permission-wanted', place),
  ];
}

function lackingEverywhere(server: ServerView): readonly Finding[] {
  const held = permissionsInServer(server.guild, server.bot);
  const { must } = givenToTicketChannels;
  return lacking(held, must, 'error', 'permission:server', 'problem.no-permission-in-server', {});
}

function lacking(
  held: bigint,
  wanted: readonly PermissionName[],
  severity: Finding['severity'],
  key: string,
  text: string,
  place: Finding['with'],
): readonly Finding[] {
  const missing = wanted.filter((name) => !has(held, name)).map((name) => permissionLabels[name]);
  if (missing.length === 0) return [];
  return [{ key, text, with: { ...place, permissions: missing.join(', ') }, severity, setting: null }];
}

/** As people see it in the list of channels. */
export function nameOf({ name, type }: Pick<Channel, 'name' | 'type'>): string {
  return type === 'category' ? name : `#${name}`;
}
