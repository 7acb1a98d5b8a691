import type { MessageView } from '../../sandbox/wire.ts';

/** What Discord itself says: https://docs.discord.com/developers/resources/message#message-object-message-types */
export function systemLine({ type, content }: MessageView): string {
  switch (type) {
    case 1:
      return 'added someone to the thread.';
    case 2:
      return 'removed someone from the thread.';
    case 3:
      return 'started a call.';
    case 4:
      return `changed the channel name: ${content}`;
    case 6:
      return 'pinned a message to this channel.';
    case 7:
      return 'joined the server.';
    case 18:
      return `started a thread: ${content}`;
    case 21:
      return 'started this thread.';
    default:
      return content;
  }
}
