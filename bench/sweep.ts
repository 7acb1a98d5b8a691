import { systemClock } from '../bot/src/clock.ts';
import type { BotId, ChannelId, MessageId, UserId } from '../bot/src/ids.ts';
import type { Store } from '../bot/src/store.ts';
import type { Person } from '../simulator/src/people/person.ts';
import { pause, openTickets, spread, type Figures } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { createScene, type Scene } from './scene.ts';

/** Members with an open ticket, who write meanwhile. */
const talkers = 10;
/** What an operator has who changes nothing. */
const requestsPerSecond = 50;
const betweenMessages = 250;
/** Live messages while nothing is caught up with. */
const without = 200;

/**
 * A session is lost, and the bot knows many direct messages: how fast they are read, and what that does to live messages, from the
 * member's message to the request that carries it to staff. The limit of requests is the usual one.
 */
export async function measureSweep(options: BenchOptions): Promise<Figures> {
  const scene = await createScene(talkers, options, requestsPerSecond);
  try {
    await openTickets(scene, scene.members);
    const known = await makeKnown(scene, options.channels);
    const calm = await liveTimes(scene, 'calm', (sent) => sent < without);
    const reads: number[] = [];
    const unread = new Set(known);
    scene.hear(({ method, path, arrivedAt }) => {
      const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
      if (method !== 'GET' || channel === undefined) return;
      reads.push(arrivedAt);
      unread.delete(channel);
    });
    await scene.restart((store) => remember(scene, store, known));
    const sweeping = await liveTimes(scene, 'sweeping', () => unread.size > 0);
    const seconds = ((reads.at(-1) ?? NaN) - (reads[0] ?? NaN)) / 1000;
    return {
      'sweep: direct messages': known.length,
      'sweep: seconds': seconds,
      'sweep: requests in a second, mean': reads.length / seconds,
      'sweep: requests in any second, most': mostInASecond(reads),
      ...spread('live message, nothing to catch up with', calm),
      ...spread('live message during the sweep', sweeping),
    };
  } finally {
    await scene.stop();
  }
}

/** Members who wrote once, a while ago. Their messages are not the bot's to read before it knows the channels. */
async function makeKnown({ simulator, guild, quiet }: Scene, count: number): Promise<readonly string[]> {
  const found: string[] = [];
  simulator.faults.duplicate({ event: 'MESSAGE_CREATE', copies: 0, times: count });
  for (let at = 0; at < count; at += 1) {
    const { id } = simulator.seed.user({ username: `known${at}` });
    simulator.seed.join(guild, id);
    found.push((await simulator.person(id).dms('long ago')).channelId);
  }
  await quiet();
  return found;
}

async function remember({ simulator, application }: Scene, store: Store, known: readonly string[]): Promise<void> {
  const bot = application as BotId;
  await store.transaction(async ({ people, reading }) => {
    for (const [at, channel] of known.entries()) {
      const message = simulator.world.state.messages.get(channel)?.values().next().value;
      if (message === undefined) throw new Error('The benchmark lost what it wrote.');
      const names = { username: `known${at}`, displayName: `known${at}`, avatarUrl: 'https://cdn.example/avatar.png' };
      const who = { bot, user: message.authorId as UserId, ...names, dm: channel as ChannelId };
      await people.meet(who, systemClock.now() - at * 60_000);
      await reading.mark(bot, channel as ChannelId, message.id as MessageId);
    }
  });
}

/** Live messages, one after the other, while `goesOn`. */
async function liveTimes(scene: Scene, name: string, goesOn: (sent: number) => boolean): Promise<readonly number[]> {
  const times: number[] = [];
  while (goesOn(times.length)) {
    const member = scene.members[times.length % scene.members.length] as Person;
    const text = `${name} ${times.length}`;
    const arrived = scene.arrival(text);
    const start = performance.now();
    await member.dms(text);
    times.push((await arrived) - start);
    await pause(betweenMessages);
  }
  return times;
}

function mostInASecond(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [at, time] of times.entries()) {
    while ((times[first] ?? time) <= time - 1000) first += 1;
    most = Math.max(most, at - first + 1);
  }
  return most;
}
