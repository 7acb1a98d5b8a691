import { LRUCache } from 'lru-cache';
import type { BotId, ChannelId, GuildId } from '../ids.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { Store } from '../store.ts';

/** What an event says that the bot hears of again: a way to find the ticket channels among it; null for all other events. */
export type Regained = (event: DiscordEvent) => (() => Promise<readonly ChannelId[]>) | null;

/** Of so many channels it is remembered whether they are hidden. */
const mostKnown = 10_000;

export function createRegained({
  store,
  bot,
}: {
  readonly store: Store;
  readonly bot: { readonly id: BotId };
}): Regained {
  const { tickets } = store.tables;
  /** Whether the bot may view a channel, as it heard last. What it has not heard of itself, an earlier process may have known as hidden. */
  const views = new LRUCache<ChannelId, 'shown' | 'hidden'>({ max: mostKnown });

  async function inServer(guild: GuildId, hiddenThere: readonly ChannelId[]): Promise<readonly ChannelId[]> {
    const open = await tickets.openIn(bot.id, guild);
    const channels = open.flatMap(({ channel, memberThread }) => [channel ?? [], memberThread ?? []].flat());
    for (const channel of channels) views.set(channel, hiddenThere.includes(channel) ? 'hidden' : 'shown');
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
        const before = views.get(channel);
        views.set(channel, isHidden ? 'hidden' : 'shown');
        return isHidden || before === 'shown' ? null : () => withTicket([channel]);
      }
      default:
        return null;
    }
  };
}
