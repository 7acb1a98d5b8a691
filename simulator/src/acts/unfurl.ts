import { findChannel } from '../lookup.ts';
import type { Message } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';
import { tellMessage } from './write-message.ts';

/** Discord looks at the links in a message: MESSAGE_UPDATE with embeds and an unchanged `edited_timestamp`. */
export function unfurl(world: World, message: Message, embeds: readonly Wire[]): void {
  message.embeds = [...message.embeds, ...embeds];
  tellMessage(world, findChannel(world, message.channelId), message, 'MESSAGE_UPDATE');
}
