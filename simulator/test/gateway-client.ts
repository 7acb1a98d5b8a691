import { constants, createInflate } from 'node:zlib';
import { WebSocket } from 'ws';
import type { Library } from './library.ts';

export interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Readonly<Record<string, unknown>>;
}

/** A plain WebSocket at the gateway, without any library's ideas. */
export interface GatewayClient {
  /** Everything heard so far. */
  readonly frames: readonly Frame[];
  /** The next frame that fits and was not returned before, also one that has come already. */
  next(fits: string | ((frame: Frame) => boolean)): Promise<Frame>;
  /** The names of the events heard so far. */
  events(): (string | null)[];
  say(op: number, d: unknown): void;
  text(text: string): void;
  /** Resolves with the close code. */
  readonly closed: Promise<number>;
  close(code?: number): void;
  /** Gone without a goodbye. */
  vanish(): void;
}

/** Every intent there is. */
export const allIntents = 0b11_0011_0001_1111_1111_1111_1111;

const open = new Set<WebSocket>();

export function connect({ simulator }: Pick<Library, 'simulator'>, query = 'v=10&encoding=json'): GatewayClient {
  const socket = new WebSocket(`${simulator.url.replace('http', 'ws')}/gateway?${query}`);
  open.add(socket);
  const frames: Frame[] = [];
  const taken = new Set<Frame>();
  let waiting: (() => void)[] = [];
  const hear = (text: string) => {
    frames.push(JSON.parse(text) as Frame);
    const all = waiting;
    waiting = [];
    for (const wake of all) wake();
  };
  if (query.includes('zlib-stream')) inflate(socket, hear);
  else socket.on('message', (data: Buffer) => hear(data.toString()));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('error', () => socket.terminate());
  return {
    frames,
    async next(fits) {
      const matches = typeof fits === 'string' ? (frame: Frame) => frame.t === fits : fits;
      for (;;) {
        const found = frames.find((frame) => !taken.has(frame) && matches(frame));
        if (found) {
          taken.add(found);
          return found;
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    events: () => frames.filter(({ op }) => op === 0).map(({ t }) => t),
    say: (op, d) => socket.send(JSON.stringify({ op, d })),
    text: (text) => socket.send(text),
    closed,
    close: (code) => socket.close(code),
    vanish: () => socket.terminate(),
  };
}

/** Connected and identified; the servers have been told. */
export async function identified(
  here: Library,
  { intents = allIntents, shard, query }: { intents?: number; shard?: [number, number]; query?: string } = {},
): Promise<GatewayClient & { readonly ready: Frame }> {
  const client = connect(here, query);
  await client.next(({ op }) => op === 10);
  client.say(2, { token: here.application.token, intents, properties: {}, ...(shard ? { shard } : {}) });
  const ready = await client.next('READY');
  for (const _ of intents & 1 ? (ready.d.guilds as unknown[]) : []) await client.next('GUILD_CREATE');
  return Object.assign(client, { ready });
}

/** Reconnects with an earlier READY's session. */
export async function resuming(here: Library, ready: Frame, seq: number): Promise<GatewayClient> {
  const client = connect(here);
  await client.next(({ op }) => op === 10);
  client.say(6, { token: here.application.token, session_id: ready.d.session_id, seq });
  return client;
}

export function leaveNobodyConnected(): void {
  for (const socket of open) socket.terminate();
  open.clear();
}

/** One context for the whole connection; a frame ends with 00 00 ff ff. */
function inflate(socket: WebSocket, hear: (text: string) => void): void {
  const stream = createInflate({ flush: constants.Z_SYNC_FLUSH });
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('message', (data: Buffer) => {
    if (!data.subarray(-4).equals(Buffer.from([0, 0, 0xff, 0xff]))) throw new Error('a frame without an end');
    stream.write(data);
    stream.flush(constants.Z_SYNC_FLUSH, () => {
      if (text === '') return;
      hear(text);
      text = '';
    });
  });
}
