import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import type { BotStatus } from './wire.ts';

export interface BotProcess {
  /** All but what the simulator knows. */
  status(): Omit<BotStatus, 'online'>;
  start(): void;
  /** SIGKILL, without a word; it starts again by itself. */
  kill(): void;
  /** Ends it and lets it end in its own time, up to a bound. */
  stop(): Promise<void>;
  /** Runs the program once with other arguments, like `settings set …`; resolves with the problem, or null. */
  once(more: readonly string[]): Promise<string | null>;
}

interface Parts {
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Something that the operator should see although nobody looks at the page. */
  readonly complain: (line: string) => void;
}

const firstPause = 500;
const longestPause = 30_000;
/** Having run for so long, it counts as healthy again. */
const healthyAfter = 30_000;
const mayTakeToStop = 15_000;
const mostLines = 200;

/** Runs the bot program as a child, and again whenever it ends without being asked to. */
export function createBotProcess({ command, env, clock, complain }: Parts): BotProcess {
  let child: ChildProcess | null = null;
  let state: BotStatus['state'] = 'stopped';
  let restarts = 0;
  let ended: string | null = null;
  let pause = firstPause;
  let wanted = false;
  let cancelRestart: (() => void) | null = null;
  const log: string[] = [];
  const [program = '', ...prefix] = command;

  const say = (line: string) => {
    log.push(line);
    if (log.length > mostLines) log.shift();
  };
  const run = (more: readonly string[]) => {
    // The channel tells the bot when this process is gone, however it went, so that it never stays behind.
    const started = spawn(program, [...prefix, ...more], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    listen(started.stdout, say);
    listen(started.stderr, say);
    return started;
  };
  const onEnd = (how: string, startedAt: number) => {
    child = null;
    ended = how;
    if (!wanted) {
      state = 'stopped';
      return;
    }
    if (clock.now() - startedAt > healthyAfter) pause = firstPause;
    if (how !== killed) complain(`The bot ended (${how}); it starts again in ${pause / 1000} s.\n${log.at(-1) ?? ''}`);
    state = 'restarting';
    cancelRestart = clock.after(pause, () => {
      restarts += 1;
      start();
    });
    pause = how === killed ? firstPause : Math.min(longestPause, pause * 2);
  };
  const start = () => {
    wanted = true;
    cancelRestart?.();
    cancelRestart = null;
    if (child) return;
    const startedAt = clock.now();
    const started = run(['start']);
    child = started;
    state = 'running';
    started.once('error', (error) => started.pid === undefined && onEnd(error.message, startedAt));
    started.once('exit', (code, signal) =>
      onEnd(signal === null ? `exit code ${code}` : `signal ${signal}`, startedAt),
    );
  };
  return {
    status: () => ({ state, pid: child?.pid ?? null, restarts, ended, log: log.slice(-60) }),
    start,
    kill: () => void child?.kill('SIGKILL'),
    async stop() {
      wanted = false;
      cancelRestart?.();
      if (child) await end(child, clock);
      state = 'stopped';
    },
    async once(more) {
      const lines: string[] = [];
      const started = spawn(program, [...prefix, ...more], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      listen(started.stdout, (line) => lines.push(line));
      listen(started.stderr, (line) => lines.push(line));
      const code = await new Promise<number | string>((resolve) => {
        started.once('error', (error) => resolve(error.message));
        started.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'no exit code'));
      });
      for (const line of lines) say(line);
      return code === 0 ? null : lines.join('\n') || `It ended with ${code}.`;
    },
  };
}

const killed = 'signal SIGKILL';

async function end(child: ChildProcess, clock: Clock): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const cancel = clock.after(mayTakeToStop, () => void child.kill('SIGKILL'));
  await gone;
  cancel();
}

function listen(output: Readable | null, say: (line: string) => void): void {
  if (output) createInterface({ input: output, crlfDelay: Infinity }).on('line', say);
}
