import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { Act } from '../src/sandbox/act.ts';
import type { ActResult, ClientView, MessageView, Status } from '../src/sandbox/wire.ts';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const sandboxProgram = place('../dist/sandbox.js');

/** The bot that is built beside the simulator, as the sandbox is told of it on the command line. */
export const realBot: readonly string[] = [process.execPath, place('../../bot/dist/main.js')];
/** A bot that is configured without a word and then just stays. */
export const silentBot: readonly string[] = program(
  `if (process.argv.at(-1) === 'start') { process.on('disconnect', () => process.exit()); setInterval(() => {}, 1e6); }`,
);

/** A bot program in a line of JavaScript. */
export function program(code: string): readonly string[] {
  return [process.execPath, '-e', code, '--'];
}

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed on standard error. */
  complaints(): string;
  /** Its exit code, once its output has come too. */
  readonly ended: Promise<number | null>;
}

const folders: string[] = [];
const children: ChildProcess[] = [];

/** A folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  await Promise.all(children.splice(0).map(stop));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Runs the built program until the test ends. Rejects with its complaints when it ends before it serves. */
export async function runSandbox(
  command: readonly string[],
  data = newFolder(),
): Promise<Running & { readonly data: string }> {
  const args = ['--data', data, '--port', '0', '--', ...command];
  const child = spawn(process.execPath, [sandboxProgram, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  return { ...(await untilServing(child)), data };
}

/** Waits for the address that a sandbox prints, and stops it at the end of the test. */
export async function untilServing(child: ChildProcess): Promise<Running> {
  children.push(child);
  let out = '';
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
    // A child whose channel was cut from here never closes.
    child.once('exit', (code) => setTimeout(resolve, 500, code));
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const printed = /http:\/\/[\d.]+:\d+/.exec(out);
      if (printed) resolve(printed[0]);
    });
    void ended.then((code) => reject(new Error(`exit code ${code}: ${err}`)));
  });
  return { url, child, complaints: () => err, ended };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** The sandbox's HTTP API, as its page uses it. */
export function apiOf({ url }: Pick<Running, 'url'>) {
  const api = `${url}/sandbox/api`;
  const json = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const request = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetch(api + path, body === undefined ? {} : request);
    return (await response.json()) as Answer;
  };
  const status = () => json<Status>('/status');
  const idOf = async (username: string) => {
    const person = (await status()).people.find((one) => one.username === username);
    if (!person) throw new Error(`${username} is not in the cast`);
    return person.id;
  };
  const client = async (username: string) => json<ClientView>(`/people/${await idOf(username)}/client`);
  return {
    status,
    idOf,
    client,
    control: (path: string, body: unknown = {}) => json<Status>(path, body),
    act: async (username: string, act: Act) => json<ActResult>(`/people/${await idOf(username)}/acts`, act),
    messages: async (username: string, channel: string) =>
      (await json<{ messages: MessageView[] }>(`/people/${await idOf(username)}/channels/${channel}/messages`))
        .messages,
    /** The channel of that name that the person sees, or their DM with the bot. */
    async channel(username: string, name: string): Promise<string> {
      const { directMessages, servers } = await client(username);
      const found = servers.flatMap(({ channels }) => channels).find((one) => one.name === name);
      const id = name === 'dm' ? directMessages[0]?.channelId : found?.id;
      if (id === undefined) throw new Error(`${username} sees no ${name}`);
      return id;
    },
  };
}

/** Asks until the answer is what one waits for: other programs take their own time. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isEnough: (answer: Answer) => boolean,
  within = 30_000,
): Promise<Answer> {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (isEnough(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
