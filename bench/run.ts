import { cpus, release, totalmem } from 'node:os';
import { writeFileSync } from 'node:fs';
import { createScene, type Scene } from './scene.ts';
import type { Person } from '../simulator/src/people/person.ts';

/**
 * Latency, throughput, CPU and memory of the built program against the simulator in another process. Nothing is mocked and nothing
 * is switched off but Discord's rate limits. `npm run bench` prints a table; `npm run bench -- file.json` also writes the figures.
 */
type Figures = Record<string, number>;

const tickets = 50;
const rounds = 1000;
const messages = 20_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function main(): Promise<void> {
  const scene = await createScene(tickets);
  const figures: Figures = {};
  await pause(2000);
  figures['memory at start (MiB)'] = scene.bot.memory();
  spread(figures, 'DM to first staff message', await openAll(scene));
  await scene.quiet();
  spread(figures, 'member to staff', await latencies(scene, toStaff));
  await scene.quiet();
  spread(figures, 'staff to member', await latencies(scene, toMember));
  await scene.quiet();
  await throughput(scene, figures, 'member to staff', toStaff);
  await throughput(scene, figures, 'staff to member', toMember);
  figures[`memory after ${messages + 2 * rounds} messages (MiB)`] = scene.bot.memory();
  await scene.stop();
  report(figures);
}

type Send = (scene: Scene, member: Person, channel: string, text: string) => Promise<unknown>;
const toStaff: Send = (_, member, __, text) => member.dms(text);
const toMember: Send = (scene, _, channel, text) => scene.staff.types(channel, text);

/** From the member's message to the first message in the new ticket channel. */
async function openAll(scene: Scene): Promise<number[]> {
  const times: number[] = [];
  for (const member of scene.members) {
    const posted = scene.nextPost(/^\/channels\/\d+\/messages$/);
    const start = performance.now();
    await member.dms('hello');
    times.push((await posted) - start);
    await scene.quiet();
  }
  return times;
}

/** From the MESSAGE_CREATE frame to the arrival of the request that carries the text on. */
async function latencies(scene: Scene, send: Send): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const member = scene.members[round % tickets] as Person;
    const text = `${send.name} ${round}`;
    const arrived = scene.arrival(text);
    const channel = scene.channelOf(member);
    const start = performance.now();
    await send(scene, member, channel, text);
    times.push((await arrived) - start);
    await pause(2);
  }
  return times.slice(rounds / 10);
}

/** One message outstanding in each ticket, until all have arrived. */
async function throughput(scene: Scene, figures: Figures, name: string, send: Send): Promise<void> {
  const each = messages / 2 / tickets;
  const cpuBefore = scene.bot.cpuSeconds();
  const start = performance.now();
  await Promise.all(
    scene.members.map(async (member, index) => {
      const channel = scene.channelOf(member);
      for (let count = 0; count < each; count += 1) {
        const text = `${send.name} many ${index} ${count}`;
        const arrived = scene.arrival(text);
        await send(scene, member, channel, text);
        await arrived;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await scene.quiet();
  figures[`${name}: messages/s`] = messages / 2 / seconds;
  figures[`${name}: CPU per message (ms)`] = ((scene.bot.cpuSeconds() - cpuBefore) * 1000) / (messages / 2);
}

function spread(figures: Figures, name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  for (const percent of [50, 95, 99])
    figures[`${name}: p${percent} (ms)`] = sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? NaN;
}

function report(figures: Figures): void {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}`;
  console.log(machine);
  console.table(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)])));
  const file = process.argv[2];
  if (file !== undefined) writeFileSync(file, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

const round = (value: number): number => Math.round(value * 100) / 100;

await main();
