import { findApplication, findChannel, findUser } from '../lookup.ts';
import { permissionsAt } from '../permissions.ts';
import type { Guild, Interaction } from '../state.ts';
import type { World } from '../world.ts';
import { wholeChannelObject } from './channel.ts';
import { memberObject } from './member.ts';
import { messageObject } from './message.ts';
import { userObject } from './user.ts';
import type { Wire } from './wire.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionObject(world: World, interaction: Interaction): Wire {
  const application = findApplication(world, interaction.applicationId);
  const user = findUser(world, interaction.userId);
  const guild = interaction.guildId === null ? undefined : world.state.guilds.get(interaction.guildId);
  const message =
    interaction.messageId === null
      ? undefined
      : world.state.messages.get(interaction.channelId)?.get(interaction.messageId);
  const channel = wholeChannelObject(world, findChannel(world, interaction.channelId), application.userId);
  return {
    id: interaction.id,
    application_id: interaction.applicationId,
    type: interaction.type,
    version: 1,
    token: interaction.token,
    data: interaction.data,
    channel_id: interaction.channelId,
    channel: guild ? { ...channel, permissions: held(world, interaction, interaction.userId) } : channel,
    ...(guild ? guildPart(world, guild, interaction) : { user: userObject(user) }),
    ...(message ? { message: messageObject(world, message, application.userId) } : {}),
    app_permissions: held(world, interaction, application.userId),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: { '0': interaction.guildId ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: attachmentLimit(guild),
  };
}

function guildPart(world: World, guild: Guild, interaction: Interaction): Wire {
  const member = guild.members.get(interaction.userId);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    ...(member
      ? { member: { ...memberObject(world, member), permissions: held(world, interaction, interaction.userId) } }
      : {}),
  };
}

function held(world: World, interaction: Interaction, userId: string): string {
  return permissionsAt(world, interaction.channelId, userId).toString();
}

/** In bytes: https://docs.discord.com/developers/reference#file-uploads */
function attachmentLimit(guild: Guild | undefined): number {
  const mebibytes = { 0: 10, 1: 10, 2: 50, 3: 100 }[guild?.premiumTier ?? 0];
  return mebibytes * 1024 * 1024;
}
