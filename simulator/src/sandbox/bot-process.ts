import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import type { BotStatus } from './wire.ts';

export interface BotProcess {
  /** All but what the simulator knows. */
  status(): Omit<BotStatus, 'online'>;
  /** Where its own pages are, as it printed it; null while it has not. */
  url(): string | null;
  start(): void;
  /** SIGKILL, without a word; it starts again by itself. */
  kill(): void;
  /** Ends it and lets it end in its own time, up to a bound. */
  stop(): Promise<void>;
  /** Runs the program once with other arguments, like `settings set …`; resolves with the problem, or null. */
  once(more: readonly string[]): Promise<string | null>;
}

export interface BotParts {
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
const mostLines = 60;
const killed = 'signal SIGKILL';

interface Inside extends BotParts {
  readonly log: string[];
  child: ChildProcess | null;
  url: string | null;
  state: BotStatus['state'];
  restarts: number;
  ended: string | null;
  pause: number;
  wanted: boolean;
  cancelRestart: (() => void) | null;
}

/** Runs the bot program as a child, and again whenever it ends without being asked to. */
export function createBotProcess(parts: BotParts): BotProcess {
  const inside: Inside = {
    ...parts,
    log: [],
    child: null,
    url: null,
    state: 'configuring',
    restarts: 0,
    ended: null,
    pause: firstPause,
    wanted: false,
    cancelRestart: null,
  };
  return {
    status: () => ({
      state: inside.state,
      pid: inside.child?.pid ?? null,
      restarts: inside.restarts,
      ended: inside.ended,
      log: [...inside.log],
    }),
    url: () => inside.url,
    start: () => start(inside),
    kill: () => void inside.child?.kill('SIGKILL'),
    stop: () => stop(inside),
    once: (more) => once(inside, more),
  };
}

function start(inside: Inside): void {
  inside.wanted = true;
  inside.cancelRestart?.();
  inside.cancelRestart = null;
  if (inside.child) return;
  const [program = '', ...prefix] = inside.command;
  const startedAt = inside.clock.now();
  // The channel tells the bot when this process is gone, however it went, so that it never stays behind.
  const child = spawn(program, [...prefix, 'start'], {
    env: inside.env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  listen(child.stdout, (line) => {
    inside.url = / is at (http:\S+)$/.exec(line)?.[1] ?? inside.url;
    note(inside, line);
  });
  listen(child.stderr, (line) => note(inside, line));
  child.once('error', ({ message }) => {
    if (child.pid === undefined) ended(inside, message, startedAt);
  });
  child.once('exit', (code, signal) =>
    ended(inside, signal === null ? `exit code ${code}` : `signal ${signal}`, startedAt),
  );
  inside.child = child;
  inside.state = 'running';
}

function ended(inside: Inside, how: string, startedAt: number): void {
  const { clock, log, complain } = inside;
  inside.child = null;
  inside.url = null;
  inside.ended = how;
  if (!inside.wanted) return;
  inside.state = 'restarting';
  if (how === killed || clock.now() - startedAt > healthyAfter) inside.pause = firstPause;
  if (how !== killed)
    complain(`The bot ended (${how}); it starts again in ${inside.pause / 1000} s. ${log.at(-1) ?? ''}`);
  inside.cancelRestart = clock.after(inside.pause, () => {
    inside.restarts += 1;
    start(inside);
  });
  inside.pause = Math.min(longestPause, inside.pause * 2);
}

async function stop(inside: Inside): Promise<void> {
  const { child, clock } = inside;
  inside.wanted = false;
  inside.cancelRestart?.();
  inside.state = 'stopped';
  if (!child) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const cancel = clock.after(mayTakeToStop, () => void child.kill('SIGKILL'));
  await gone;
  cancel();
}

async function once(inside: Inside, more: readonly string[]): Promise<string | null> {
  const [program = '', ...prefix] = inside.command;
  const lines: string[] = [];
  const child = spawn(program, [...prefix, ...more], { env: inside.env, stdio: ['ignore', 'pipe', 'pipe'] });
  listen(child.stdout, (line) => lines.push(line));
  listen(child.stderr, (line) => lines.push(line));
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal ?? 'no exit code'));
  });
  for (const line of lines) note(inside, line);
  return code === 0 ? null : lines.join('\n') || `It ended with ${code}.`;
}

function note({ log }: Inside, line: string): void {
  log.push(line);
  if (log.length > mostLines) log.shift();
}

function listen(output: Readable | null, say: (line: string) => void): void {
  if (output) createInterface({ input: output, crlfDelay: Infinity }).on('line', say);
}
