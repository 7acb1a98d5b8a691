import type { Overwrite } from '../discord.ts';
import type { OpenRequest, TicketChannel } from './ticket-channel.ts';
import { findMade } from './find-made.ts';
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
  async open({ discord }, request) {
    const { ticket, nonce, card } = request;
    const found = ticket.channel ?? (await findMade(request, () => discord.channels(ticket.guild)));
    const channel =
      found ??
      (await withName(request, (name) =>
        discord.createChannel({
          guild: ticket.guild,
          name,
          category: ticket.parent,
          overwrites: overwrites(request, discord.me.user),
        }),
      ));
    await request.made(channel);
    return { channel, card: await discord.send(channel, card, nonce) };
  },
  async close({ discord }, channel, settings) {
    if (settings.onClose === 'delete') return discord.deleteChannel(channel);
    if (settings.onClose === 'move' && settings.closedCategory !== null)
      await discord.moveChannel(channel, settings.closedCategory);
  },
  webhooksIn: (ticket) => ticket.channel,
  threadOf: () => null,
};

/** The role @everyone has the server's own id. */
function overwrites({ ticket, settings }: OpenRequest, bot: string): readonly Overwrite[] {
  const roles = new Set([...settings.staffRoles, ...settings.adminRoles]);
  return [
    { id: ticket.guild, of: 'role', allow: 0n, deny: viewChannel },
    { id: bot, of: 'member', allow: botMay, deny: 0n },
    ...[...roles].map((role): Overwrite => ({ id: role, of: 'role', allow: staffMay, deny: 0n })),
  ];
}
