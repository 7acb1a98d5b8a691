import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/**
 * A message for an application that may not read content: texts, embeds, attachments and components emptied, poll gone;
 * unless it wrote it, is mentioned in it, or it is a DM. The same object when nothing has to go.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function withoutContent(world: World, message: Wire, applicationId: string): Wire {
  void world;
  void message;
  void applicationId;
  throw new Error('being written');
}
