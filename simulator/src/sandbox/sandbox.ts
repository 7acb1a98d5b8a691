import { forget, startLife, type Life, type LifeOptions } from './life.ts';
import { takeLock } from './lock.ts';

export interface Sandbox {
  readonly url: string;
  /** Ends the bot, then the rest; what was said is kept. */
  stop(): Promise<void>;
}

/** A pretend Discord with a page, and a bot that serves it. @throws CannotRead, InUse */
export async function startSandbox(options: LifeOptions): Promise<Sandbox> {
  const { clock, data, complain } = options;
  const unlock = await takeLock(data);
  let working: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const startOver = async () => {
    if (stopped) return;
    const { port } = new URL(life.url);
    await life.stop();
    await forget(data);
    life = await startLife({ ...options, port: Number(port) }, onReset);
  };
  // One after the other, and after the answer to whoever asked is out.
  const onReset = () => {
    const answered = new Promise<void>((resolve) => void clock.after(100, resolve));
    working = working
      .then(() => answered)
      .then(startOver)
      .catch((error: unknown) => complain(`The reset did not work: ${String(error)}`));
  };
  let life: Life;
  try {
    life = await startLife(options, onReset);
  } catch (error) {
    await unlock();
    throw error;
  }
  return {
    url: life.url,
    async stop() {
      if (stopped) return;
      stopped = true;
      await working;
      await life.stop();
      await unlock();
    },
  };
}
