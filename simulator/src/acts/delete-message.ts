import type { Message } from '../state.ts';
import type { World } from '../world.ts';
import type { Author } from './author.ts';

/** Own messages, those of others with Manage Messages; MESSAGE_DELETE carries ids only. @throws 50001, 50003, 50013 */
export function deleteMessage(world: World, by: Author, message: Message): void {
  void world;
  void by;
  void message;
  throw new Error('being written');
}

/** 2 to 100 messages of the last 14 days; unknown ids are skipped. @throws 50001, 50013, 50016, 50034 */
export function deleteMessages(world: World, actor: string, channelId: string, ids: readonly string[]): void {
  void world;
  void actor;
  void channelId;
  void ids;
  throw new Error('being written');
}
