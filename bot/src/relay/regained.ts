import { LRUCache } from 'lru-cache';
import type { BotId, ChannelId, GuildId } from '../ids.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { Store } from '../store.ts';

/** What an event says that the bot hears of again: a way to find the ticket channels among it; null for all other events. */
export type Regained = (event: DiscordEvent) => (() => Promise<readonly ChannelId[]>) | null;

/** So many channels are remembered as hidden. */
const mostHidden = 10_000;

export function createRegained({
  store,
  bot,
}: {
  readonly store: Store;
  readonly bot: { readonly id: BotId };
}): Regained {
  const { tickets } = store.tables;
  const hidden = new LRUCache<ChannelId, true>({ max: mostHidden });

  async function inServer(guild: GuildId, hiddenThere: readonly ChannelId[]): Promise<readonly ChannelId[]> {
    const open = await tickets.openIn(bot.id, guild);
    const channels = open.flatMap(({ channel, memberThread }) => [channel ?? [], memberThread ?? []].flat());
    for (const channel of channels) if (hiddenThere.includes(channel)) hidden.set(channel, true);
    return channels;
  }

  async function withTicket(channels: readonly ChannelId[]): Promise<readonly ChannelId[]> {
    const found: ChannelId[] = [];
    for (const channel of channels) {
      const ticket = (await tickets.byChannel(bot.id, channel)) ?? (await tickets.byMemberThread(bot.id, channel));
      if (ticket !== null) found.push(channel);
    }
    return found;
  }

  return (event) => {
    switch (event.is) {
      case 'guild-available':
        return event.anew ? () => inServer(event.guild, event.hidden) : null;
      case 'threads-shown':
        return () => withTicket(event.threads);
      case 'channels-changed': {
        const { channel, isHidden } = event;
        if (isHidden) hidden.set(channel, true);
        return !isHidden && hidden.delete(channel) ? () => withTicket([channel]) : null;
      }
      default:
        return null;
    }
  };
}
