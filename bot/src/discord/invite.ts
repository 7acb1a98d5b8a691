import { PermissionFlagsBits as May } from 'discord-api-types/v10';
import type { BotId } from '../ids.ts';

/** Where tickets are to be shown: https://docs.discord.com/developers/topics/permissions */
export type InviteFor = 'private-thread' | 'private-channel' | 'forum-post';

const everywhere =
  May.ViewChannel |
  May.SendMessages |
  May.SendMessagesInThreads |
  May.CreatePublicThreads |
  May.CreatePrivateThreads |
  May.ManageThreads |
  May.ManageWebhooks |
  May.ManageMessages |
  May.PinMessages |
  May.EmbedLinks |
  May.AttachFiles |
  May.ReadMessageHistory |
  May.AddReactions |
  May.UseExternalEmojis;

/** Making channels that others cannot see takes setting overwrites, which is Manage Roles. */
const forChannels = everywhere | May.ManageChannels | May.ManageRoles;

/** Making the tags of a forum is changing the forum. */
const forForums = everywhere | May.ManageChannels;

const asked: Readonly<Record<InviteFor, bigint>> = {
  'private-thread': everywhere,
  'forum-post': forForums,
  'private-channel': forChannels,
};

/** What the bot asks for when it is invited; never Administrator. */
export function permissionsFor(kind: InviteFor): bigint {
  return asked[kind];
}

/** Where an admin adds the bot to a server: https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteUrl(discord: string, bot: BotId, kind: InviteFor): string {
  const query = new URLSearchParams({
    client_id: bot,
    scope: 'bot applications.commands',
    permissions: String(permissionsFor(kind)),
  });
  return `${discord}/oauth2/authorize?${query}`;
}
