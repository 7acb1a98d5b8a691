import { Hono } from 'hono';
import type { World } from '../../world.ts';

/**
 * Opens a posted file in the browser. What is in it may run nothing and reach nothing of this page: a browser treats it as from nowhere.
 * `opened` hears the channel that it was posted in.
 */
export function attachmentRoutes(world: World, opened: (channelId: string) => void): Hono {
  return new Hono().get('/:id', (context) => {
    const id = context.req.param('id');
    const upload = world.state.uploads.get(id);
    const channelId = channelOf(world, id);
    if (!upload || channelId === null) return context.notFound();
    opened(channelId);
    return context.body(new Uint8Array(upload.bytes), 200, {
      'content-type': upload.contentType,
      'content-disposition': 'inline',
      'content-security-policy': 'sandbox allow-popups',
      'x-content-type-options': 'nosniff',
    });
  });
}

function channelOf({ state }: World, attachment: string): string | null {
  for (const [channelId, messages] of state.messages) {
    for (const { attachments } of messages.values()) {
      if (attachments.some(({ id }) => id === attachment)) return channelId;
    }
  }
  return null;
}
