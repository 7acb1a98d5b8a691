import { cleanFiles } from './files/clean-files.ts';
import { openFiles } from './files/disk.ts';
import type { Ground } from './ground.ts';
import { createChores, type Chore } from './tickets/chores.ts';
import { cleanUp } from './tickets/clean-up.ts';
import { createQuiet, type Quiet } from './tickets/quiet.ts';
import { emptyOldTickets } from './tickets/retention.ts';
import { createTimers, type Timers } from './tickets/timers.ts';

/** What was put off until a certain time, and what comes back every day. */
export function createWaiting(
  ground: Ground,
  isConnected: () => boolean,
): Timers & Pick<Quiet, 'hear'> & { readonly start: () => Promise<void> } {
  const onError = (error: unknown, what: string): void => ground.log.error({ error, what }, 'a timer has to wait');
  const chores = createChores({ ...ground, chores: choresOf(ground), onError });
  const timers = createTimers({ ...ground, chores, onError });
  const quiet = createQuiet({ ...ground, isConnected, onError });
  return {
    wake: timers.wake,
    hear: quiet.hear,
    async idle() {
      for (const part of [timers, quiet]) await part.idle();
    },
    async stop() {
      for (const part of [timers, quiet]) await part.stop();
    },
    async start() {
      await chores.schedule();
      timers.wake();
      quiet.start();
    },
  };
}

function choresOf(ground: Ground): Readonly<Record<string, Chore>> {
  const files = openFiles({ clock: ground.clock, dataDir: ground.config.dataDir });
  return {
    'clean-up': cleanUp({ ...ground, cleanFiles: (signal) => cleanFiles({ ...ground, files }, signal) }),
    retention: emptyOldTickets(ground),
  };
}
