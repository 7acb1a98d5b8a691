import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from './world.ts';

/** Answers everything below /cdn: attachments, avatars, icons, emoji and stickers. */
export function createCdnHandler(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => {
    response.writeHead(404).end(world.url);
  };
}
