import type { Channel } from '../state.ts';
import type { Wire } from '../objects/wire.ts';
import type { World } from '../world.ts';

/** Tells everyone who can see the channel. */
export function tellIn(world: World, channel: Channel, name: string, data: (receiver: string) => Wire): void {
  world.events.tell({ name, guildId: channel.guildId, channelId: channel.id, data });
}

/** Tells everyone in the server. */
export function tellGuild(world: World, guildId: string, name: string, data: (receiver: string) => Wire): void {
  world.events.tell({ name, guildId, channelId: null, data });
}
