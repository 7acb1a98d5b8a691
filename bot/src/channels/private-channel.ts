import type { Discord, Overwrite } from '../discord.ts';
import type { ChannelId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import type { OpenRequest, TicketChannel } from './ticket-channel.ts';
import { findMade } from './find-made.ts';
import { recordAndPost } from './record-and-post.ts';
import { withName } from './with-name.ts';

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const viewChannel = 1n << 10n;
const staffMay =
  viewChannel |
  (1n << 6n) | // add reactions
  (1n << 11n) | // send messages
  (1n << 14n) | // embed links
  (1n << 15n) | // attach files
  (1n << 16n); // read message history
const botMay = staffMay | (1n << 13n) | (1n << 29n); // manage messages and webhooks

/** A text channel of its own in a category, which only staff and admin roles see. */
export const privateChannel: TicketChannel = {
  async open(parts, request) {
    const { discord } = parts;
    const { ticket } = request;
    const categories = categoriesFor(request);
    const found = ticket.channel ?? (await findMade(request, () => discord.channels(ticket.guild), categories));
    const channel =
      found ??
      (await inFirstWithRoom(categories, (category) =>
        withName(request, (name) =>
          discord.createChannel({
            guild: ticket.guild,
            name,
            category,
            overwrites: overwrites(request, discord.me.user),
          }),
        ),
      ));
    return recordAndPost(parts, request, channel);
  },
  async close({ discord }, channel, settings) {
    if (settings.onClose === 'delete') return discord.deleteChannel(channel);
    if (settings.onClose === 'move' && settings.closedCategory !== null)
      await discord.moveChannel(channel, settings.closedCategory);
  },
  async reopen({ discord }, { channel, parent }, settings) {
    if (settings.closedCategory === null) return;
    const { parent: current } = await discord.channel(channel);
    if (current === settings.closedCategory && current !== parent) await moveBack(discord, channel, parent);
  },
  webhooksIn: (ticket) => ticket.channel,
  threadOf: () => null,
};

/** Where its category is full or gone, it can be worked in where it is. */
async function moveBack(discord: Discord, channel: ChannelId, parent: ChannelId): Promise<void> {
  try {
    await discord.moveChannel(channel, parent);
  } catch (error) {
    if (!(error instanceof Refused) || (error.reason !== 'parent-full' && error.reason !== 'unknown-channel'))
      throw error;
  }
}

/** Where it may be, in order; what was chosen since the ticket began counts for one that waits. */
function categoriesFor({ ticket, settings }: OpenRequest): readonly ChannelId[] {
  const now = settings.channelKind === 'private-channel' ? settings.parentChannel : null;
  return [...new Set([now ?? ticket.parent, ticket.parent, ...settings.overflowCategories])];
}

/**
 * Goes on where a category is full (50 channels: https://docs.discord.com/developers/resources/channel). Behind a full one, one that is
 * gone is passed over: the checks tell of it, and the ticket is to wait for room.
 */
async function inFirstWithRoom(
  categories: readonly ChannelId[],
  make: (category: ChannelId) => Promise<ChannelId>,
): Promise<ChannelId> {
  let full: Refused | null = null;
  for (const category of categories) {
    try {
      return await make(category);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.reason !== 'parent-full' && (full === null || error.reason !== 'unknown-channel')) throw error;
      full ??= error;
    }
  }
  throw full ?? new Error('a private channel needs a category');
}

/** The role @everyone has the server's own id. */
function overwrites({ ticket, settings }: OpenRequest, bot: string): readonly Overwrite[] {
  const roles = new Set([...settings.staffRoles, ...settings.adminRoles]);
  return [
    { id: ticket.guild, of: 'role', allow: 0n, deny: viewChannel },
    { id: bot, of: 'member', allow: botMay, deny: 0n },
    ...[...roles].map((role): Overwrite => ({ id: role, of: 'role', allow: staffMay, deny: 0n })),
  ];
}
