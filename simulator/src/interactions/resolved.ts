import { findChannel, findUser } from '../lookup.ts';
import { instantText } from '../objects/instant.ts';
import { memberWithoutUser } from '../objects/member.ts';
import { attachmentObject, messageObject } from '../objects/message.ts';
import { roleObject } from '../objects/role.ts';
import { userObject } from '../objects/user.ts';
import type { Wire } from '../objects/wire.ts';
import { permissionsAt } from '../permissions.ts';
import type { Attachment, Channel, Message } from '../state.ts';
import type { World } from '../world.ts';

/** What an interaction names, by id; `at` is where it happens, `userId` whose client it is, `botId` who will read it. */
export interface Named {
  readonly at: Channel;
  readonly userId: string;
  readonly botId: string;
  readonly users: Set<string>;
  readonly roles: Set<string>;
  readonly channels: Set<string>;
  readonly messages: Message[];
  readonly attachments: Attachment[];
}

export function nothingNamed(at: Channel, userId: string, botId: string): Named {
  return { at, userId, botId, users: new Set(), roles: new Set(), channels: new Set(), messages: [], attachments: [] };
}

/** `resolved`, or nothing: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure */
export function resolved(world: World, named: Named): { resolved?: Wire } {
  const { at, userId, botId } = named;
  const guild = at.guildId === null ? undefined : world.state.guilds.get(at.guildId);
  const kinds: Record<string, [string, Wire | undefined][]> = {
    users: [...named.users].map((id) => [id, userObject(findUser(world, id))]),
    members: [...named.users].map((id) => {
      const member = guild?.members.get(id);
      const permissions = member ? permissionsAt(world, at.id, id).toString() : '';
      return [id, member && { ...memberWithoutUser(member), permissions }];
    }),
    roles: [...named.roles].map((id) => {
      const role = guild?.roles.get(id);
      return [id, role && roleObject(role)];
    }),
    channels: [...named.channels].map((id) => [id, partialChannel(world, findChannel(world, id), userId, botId)]),
    messages: named.messages.map((message) => [message.id, messageObject(world, message, botId)]),
    attachments: named.attachments.map((one) => [one.id, attachmentObject(world, at.id, one)]),
  };
  const filled = Object.entries(kinds).flatMap(([kind, entries]) => {
    const present = entries.filter(([, object]) => object !== undefined);
    return present.length > 0 ? [[kind, Object.fromEntries(present)] as const] : [];
  });
  return filled.length > 0 ? { resolved: Object.fromEntries(filled) } : {};
}

/** Never obfuscated, unlike channels elsewhere. */
function partialChannel(world: World, channel: Channel, userId: string, botId: string): Wire {
  const { thread } = channel;
  return {
    id: channel.id,
    name: channel.name,
    type: channel.type,
    permissions: permissionsAt(world, channel.id, userId).toString(),
    app_permissions: permissionsAt(world, channel.id, botId).toString(),
    last_message_id: channel.lastMessageId,
    parent_id: channel.parentId,
    guild_id: channel.guildId,
    nsfw: channel.nsfw,
    flags: 0,
    ...(thread
      ? {
          thread_metadata: {
            archived: thread.archived,
            archive_timestamp: instantText(thread.archiveTimestamp),
            auto_archive_duration: thread.autoArchiveMinutes,
            locked: thread.locked,
          },
        }
      : { topic: channel.topic, position: channel.position, rate_limit_per_user: channel.slowmode }),
  };
}
