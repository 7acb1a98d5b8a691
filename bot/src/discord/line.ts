import { type GatewayDispatchPayload, GatewayDispatchEvents as Dispatch } from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { DiscordEvent } from '../incoming.ts';
import type { Log } from '../log.ts';
import { readEvent } from './events.ts';
import { createHandling } from './handling.ts';
import { createProgress } from './progress.ts';
import type { Reader } from './read-message.ts';
import type { Session } from './session.ts';

/** Events on their way from the connection to the handler. */
export interface Line {
  readonly session: Session;
  /** Goes on where the process before us stopped. */
  load(): Promise<void>;
  /** Takes in what arrived; false when there is no room for more. */
  take(payload: GatewayDispatchPayload): boolean;
  /** Resolves when there is room. */
  room(): Promise<void>;
  stop(): Promise<void>;
  processed(): number;
  received(): number;
}

export interface LineOptions {
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  readonly session: Session;
  readonly onEvent: (event: DiscordEvent) => Promise<void>;
  /** Called whenever a session begins or goes on. */
  readonly onReady: () => void;
  /** `take` has no room for more; there is room again when half of them are done. */
  readonly mostWaiting: number;
}

/** For the handlers that are running when we stop; milliseconds. */
const handlerPatience = 10_000;

export function createLine({ reader, clock, log, session, onEvent, onReady, mostWaiting }: LineOptions): Line {
  let processed = 0;
  let received = 0;
  let roomMade: (() => void) | null = null;
  const progress = createProgress((last) => {
    processed = last.sequence;
    session.reached(last);
    if (progress.waiting() <= mostWaiting / 2) roomMade?.();
  });
  const handling = createHandling(onEvent, clock, log);

  return {
    session,
    async load() {
      processed = received = await session.load();
    },
    take(payload) {
      received = payload.s;
      const done = progress.arrive({ session: session.current()?.sessionId ?? '', sequence: payload.s });
      const event = understand(reader, payload, log);
      if (event) handling.handle(event, done);
      else done();
      if (payload.t === Dispatch.Ready || payload.t === Dispatch.Resumed) onReady();
      return progress.waiting() < mostWaiting;
    },
    async room() {
      if (progress.waiting() <= mostWaiting / 2) return;
      await new Promise<void>((resolve) => (roomMade = resolve));
    },
    async stop() {
      await handling.stop(handlerPatience);
      await session.save();
    },
    processed: () => processed,
    received: () => received,
  };
}

/** An event that cannot be read would fail the same way each time. */
function understand(reader: Reader, payload: GatewayDispatchPayload, log: Log): DiscordEvent | null {
  try {
    return readEvent(reader, payload);
  } catch (error) {
    log.error({ event: payload.t, error }, 'An event is not formed as Discord documents it and is passed over');
    return null;
  }
}
