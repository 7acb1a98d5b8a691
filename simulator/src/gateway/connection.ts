import type { RawData, WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import { createCompressor } from './compress.ts';
import type { Receiver, Session } from './session.ts';

/** One socket: frames in, frames out, and the session it speaks for once it has one. */
export interface Connection extends Receiver {
  session: Session | null;
  /** A frame that is no event. */
  say(op: number, data: unknown): void;
  close(code: number, reason: string): void;
  /** Closes in so many milliseconds, if the client has not gone by then. */
  closeAfter(ms: number, code: number, reason: string): void;
  /** As if the network failed: no goodbye. */
  cut(): void;
}

/** Why a connection is ended: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export const closings = {
  unknownOpcode: [4001, 'Unknown opcode.'],
  decodeError: [4002, 'Error while decoding payload.'],
  notAuthenticated: [4003, 'Not authenticated.'],
  authenticationFailed: [4004, 'Authentication failed.'],
  alreadyAuthenticated: [4005, 'Already authenticated.'],
  invalidSequence: [4007, 'Invalid seq.'],
  rateLimited: [4008, 'Rate limited.'],
  invalidShard: [4010, 'Invalid shard.'],
  invalidVersion: [4012, 'Invalid API version.'],
  invalidIntents: [4013, 'Invalid intent(s).'],
  disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const;

export type Closing = readonly [code: number, reason: string];

/** https://docs.discord.com/developers/events/gateway#sending-events, in bytes; #rate-limiting, per minute. */
const longestFrame = 4096;
const mostFrames = 120;
const minute = 60_000;

/** A client that does not read so much is cut off, in bytes. */
const mostWaiting = 256 * 1024 * 1024;

export interface Heard {
  readonly op: number;
  readonly d: unknown;
}

/** Wraps a socket. What the client says is checked for size, number and form before `hear` gets it. */
export function createConnection(
  socket: WebSocket,
  clock: Clock,
  compressed: boolean,
  listener: { hear(connection: Connection, heard: Heard): void; gone(connection: Connection, code: number): void },
): Connection {
  const deliver = (bytes: string | Buffer) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostWaiting) return socket.terminate();
    socket.send(bytes);
  };
  const compressor = compressed ? createCompressor(deliver) : null;
  const counter = createCounter(clock);
  const connection: Connection = {
    session: null,
    send: (frame) => (compressor ? compressor.write(frame) : deliver(frame)),
    say: (op, data) => connection.send(JSON.stringify({ t: null, s: null, op, d: data })),
    close: (code, reason) => socket.close(code, reason),
    closeAfter(ms, code, reason) {
      const stay = clock.after(ms, () => socket.close(code, reason));
      socket.once('close', stay);
    },
    cut: () => socket.terminate(),
  };
  socket.on('message', (raw) => {
    if (counter.isOver()) return connection.close(...closings.rateLimited);
    const heard = decode(raw);
    if (heard) listener.hear(connection, heard);
    else connection.close(...closings.decodeError);
  });
  socket.on('close', (code) => {
    compressor?.close();
    listener.gone(connection, code);
  });
  // Followed by 'close', which says all there is to say.
  socket.on('error', () => socket.terminate());
  return connection;
}

function decode(raw: RawData): Heard | null {
  const text = raw.toString();
  if (Buffer.byteLength(text) > longestFrame) return null;
  try {
    const frame: unknown = JSON.parse(text);
    if (typeof frame !== 'object' || frame === null || !('op' in frame) || typeof frame.op !== 'number') return null;
    return { op: frame.op, d: 'd' in frame ? frame.d : null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function createCounter(clock: Clock): { isOver(): boolean } {
  let since = clock.now();
  let count = 0;
  return {
    isOver() {
      if (clock.now() - since >= minute) {
        since = clock.now();
        count = 0;
      }
      count += 1;
      return count > mostFrames;
    },
  };
}
