import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bot/dist/main.js', import.meta.url));

/** The built program as `backchannel start` runs it, in a process of its own. */
export interface BotProcess {
  /** CPU seconds so far, user and system. */
  cpuSeconds(): number;
  /** Memory in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

export async function runCommand(environment: Record<string, string>, ...command: string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${String(code)}`);
}

export function startBot(environment: Record<string, string>): BotProcess {
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    cpuSeconds: () => cpuSeconds(child),
    memory: () => memory(child),
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

function memory(child: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
