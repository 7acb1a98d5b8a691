import { writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import type { Figures } from './measure.ts';
import type { BenchOptions } from './options.ts';

interface Target {
  readonly most?: number;
  readonly least?: number;
}

/** What the project asks of itself, on two cores that do nothing else. */
const targets: Readonly<Record<string, Target>> = {
  'first staff message of a new ticket: p50': { most: 3.7 },
  'member to staff: p50': { most: 1.68 },
  'member to staff: p99': { most: 4.2 },
  'staff to member: p50': { most: 2.76 },
  'staff to member: p99': { most: 7.7 },
  'member to staff: messages/s': { least: 1655 },
  'staff to member: messages/s': { least: 785 },
  'member to staff: calls per message': { most: 2 },
  'staff to member: calls per message': { most: 1 },
  'memory: at start': { most: 100 },
  'look-ups: of a member in an open ticket, most': { most: 0 },
  'look-ups: of a known member without one, most': { most: 0 },
  'look-ups: of an unknown member in 20 servers, most': { most: 20 },
  'look-ups: of an unknown member in many servers, most': { most: 20 },
  'sweep: requests in any second, most': { most: 16 },
};

/** Prints a table, and writes a file if one is wanted. `load`: the machine's load average before the run. */
export function report(options: BenchOptions, load: number, figures: Figures): void {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.version}`;
  const loads = { before: load, after: loadavg()[0] ?? NaN };
  console.log(`${machine}\nload average ${loads.before.toFixed(1)} before, ${loads.after.toFixed(1)} after`);
  console.table(
    Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        { measured: round(value), ...verdict(targets[name], value) },
      ]),
    ),
  );
  const { save, only, servers, channels, tickets, openings, rounds, messages } = options;
  if (save === null) return;
  const settings = { only, servers, channels, tickets, openings, rounds, messages };
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
  writeFileSync(
    save,
    `${JSON.stringify({ at: new Date().toISOString(), machine, loads, settings, figures: rounded }, null, 2)}\n`,
  );
}

function verdict(target: Target | undefined, value: number): { readonly target?: string; readonly reached?: string } {
  if (target === undefined) return {};
  const { most = Infinity, least = -Infinity } = target;
  return {
    target: target.most === undefined ? `at least ${least}` : `at most ${most}`,
    reached: round(value) <= most && round(value) >= least ? 'yes' : 'NO',
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
