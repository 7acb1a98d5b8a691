import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const parts = ['messages', 'lookups', 'sweep'] as const;
export type Part = (typeof parts)[number];

export interface BenchOptions {
  /** What is measured. */
  readonly only: readonly Part[];
  /** The servers of one bot, where look-ups are counted. */
  readonly servers: number;
  /** Known direct messages, where catching up is measured. */
  readonly channels: number;
  /** Talking at the same time. */
  readonly tickets: number;
  /** New tickets whose first message is timed. */
  readonly openings: number;
  /** Timed one by one, each way. */
  readonly rounds: number;
  /** As fast as they go, half of them each way. */
  readonly messages: number;
  /** The program that is measured, as people start it. */
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** A JSON file for the figures; null for none. */
  readonly save: string | null;
}

/** Discord's, and the simulator's, for threads that are not archived: the tickets stay open. docs.discord.com/developers/topics/threads */
const mostThreads = 1000;

const built = fileURLToPath(new URL('../bot/bin/backchannel.js', import.meta.url));

/** `npm run bench -- --messages 100000 --save file.json`; README.md tells the others. */
export function readOptions(given: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...given],
    options: {
      only: { type: 'string', multiple: true, default: [...parts] },
      servers: { type: 'string', default: '2000' },
      channels: { type: 'string', default: '2000' },
      tickets: { type: 'string', default: '50' },
      openings: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '1000' },
      messages: { type: 'string', default: '20000' },
      program: { type: 'string', default: built },
      node: { type: 'string', multiple: true, default: [] },
      save: { type: 'string' },
    },
  });
  const options = {
    only: values.only.map(partCalled),
    servers: countIn('servers', values.servers),
    channels: countIn('channels', values.channels),
    tickets: countIn('tickets', values.tickets),
    openings: countIn('openings', values.openings),
    rounds: countIn('rounds', values.rounds),
    messages: countIn('messages', values.messages),
    program: values.program,
    nodeOptions: values.node,
    save: values.save ?? null,
  };
  if (options.tickets + options.openings > mostThreads)
    throw new Error(
      `--tickets and --openings together are at most ${mostThreads}: a server has no more active threads`,
    );
  return options;
}

function countIn(option: string, given: string): number {
  if (!/^[1-9]\d*$/.test(given)) throw new Error(`--${option} ${given} is no whole number above 0`);
  return Number(given);
}

function partCalled(name: string): Part {
  const part = parts.find((one) => one === name);
  if (part === undefined) throw new Error(`--only ${name} is none of ${parts.join(', ')}`);
  return part;
}
