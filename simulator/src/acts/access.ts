import { channelsOf } from '../objects/guild.ts';
import { channelObject, shows } from '../objects/channel.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';

/**
 * Makes a change of roles, and tells the server's bots the full CHANNEL_UPDATE of every channel that they could not see before.
 * https://docs.discord.com/developers/resources/channel, "Obfuscated Channels"
 */
export function changingAccess(world: World, guild: Guild, change: () => void): void {
  const bots = [...guild.members.keys()].filter((id) => world.state.users.get(id)?.bot);
  const channels = channelsOf(world, guild).filter(({ thread }) => !thread);
  const hidden = bots.map((bot) => channels.filter((channel) => !shows(world, channel, bot)));
  change();
  bots.forEach((bot, index) => {
    for (const channel of hidden[index] ?? []) {
      if (!shows(world, channel, bot)) continue;
      world.events.tell({
        name: 'CHANNEL_UPDATE',
        guildId: guild.id,
        channelId: channel.id,
        onlyFor: [bot],
        data: (receiver) => channelObject(world, channel, receiver),
      });
    }
  });
}
