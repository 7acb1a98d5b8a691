import type { Person } from '../simulator/src/people/person.ts';
import type { Scene } from './scene.ts';

/** What was measured, by name; times in milliseconds, memory in MiB. */
export type Figures = Record<string, number>;

export interface Direction {
  readonly name: 'member to staff' | 'staff to member';
  readonly send: (scene: Scene, member: Person, channel: string, text: string) => Promise<unknown>;
}

export const toStaff: Direction = { name: 'member to staff', send: (_, member, __, text) => member.dms(text) };
export const toMember: Direction = {
  name: 'staff to member',
  send: (scene, _, channel, text) => scene.staff.types(channel, text),
};

const betweenMessages = 2;
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From a member's first message to the first message in the new ticket channel, one member after the other. */
export async function openTickets(scene: Scene, members: readonly Person[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const member of members) {
    const posted = scene.nextPost();
    const start = performance.now();
    await member.dms('hello');
    times.push((await posted) - start);
    await pause(50);
  }
  await scene.quiet();
  return times;
}

/** From the MESSAGE_CREATE frame to the arrival of the request that carries the text on, one message after the other. */
export async function latencies(
  scene: Scene,
  talkers: readonly Person[],
  { name, send }: Direction,
  rounds: number,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const member = talkers[round % talkers.length] as Person;
    const text = `${name} ${rounds} ${round}`;
    const channel = scene.channelOf(member);
    const arrived = scene.arrival(text);
    const start = performance.now();
    await send(scene, member, channel, text);
    times.push((await arrived) - start);
    await pause(betweenMessages);
  }
  await scene.quiet();
  return times;
}

/** One message outstanding in each ticket, until all have arrived. `round` makes the texts of this call different from others. */
export async function throughput(
  scene: Scene,
  talkers: readonly Person[],
  { name, send }: Direction,
  messages: number,
  round: string,
): Promise<Figures> {
  const each = Math.ceil(messages / talkers.length);
  const all = each * talkers.length;
  const calls = scene.calls();
  const [bot, here] = [scene.bot().cpuSeconds(), process.cpuUsage()];
  const start = performance.now();
  await Promise.all(
    talkers.map(async (member, index) => {
      const channel = scene.channelOf(member);
      for (let count = 0; count < each; count += 1) {
        const text = `${name} ${round} ${index} ${count}`;
        const arrived = scene.arrival(text);
        await send(scene, member, channel, text);
        await arrived;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await scene.quiet();
  const { user, system } = process.cpuUsage(here);
  return {
    [`${name}: messages/s`]: all / seconds,
    [`${name}: CPU per message`]: ((scene.bot().cpuSeconds() - bot) * 1000) / all,
    [`${name}: CPU of simulator and people per message`]: (user + system) / 1000 / all,
    [`${name}: calls per message`]: (scene.calls() - calls) / all,
  };
}

/** The middle, and the slow end of it. */
export function spread(name: string, times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  return Object.fromEntries(
    [50, 95, 99].map((percent) => [
      `${name}: p${percent}`,
      sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? NaN,
    ]),
  );
}
