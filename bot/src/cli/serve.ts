import { asLastLine } from './endings.ts';
import type { BotId } from '../ids.ts';

/** The running program, as app.ts makes it. */
export interface Running {
  /** Where its own pages are; null when it serves none. */
  readonly url: string | null;
  readonly bot: BotId;
  /** The privileged intents that it has. */
  readonly intents: { readonly content: boolean; readonly members: boolean };
  stop(): Promise<void>;
  /** The exit code, once the program cannot go on. */
  readonly ended: Promise<number>;
}

/** Runs until a signal, or until it cannot go on; gives the exit code. */
export async function serve(start: () => Promise<Running>, onStarted: (running: Running) => void): Promise<number> {
  const stopped = stopSignal();
  try {
    const running = await Promise.race([start(), stopped.came]);
    if (running === 'stop') return 0;
    onStarted(running);
    const end = await Promise.race([running.ended, stopped.came]);
    await running.stop();
    return end === 'stop' ? 0 : end;
  } catch (error) {
    throw asLastLine(error);
  } finally {
    stopped.forget();
  }
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
