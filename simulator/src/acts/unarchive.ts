import { channelObject, threadMemberObject } from '../objects/channel.ts';
import type { Channel, Thread } from '../state.ts';
import type { World } from '../world.ts';
import { tellIn } from './tell.ts';

/** Opens an archived thread: THREAD_UPDATE for all, then THREAD_MEMBER_UPDATE for its members. */
export function unarchive(world: World, thread: Channel & { thread: Thread }): void {
  thread.thread.archived = false;
  thread.thread.archiveTimestamp = world.clock.now();
  tellThreadUpdate(world, thread);
  tellMembers(world, thread);
}

export function tellThreadUpdate(world: World, thread: Channel): void {
  tellIn(world, thread, 'THREAD_UPDATE', (receiver) => channelObject(world, thread, receiver));
}

/** https://docs.discord.com/developers/topics/threads#unarchiving-a-thread */
export function tellMembers(world: World, thread: Channel & { thread: Thread }): void {
  world.events.tell({
    name: 'THREAD_MEMBER_UPDATE',
    guildId: thread.guildId,
    channelId: thread.id,
    onlyFor: [...thread.thread.members.keys()],
    data: (receiver) => ({ ...threadMemberObject(thread, receiver), guild_id: thread.guildId }),
  });
}
