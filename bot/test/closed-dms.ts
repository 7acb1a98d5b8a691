import type { Person } from '../../simulator/src/people/person.ts';
import type { Message } from '../../simulator/src/state.ts';
import { says } from './doors.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export const button = 'Open a private thread with the member';

export interface Story {
  readonly world: World;
  /** The ticket channel. */
  readonly channel: string;
  readonly lobby: string;
}

/** A server with a channel for such threads, and a ticket of Ada, who then blocks the bot. */
export async function begin(options: WorldOptions = {}): Promise<Story> {
  const world = await createWorld(options);
  const lobby = world.simulator.seed.channel(world.guild, { name: 'lobby', type: 0 }).id;
  await world.set(`fallbackChannel=${lobby}`);
  await world.advance(2000);
  await world.ada.dms('help');
  await world.settle();
  world.ada.blocksTheBot();
  return { world, lobby, channel: world.ticketChannel() };
}

/** The same, with a thread after two answers that could not be delivered. */
export async function withThread(options: WorldOptions = {}): Promise<Story & { readonly thread: string }> {
  const story = await begin(options);
  const { world, channel } = story;
  for (const text of ['are you there?', 'hello?']) await says(world, channel, text);
  await world.settle();
  await world.sam.clicks(button, { channel });
  await world.settle();
  return { ...story, thread: threadsIn(story)[0]! };
}

export function threadsIn({ world, lobby }: Story): readonly string[] {
  return [...world.simulator.world.state.channels.values()]
    .filter(({ parentId }) => parentId === lobby)
    .map(({ id }) => id);
}

export const textsIn = (person: Person, channel: string): readonly string[] =>
  person.reads(channel).map((message) => message.content);

/** Of the bot, who made the thread. */
export const mention = (world: World, thread: string): string =>
  `<@${world.simulator.world.state.channels.get(thread)!.thread!.ownerId}>`;

/** Ada writes in the thread so that the bot can read it. */
export function writes(world: World, thread: string, text: string): Promise<Message> {
  return world.ada.types(thread, world.readsContent ? text : `${mention(world, thread)} ${text}`);
}
