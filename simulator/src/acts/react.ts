import type { Message } from '../state.ts';
import type { World } from '../world.ts';

export type ReactionEmoji = Message['reactions'][number]['emoji'];

/** Reads `✅`, `name:id` or `<a:name:id>`, decoded. @throws 10014 for what is no emoji. */
export function readEmoji(world: World, text: string): ReactionEmoji {
  void world;
  void text;
  throw new Error('being written');
}

/** Reacting twice is reacting once. @throws 50001, 50013, 50083, 30010 */
export function react(world: World, actor: string, message: Message, emoji: ReactionEmoji): void {
  void world;
  void actor;
  void message;
  void emoji;
  throw new Error('being written');
}

/** Takes back one's own reaction, or another's with Manage Messages. @throws 10014, 50001, 50003, 50013, 50083 */
export function unreact(world: World, actor: string, message: Message, emoji: ReactionEmoji, userId: string): void {
  void world;
  void actor;
  void message;
  void emoji;
  void userId;
  throw new Error('being written');
}

/** Removes all reactions, or all of one emoji; needs Manage Messages. @throws 50001, 50003, 50013, 50083 */
export function clearReactions(world: World, actor: string, message: Message, emoji?: ReactionEmoji): void {
  void world;
  void actor;
  void message;
  void emoji;
  throw new Error('being written');
}
