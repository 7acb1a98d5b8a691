import type { MessageId } from '../ids.ts';
import { closeThread } from './close-thread.ts';
import { findMade } from './find-made.ts';
import { reopenThread } from './reopen-thread.ts';
import type { TicketChannel } from './ticket-channel.ts';
import { withName } from './with-name.ts';

/** A post in a forum; its first message, the card, has the post's own id. */
export const forumPost: TicketChannel = {
  async open({ discord }, request) {
    const { ticket, card } = request;
    const found = ticket.channel ?? (await findMade(request, () => discord.activeThreads(ticket.guild)));
    const channel =
      found ?? (await withName(request, async (name) => discord.createPost(ticket.parent, name, await card)));
    await request.made(channel);
    return { channel, card: channel as string as MessageId };
  },
  close: closeThread,
  reopen: reopenThread,
  webhooksIn: (ticket) => ticket.parent,
  threadOf: (ticket) => ticket.channel,
};
