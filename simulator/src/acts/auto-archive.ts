import { instantOf } from '../ids.ts';
import { isThread } from '../lookup.ts';
import { channel as most } from '../rules/numbers.ts';
import type { Channel, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { tellThreadUpdate } from './unarchive.ts';

type InThread = Channel & { thread: Thread };

const minute = 60_000;

/**
 * Archives threads in which nothing has happened for as long as they say, THREAD_UPDATE for each; pinned posts stay.
 * https://docs.discord.com/developers/topics/threads#active-archived-threads
 * The returned function stops it.
 */
export function startArchiving(world: World): () => void {
  let next: { readonly at: number; readonly cancel: () => void } | null = null;

  function archiveDue(): void {
    next = null;
    const now = world.clock.now();
    for (const threads of activeByGuild(world).values()) {
      const isNearlyFull = threads.length >= most.nearlyAllThreads;
      for (const thread of threads) {
        const end = silentUntil(thread, isNearlyFull);
        if (end <= now) archive(world, thread);
        else wakeAt(end);
      }
    }
  }
  function wakeAt(at: number): void {
    if (next && next.at <= at) return;
    next?.cancel();
    next = { at, cancel: world.clock.after(Math.max(0, at - world.clock.now()), archiveDue) };
  }
  // What happens in a thread only puts its end off, which is seen when the old one has come.
  const deaf = world.events.listen(({ name, guildId, channelId }) => {
    if (name !== 'THREAD_CREATE' && name !== 'THREAD_UPDATE') return;
    const thread = world.state.channels.get(channelId ?? '');
    if (!thread || !isThread(thread) || guildId === null || !canEnd(thread)) return;
    const active = name === 'THREAD_CREATE' ? (activeByGuild(world).get(guildId)?.length ?? 0) : 0;
    if (active === most.nearlyAllThreads) archiveDue();
    else wakeAt(silentUntil(thread, active > most.nearlyAllThreads));
  });
  archiveDue();
  return () => {
    deaf();
    next?.cancel();
  };
}

function activeByGuild(world: World): Map<string, InThread[]> {
  const found = new Map<string, InThread[]>();
  for (const channel of world.state.channels.values()) {
    if (!isThread(channel) || channel.guildId === null || !canEnd(channel)) continue;
    const there = found.get(channel.guildId);
    if (there) there.push(channel);
    else found.set(channel.guildId, [channel]);
  }
  return found;
}

function canEnd({ thread }: InThread): boolean {
  return !thread.archived && !thread.pinned;
}

/** When nothing will have happened for long enough: the last message, opening, or change of the duration counts. */
function silentUntil({ thread, lastMessageId }: InThread, isNearlyFull: boolean): number {
  const last = Math.max(thread.archiveTimestamp, lastMessageId === null ? 0 : instantOf(lastMessageId));
  const minutes = isNearlyFull ? most.nearlyAllArchiveMinutes : thread.autoArchiveMinutes;
  return last + Math.min(minutes, thread.autoArchiveMinutes) * minute;
}

function archive(world: World, thread: InThread): void {
  thread.thread.archived = true;
  thread.thread.archiveTimestamp = world.clock.now();
  tellThreadUpdate(world, thread);
}
