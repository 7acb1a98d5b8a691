import type { Clock } from '../clock.ts';
import { createLoop, type Loop } from '../loop.ts';
import { asLastLine } from './endings.ts';
import type { BotId } from '../ids.ts';

/** The running program, as app.ts makes it. */
export interface Running {
  /** Where its own pages are; null when it serves none. */
  readonly url: string | null;
  readonly bot: BotId;
  /** The privileged intents that it has. */
  readonly intents: { readonly content: boolean; readonly members: boolean };
  /** Looks whether another process has changed settings. */
  lookAtSettings(): Promise<void>;
  stop(): Promise<void>;
  /** The exit code, once the program cannot go on. */
  readonly ended: Promise<number>;
}

/**
 * What the command line changes counts within a second, also while nothing happens. What a look is told may have been read half a second
 * before; milliseconds.
 */
const betweenLooks = 400;

/** Runs until a signal, or until it cannot go on; gives the exit code. */
export async function serve(
  start: () => Promise<Running>,
  onStarted: (running: Running) => void,
  { clock, onError }: { readonly clock: Clock; readonly onError: (error: unknown) => void },
): Promise<number> {
  const stopped = stopSignal();
  let looking: Loop | null = null;
  try {
    const running = await Promise.race([start(), stopped.came]);
    if (running === 'stop') return 0;
    onStarted(running);
    looking = createLoop({ clock, turn: () => look(running, clock), onError });
    looking.wake();
    const end = await Promise.race([running.ended, stopped.came]);
    await looking.stop();
    await running.stop();
    return end === 'stop' ? 0 : end;
  } catch (error) {
    throw asLastLine(error);
  } finally {
    stopped.forget();
  }
}

async function look(running: Running, clock: Clock): Promise<number> {
  await running.lookAtSettings();
  return clock.now() + betweenLooks;
}

/** A signal, or the end of the process that started this one with a channel to it. */
function stopSignal(): { readonly came: Promise<'stop'>; readonly forget: () => void } {
  let stop = (): void => undefined;
  const came = new Promise<'stop'>((resolve) => {
    stop = () => resolve('stop');
  });
  process.on('SIGINT', stop).on('SIGTERM', stop).on('disconnect', stop);
  return { came, forget: () => void process.off('SIGINT', stop).off('SIGTERM', stop).off('disconnect', stop) };
}
