import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../bin/backchannel.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Instead of this process's environment; PATH is kept. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Starts the built program as a user would, in a process of its own. */
export function startBackchannel(
  given: readonly string[],
  { env, cwd }: RunOptions,
): { readonly child: ChildProcess; readonly ended: Promise<Ended>; readonly out: () => string } {
  const child = spawn(process.execPath, [program, ...given], {
    cwd,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended, out: () => out };
}

export function backchannel(given: readonly string[], options: RunOptions): Promise<Ended> {
  return startBackchannel(given, options).ended;
}
