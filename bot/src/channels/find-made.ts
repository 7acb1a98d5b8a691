import type { Channel } from '../discord.ts';
import { madeAt, type ChannelId } from '../ids.ts';
import type { OpenRequest } from './ticket-channel.ts';

/** Discord's clock and ours may differ by so much. */
const skew = 60_000;

/** The channel that an earlier try made without our learning of it: under this parent, with this name, since the ticket began. */
export async function findMade(
  request: Pick<OpenRequest, 'ticket' | 'name' | 'fallback' | 'unsure' | 'isTaken'>,
  list: () => Promise<readonly Channel[]>,
  parents: readonly ChannelId[] = [request.ticket.parent],
): Promise<ChannelId | null> {
  if (!request.unsure) return null;
  const { ticket, name, fallback } = request;
  for (const channel of await list()) {
    if (channel.parent === null || !parents.includes(channel.parent) || madeAt(channel.id) < ticket.openedAt - skew)
      continue;
    if (channel.name !== name && channel.name !== fallback) continue;
    if (!(await request.isTaken(channel.id))) return channel.id;
  }
  return null;
}
