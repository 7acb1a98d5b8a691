import type { Channel, Forum, Overwrite } from '../state.ts';
import type { World } from '../world.ts';

export interface NewChannel {
  readonly type: number;
  readonly name: string;
  readonly topic?: string | null;
  readonly position?: number;
  readonly parentId?: string | null;
  readonly overwrites?: readonly Overwrite[];
  readonly nsfw?: boolean;
  readonly slowmode?: number;
  readonly forum?: Forum | null;
}

/** `actor` null is Discord itself (seeding): nothing is checked. @throws 50013, 30013, 50035 (CHANNEL_PARENT_MAX_CHANNELS, …) */
export function createChannel(world: World, actor: string | null, guildId: string, draft: NewChannel): Channel {
  void world;
  void actor;
  void guildId;
  void draft;
  throw new Error('being written');
}
