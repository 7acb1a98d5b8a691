import { byId } from '../message-list.ts';
import type { ChannelView, ClientView, ServerView } from '../../sandbox/wire.ts';

export interface Place {
  readonly server: ServerView | null;
  readonly channel: ChannelView | null;
  readonly channelId: string | null;
}

/** Prefixed, it means "this server, no channel yet". */
export const serverPrefix = 'server:';

/** Where a person is: what they opened last while they can still see it, else where they would look first. */
export function placeOf(client: ClientView, opened: string | null): Place {
  return (opened === null ? null : find(client, opened)) ?? beginning(client);
}

function find(client: ClientView, opened: string): Place | null {
  if (client.directMessages.some(({ channelId }) => channelId === opened)) {
    return { server: null, channel: null, channelId: opened };
  }
  for (const server of client.servers) {
    if (opened === serverPrefix + server.id) return inServer(server);
    const channel = server.channels.find(({ id }) => id === opened);
    if (channel) return { server, channel, channelId: channel.id };
  }
  return null;
}

/** Members look at their direct messages, staff at their server. */
function beginning(client: ClientView): Place {
  const direct = client.directMessages[0];
  const server = client.servers[0];
  if (direct && (client.self.part === 'member' || !server)) {
    return { server: null, channel: null, channelId: direct.channelId };
  }
  return server ? inServer(server) : { server: null, channel: null, channelId: null };
}

function inServer(server: ServerView): Place {
  const texts = server.channels.filter(({ kind }) => kind === 'text');
  const channel = texts.find(({ hidden }) => hidden) ?? texts[0] ?? null;
  return { server, channel, channelId: channel?.id ?? null };
}

/** The place that was made last, which is where the newest ticket is. */
export function newestChannel(client: ClientView): ChannelView | null {
  const places = client.servers
    .flatMap(({ channels }) => channels)
    .filter(({ kind }) => kind === 'thread' || kind === 'text')
    .sort(byId);
  return places.at(-1) ?? null;
}
