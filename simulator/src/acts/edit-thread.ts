import type { Channel, Thread } from '../state.ts';
import type { World } from '../world.ts';

/** Absent fields stay. */
export interface ThreadChanges {
  readonly name?: string;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly invitable?: boolean;
  readonly autoArchiveMinutes?: Thread['autoArchiveMinutes'];
  readonly slowmode?: number;
  readonly appliedTags?: readonly string[];
  readonly pinned?: boolean;
}

/** @throws 50001, 50013, 50083 (archived, and not unarchived by this change), 160005, 50035 */
export function editThread(world: World, actor: string, thread: Channel, changes: ThreadChanges): Channel {
  void world;
  void actor;
  void thread;
  void changes;
  throw new Error('being written');
}
