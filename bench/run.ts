import { loadavg } from 'node:os';
import type { Person } from '../simulator/src/people/person.ts';
import { latencies, openTickets, pause, spread, throughput, toMember, toStaff, type Figures } from './measure.ts';
import { measureLookUps } from './lookups.ts';
import { readOptions, type BenchOptions, type Part } from './options.ts';
import { report } from './report.ts';
import { createScene, type Scene } from './scene.ts';
import { measureSweep } from './sweep.ts';

/**
 * Latency, throughput, CPU, calls and memory of the built program against the simulator in another process. Nothing is mocked and
 * nothing is switched off but Discord's rate limits. README.md says what each figure means.
 */
const memorySamples = 10;

const measures: Readonly<Record<Part, (options: BenchOptions) => Promise<Figures>>> = {
  messages: measureMessages,
  lookups: measureLookUps,
  sweep: measureSweep,
};

async function main(options: BenchOptions): Promise<void> {
  const load = loadavg()[0] ?? NaN;
  const figures: Record<string, number> = {};
  for (const part of options.only) Object.assign(figures, await measures[part](options));
  report(options, load, figures);
}

async function measureMessages(options: BenchOptions): Promise<Figures> {
  const scene = await createScene(options.tickets + options.openings, options);
  try {
    return await measure(scene, options);
  } finally {
    await scene.stop();
  }
}

async function measure(scene: Scene, options: BenchOptions): Promise<Figures> {
  const talkers = scene.members.slice(0, options.tickets);
  const newcomers = scene.members.slice(options.tickets);
  await pause(2000);
  const start = scene.bot().memory();
  await warmUp(scene, talkers);
  const figures: Figures = {
    ...spread('first staff message of a new ticket', await openTickets(scene, newcomers)),
    ...spread(toStaff.name, await latencies(scene, talkers, toStaff, options.rounds)),
    ...spread(toMember.name, await latencies(scene, talkers, toMember, options.rounds)),
    ...(await throughput(scene, talkers, toStaff, options.messages / 2, 'at once')),
    ...(await throughput(scene, talkers, toMember, options.messages / 2, 'at once')),
    'memory: at start': start,
    'memory: after the messages above': scene.bot().memory(),
  };
  // As many messages again: whatever grew for good shows now.
  for (let sample = 1; sample <= memorySamples; sample += 1) {
    const direction = sample % 2 === 0 ? toMember : toStaff;
    await throughput(scene, talkers, direction, options.messages / memorySamples, `again ${sample}`);
    figures[`memory: and ${Math.round((options.messages * sample) / memorySamples)} messages later`] = scene
      .bot()
      .memory();
  }
  figures['memory: most ever'] = scene.bot().peakMemory();
  return figures;
}

/** What is compiled, connected and cached while a program runs is so before anything is measured. */
async function warmUp(scene: Scene, talkers: readonly Person[]): Promise<void> {
  await openTickets(scene, talkers);
  for (const direction of [toStaff, toMember]) {
    await throughput(scene, talkers, direction, 1000, 'warm-up');
    await latencies(scene, talkers, direction, 100);
  }
}

await main(readOptions(process.argv.slice(2)));
