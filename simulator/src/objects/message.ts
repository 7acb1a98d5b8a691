import type { Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Wire } from './wire.ts';

/** The complete message as `receiver` sees it, with the message it replies to. Content is not stripped: see without-content.ts. */
export function messageObject(world: World, message: Message, receiver: string): Wire {
  void world;
  void message;
  void receiver;
  throw new Error('being written');
}

/** MESSAGE_CREATE and MESSAGE_UPDATE: also guild_id, member and channel_type. */
export function messageEventObject(world: World, message: Message, receiver: string): Wire {
  void world;
  void message;
  void receiver;
  throw new Error('being written');
}
