import { ApiError } from '../errors.ts';
import { findChannel } from '../lookup.ts';
import { instantText } from '../objects/instant.ts';
import { need } from '../permissions.ts';
import type { Channel, Message } from '../state.ts';
import type { World } from '../world.ts';
import { tellIn } from './tell.ts';
import { needUnarchived } from './writable.ts';
import { tellMessage, writeMessage } from './write-message.ts';
import { message as most } from '../rules/numbers.ts';

/** "X pinned a message": https://docs.discord.com/developers/resources/message#message-object-message-types */
const pinLine = 6;

/** Pins, with the system message, MESSAGE_UPDATE and CHANNEL_PINS_UPDATE. @throws 50001, 50013, 50083, 30003 */
export function pin(world: World, actor: string, message: Message): void {
  const channel = placeFor(world, actor, message);
  if (message.pinned) return;
  if (pinsOf(world, channel).length >= most.pins) {
    throw new ApiError(400, 30003, `Maximum number of pins reached for the channel (${most.pins})`);
  }
  message.pinned = true;
  tellMessage(world, channel, message, 'MESSAGE_UPDATE');
  tellPins(world, channel);
  writeMessage(world, channel, {
    authorId: actor,
    type: pinLine,
    reference: { type: 0, messageId: message.id, channelId: channel.id, guildId: channel.guildId },
  });
}

/** @throws 50001, 50013, 50083 */
export function unpin(world: World, actor: string, message: Message): void {
  const channel = placeFor(world, actor, message);
  if (!message.pinned) return;
  message.pinned = false;
  tellMessage(world, channel, message, 'MESSAGE_UPDATE');
  tellPins(world, channel);
}

/** Oldest message first. */
export function pinsOf(world: World, channel: Channel): Message[] {
  return [...(world.state.messages.get(channel.id)?.values() ?? [])].filter(({ pinned }) => pinned);
}

function placeFor(world: World, actor: string, message: Message): Channel {
  const channel = findChannel(world, message.channelId);
  need(world, actor, channel, 'pinMessages');
  needUnarchived(channel);
  return channel;
}

/** https://docs.discord.com/developers/events/gateway-events#channel-pins-update */
function tellPins(world: World, channel: Channel): void {
  const last = pinsOf(world, channel).length > 0 ? instantText(world.clock.now()) : null;
  tellIn(world, channel, 'CHANNEL_PINS_UPDATE', () => ({
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    channel_id: channel.id,
    last_pin_timestamp: last,
  }));
}
