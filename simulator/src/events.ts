import { canSee } from './permissions.ts';
import type { Events, Happening, World } from './world.ts';

/** Tells every listener at once, in the order they came; one that throws does not keep the others from hearing. */
export function createEvents(): Events {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    tell(happening) {
      const failures: unknown[] = [];
      for (const listener of listeners) {
        try {
          listener(happening);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, `a listener failed at ${happening.name}`);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Channels themselves are shown to everyone in the server, as "hidden" where need be; what happens in them is not. */
const shownToAll = new Set(['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE']);

/** Whether an account may hear of something, whatever its intents are. */
export function mayHear(world: World, happening: Happening, userId: string): boolean {
  if (happening.onlyFor) return happening.onlyFor.includes(userId);
  if (happening.seenBy) return happening.seenBy(userId);
  if (happening.guildId !== null) {
    if (!world.state.guilds.get(happening.guildId)?.members.has(userId)) return false;
    if (happening.channelId === null || shownToAll.has(happening.name)) return true;
  }
  const channel = happening.channelId === null ? undefined : world.state.channels.get(happening.channelId);
  return channel !== undefined && canSee(world.state, channel, userId, world.clock.now());
}
