import type { TicketChannel } from './ticket-channel.ts';

/** An archived thread takes one change alone: that it is not archived. Locked or not can be said with it. */
export const reopenThread: TicketChannel['reopen'] = ({ discord }, { channel }) =>
  discord.changeThread(channel, { archived: false, locked: false });
