import type { Discord } from '../discord.ts';
import type { ChannelId, MessageId } from '../ids.ts';
import { Refused } from '../refusal.ts';
import { closeThread } from './close-thread.ts';
import { findMade } from './find-made.ts';
import { reopenThread } from './reopen-thread.ts';
import type { OpenRequest, TicketChannel } from './ticket-channel.ts';
import { withName } from './with-name.ts';

/** A post in a forum; its first message, the card, has the post's own id. */
export const forumPost: TicketChannel = {
  async open({ discord }, request) {
    const { ticket } = request;
    const found = ticket.channel ?? (await findMade(request, () => discord.activeThreads(ticket.guild)));
    const channel = found ?? (await withName(request, (name) => post(discord, request, name)));
    await request.made(channel);
    return { channel, card: channel as string as MessageId };
  },
  close: closeThread,
  reopen: reopenThread,
  webhooksIn: (ticket) => ticket.parent,
  threadOf: (ticket) => ticket.channel,
};

type How = 'known' | 'look' | 'any' | 'none';

/** With the tags that it should have; a ticket opens without them rather than not at all. */
async function post(discord: Discord, request: OpenRequest, name: string): Promise<ChannelId> {
  const { ticket, tags } = request;
  const first = await request.card;
  let how: How = 'known';
  for (;;) {
    const applied: readonly string[] = how === 'none' ? [] : await tags(how);
    try {
      return await discord.createPost(ticket.parent, name, first, applied);
    } catch (error) {
      const next: How | null = error instanceof Refused ? insteadOf(how, error, applied.length > 0) : null;
      if (next === null) throw error;
      how = next;
    }
  }
}

function insteadOf(how: How, { reason }: Refused, tagged: boolean): How | null {
  if (how === 'any') return null;
  if (reason === 'tag-required') return 'any';
  if (!tagged) return null;
  if (reason === 'unknown-tag') return how === 'known' ? 'look' : 'none';
  // Some tags are for those only who manage threads.
  return reason === 'no-permission' ? 'none' : null;
}
