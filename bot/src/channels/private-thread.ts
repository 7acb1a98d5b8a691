import { findMade } from './find-made.ts';
import { closeThread } from './close-thread.ts';
import { recordAndPost } from './record-and-post.ts';
import { withName } from './with-name.ts';
import { reopenThread } from './reopen-thread.ts';
import type { TicketChannel } from './ticket-channel.ts';

/** A private thread in a text channel: staff are in it because its one ping added them. */
export const privateThread: TicketChannel = {
  async open(parts, request) {
    const { discord } = parts;
    const { ticket } = request;
    const found = ticket.channel ?? (await findMade(request, () => discord.activeThreads(ticket.guild)));
    const channel = found ?? (await withName(request, (name) => discord.createPrivateThread(ticket.parent, name)));
    return recordAndPost(parts, request, channel);
  },
  close: closeThread,
  reopen: reopenThread,
  webhooksIn: (ticket) => ticket.parent,
  threadOf: (ticket) => ticket.channel,
};
