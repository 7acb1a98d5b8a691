import { ApiError } from '../errors.ts';
import { findApplication } from '../lookup.ts';
import { messageObject } from '../objects/message.ts';
import type { Wire } from '../objects/wire.ts';
import { withoutContent } from '../objects/without-content.ts';
import type { Channel, Message } from '../state.ts';
import { longestFile } from '../rules/numbers.ts';
import type { Upload } from '../rules/files.ts';
import type { Call, Caller } from './route.ts';

export type BotCaller = Extract<Caller, { as: 'bot' }>;

/** The bot that asks. @throws 401 without a token */
export function botOf({ caller }: Call): BotCaller {
  if (caller.as === 'bot') return caller;
  throw new ApiError(401, 0, '401: Unauthorized');
}

/** A message as the asking bot may see it: the switch in the portal decides, not the intents of its gateway. */
export function seen(call: Call, message: Message): Wire {
  const { userId, applicationId } = botOf(call);
  const whole = messageObject(call.world, message, userId);
  const mayRead = findApplication(call.world, applicationId).intents.content;
  return mayRead ? whole : withoutContent(call.world, whole, applicationId);
}

/** What a bot may upload in a channel; boosts do not help webhooks. https://docs.discord.com/developers/reference#uploading-files */
export function uploadIn(call: Call, channel: Channel | undefined): Upload {
  const guild = channel?.guildId ? call.world.state.guilds.get(channel.guildId) : undefined;
  return { longestFile: longestFile[guild?.premiumTier ?? 0], ephemeral: false };
}
