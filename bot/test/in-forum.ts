import type { World, WorldOptions } from './world.ts';

export const inForum: WorldOptions = { channelKind: 'forum-post' };

export const forumOf = (world: World) => world.simulator.world.state.channels.get(world.parent['forum-post'])!.forum!;

/** What stands on a post, in the order in which Discord shows it. */
export function tags(world: World, post: string): readonly string[] {
  const { appliedTags } = world.simulator.world.state.channels.get(post)!.thread!;
  return appliedTags.map((id) => forumOf(world).tags.find((tag) => tag.id === id)?.name ?? id);
}

export async function opens(world: World, text = 'help'): Promise<string> {
  await world.ada.dms(text);
  await world.settle();
  return world.ticketChannel();
}

export const rests = (world: World): Promise<void> => world.advance(10_000);

export const problems = async (world: World): Promise<string> => (await fetch(world.app().url ?? '')).text();

export const addTags = (world: World, ...names: readonly string[]): void => {
  for (const [at, name] of names.entries())
    forumOf(world).tags.push({
      id: String(700000000000000000n + BigInt(at)),
      name,
      moderated: false,
      emojiId: null,
      emojiName: null,
    });
};

const botIn = (world: World): string => [...world.simulator.world.state.applications.values()][0]!.userId;
const overwrites = (world: World) => world.simulator.world.state.channels.get(world.parent['forum-post'])!.overwrites;

export const mayNot = (world: World, deny: bigint): void =>
  void overwrites(world).set(botIn(world), { id: botIn(world), type: 'member', allow: 0n, deny });
export const may = (world: World): void => void overwrites(world).delete(botIn(world));
export const manageChannels = 1n << 4n;
