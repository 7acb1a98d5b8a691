import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A built program as `backchannel start` runs it, in a process of its own. */
export interface BotProcess {
  /** CPU seconds so far, user and system. */
  cpuSeconds(): number;
  /** Resident memory in MiB. */
  memory(): number;
  /** The most that was ever resident, in MiB. */
  peakMemory(): number;
  stop(): Promise<void>;
}

export interface Program {
  /** What Node is given. */
  readonly file: string;
  /** Options of Node's own, like --cpu-prof. */
  readonly nodeOptions: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export async function runCommand(program: Program, ...command: string[]): Promise<void> {
  const child = spawn(process.execPath, [program.file, ...command], {
    env: { ...process.env, ...program.environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}`);
}

export function startBot({ file, nodeOptions, environment }: Program): BotProcess {
  const child = spawn(process.execPath, [...nodeOptions, file, 'start'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return {
    cpuSeconds: () => cpuSeconds(child),
    memory: () => memory(child, 'VmRSS'),
    peakMemory: () => memory(child, 'VmHWM'),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Linux counts in hundredths of a second: proc(5), fields 14 and 15. */
function cpuSeconds(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** proc(5): VmRSS is what is in memory now, VmHWM the most that ever was. */
function memory(child: ChildProcess, field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}
