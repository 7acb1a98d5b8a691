import { findMade } from './find-made.ts';
import { closeThread } from './close-thread.ts';
import { withName } from './with-name.ts';
import type { TicketChannel } from './ticket-channel.ts';

/** A private thread in a text channel: staff are in it because its one ping added them. */
export const privateThread: TicketChannel = {
  async open({ discord }, request) {
    const { ticket, nonce, card } = request;
    const found = ticket.channel ?? (await findMade(request, () => discord.activeThreads(ticket.guild)));
    const channel = found ?? (await withName(request, (name) => discord.createPrivateThread(ticket.parent, name)));
    await request.made(channel);
    return { channel, card: await discord.send(channel, await card, nonce) };
  },
  close: closeThread,
  webhooksIn: (ticket) => ticket.parent,
  threadOf: (ticket) => ticket.channel,
};
