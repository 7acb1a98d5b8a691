import { createChannel } from '../acts/create-channel.ts';
import { deleteChannel } from '../acts/delete-channel.ts';
import { deleteOverwrite, editChannel, putOverwrite } from '../acts/edit-channel.ts';
import { editThread } from '../acts/edit-thread.ts';
import { ApiError } from '../errors.ts';
import { findChannel, isThread } from '../lookup.ts';
import { channelObject, isHidden, shows } from '../objects/channel.ts';
import { channelsOf } from '../objects/guild.ts';
import type { Wire } from '../objects/wire.ts';
import { canSee, missingAccess } from '../permissions.ts';
import { channelEditFields, channelFields, readChannelEdit, readNewChannel, readOverwrite } from '../rules/channels.ts';
import { isGiven, readFields, readInteger, readSnowflake } from '../rules/read.ts';
import { readThreadEdit, threadEditFields } from '../rules/threads.ts';
import type { Channel } from '../state.ts';
import { botOf } from './caller.ts';
import { guildOf } from './guilds.ts';
import type { Answer, Call, Route } from './route.ts';

const one = '/channels/{channel_id}';
const inGuild = '/guilds/{guild_id}/channels';
const overwrite = '/channels/{channel_id}/permissions/{overwrite_id}';
const editFields = [...new Set([...channelEditFields, ...threadEditFields])];
const moveFields = ['id', 'position', 'lock_permissions', 'parent_id'];

/** https://docs.discord.com/developers/resources/channel#endpoints and resources/guild#get-guild-channels */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', path: one, auth: 'bot', limit: 'channel-get', run: get },
  { method: 'PATCH', path: one, auth: 'bot', limit: 'channel-edit', fields: editFields, run: edit },
  { method: 'DELETE', path: one, auth: 'bot', limit: 'channel-delete', run: remove },
  { method: 'PUT', path: overwrite, auth: 'bot', limit: 'overwrite', fields: ['type', 'allow', 'deny'], run: allow },
  { method: 'DELETE', path: overwrite, auth: 'bot', limit: 'overwrite', run: forget },
  { method: 'GET', path: inGuild, auth: 'bot', limit: 'channel-list', run: list },
  { method: 'POST', path: inGuild, auth: 'bot', limit: 'channel-create', fields: channelFields, run: create },
  { method: 'PATCH', path: inGuild, auth: 'bot', limit: 'channel-list', fields: moveFields, list: true, run: move },
];

/** A channel that the bot sees. @throws 10003, 50001 */
export function visibleChannel(call: Call): Channel {
  const channel = findChannel(call.world, call.params.channel_id!);
  const { userId } = botOf(call);
  const visible = isThread(channel)
    ? canSee(call.world.state, channel, userId, call.world.clock.now())
    : channel.guildId === null
      ? channel.recipients.includes(userId)
      : shows(call.world, channel, userId);
  if (!visible) throw missingAccess();
  return channel;
}

function shown(call: Call, channel: Channel): Wire {
  return channelObject(call.world, channel, botOf(call).userId);
}

function get(call: Call): Answer {
  return { status: 200, body: shown(call, visibleChannel(call)) };
}

function edit(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  const channel = visibleChannel(call);
  const body = readFields(call.body, '');
  if (channel.guildId === null) throw new ApiError(403, 50003, 'Cannot execute action on a DM channel');
  if (isThread(channel))
    return { status: 200, body: shown(call, editThread(world, userId, channel, readThreadEdit(body))) };
  const changes = readChannelEdit(world, body, channel.type, channel.forum);
  return { status: 200, body: shown(call, editChannel(world, userId, channel, changes)) };
}

/** Answers with the channel as it was. */
function remove(call: Call): Answer {
  const channel = visibleChannel(call);
  const body = shown(call, channel);
  deleteChannel(call.world, botOf(call).userId, channel);
  return { status: 200, body };
}

function allow(call: Call): Answer {
  const id = readSnowflake(call.params.overwrite_id, 'overwrite_id');
  const read = readOverwrite(id, readFields(call.body, ''));
  putOverwrite(call.world, botOf(call).userId, visibleChannel(call), read);
  return { status: 204 };
}

function forget(call: Call): Answer {
  deleteOverwrite(call.world, botOf(call).userId, visibleChannel(call), call.params.overwrite_id!);
  return { status: 204 };
}

/** Threads are left out, and channels that are hidden from the bot. */
function list(call: Call): Answer {
  const { userId } = botOf(call);
  const channels = channelsOf(call.world, guildOf(call)).filter(
    (channel) => !isThread(channel) && !isHidden(call.world, channel, userId),
  );
  return { status: 200, body: channels.map((channel) => shown(call, channel)) };
}

function create(call: Call): Answer {
  const guild = guildOf(call);
  const draft = readNewChannel(call.world, readFields(call.body, ''));
  return { status: 201, body: shown(call, createChannel(call.world, botOf(call).userId, guild.id, draft)) };
}

/** https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions */
function move(call: Call): Answer {
  const { world } = call;
  const { userId } = botOf(call);
  guildOf(call);
  const moves = (call.body as readonly unknown[]).map((one, index) => readMove(call, one, String(index)));
  if (moves.filter(({ changes }) => 'parentId' in changes).length > 1)
    throw new ApiError(400, 40009, 'Only one parent may be changed at a time');
  for (const { channel, changes } of moves) editChannel(world, userId, channel, changes);
  return { status: 204 };
}

function readMove(call: Call, value: unknown, path: string) {
  const fields = readFields(value, path);
  const channel = findChannel(call.world, readSnowflake(fields.id, `${path}.id`));
  if (channel.guildId !== call.params.guild_id) throw new ApiError(404, 10003, 'Unknown Channel');
  const { position, parent_id: parent, lock_permissions: lock } = fields;
  const parentId = isGiven(parent) ? readSnowflake(parent, `${path}.parent_id`) : null;
  const above = lock === true && parentId !== null ? findChannel(call.world, parentId) : null;
  return {
    channel,
    changes: {
      ...(isGiven(position) ? { position: readInteger(position, `${path}.position`, 0, 2 ** 31 - 1) } : {}),
      ...('parent_id' in fields ? { parentId } : {}),
      ...(above ? { overwrites: [...above.overwrites.values()] } : {}),
    },
  };
}
