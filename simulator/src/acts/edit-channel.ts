import type { Channel, Forum, Overwrite } from '../state.ts';
import type { World } from '../world.ts';

/** Absent fields stay. */
export interface ChannelChanges {
  readonly name?: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parentId?: string | null;
  /** All overwrites afterwards. */
  readonly overwrites?: readonly Overwrite[];
  readonly nsfw?: boolean;
  readonly slowmode?: number;
  readonly forum?: Partial<Forum>;
}

/** A channel that is no thread; see edit-thread.ts for those. @throws 50001, 50013, 50035 */
export function editChannel(world: World, actor: string | null, channel: Channel, changes: ChannelChanges): Channel {
  void world;
  void actor;
  void channel;
  void changes;
  throw new Error('being written');
}

/** Puts one overwrite. Only bits that the actor holds may be given or denied. @throws 50001, 50013, 30060 */
export function putOverwrite(world: World, actor: string | null, channel: Channel, overwrite: Overwrite): void {
  void world;
  void actor;
  void channel;
  void overwrite;
  throw new Error('being written');
}

/** @throws 10009 when there is none, 50001, 50013 */
export function deleteOverwrite(world: World, actor: string | null, channel: Channel, overwriteId: string): void {
  void world;
  void actor;
  void channel;
  void overwriteId;
  throw new Error('being written');
}
