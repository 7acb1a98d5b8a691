import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { Unusable } from './terminal.ts';

/** From bot/dist/main.js, which is also where this file is bundled into, and from bot/src/cli alike. */
const sandboxPlaces = ['../../simulator/dist/sandbox.js', '../../../simulator/dist/sandbox.js'];

/**
 * Runs the pretend Discord, which starts this program again as its bot. Resolves with the exit code once all of it has ended.
 * A Ctrl-C in a terminal reaches every process of the group; each of them stops by itself, and hearing of it twice does no harm.
 */
export async function runSandbox(config: Config, program: string): Promise<number> {
  const sandbox = sandboxPlaces.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (sandbox === undefined) throw new Unusable('The sandbox is not built. Run this first: npm run build');

  const data = join(config.dataDir, 'sandbox');
  const child = spawn(
    process.execPath,
    [sandbox, '--data', data, '--host', config.host, '--port', String(config.port), '--', process.execPath, program],
    // The channel tells the sandbox when this process is gone, however it went.
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass);
  }
}
