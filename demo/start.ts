import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../simulator/src/clock.ts';
import { serve } from '../simulator/src/sandbox/serve.ts';
import { makeScene } from './scene.ts';
import { tellStories } from './stories.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const inCheckout = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { DATA_DIR, HOST, PORT } = process.env;

if (process.env['npm_lifecycle_event'] === 'demo') stopWithNpm(process.ppid);
process.exitCode = await serve({
  data: join(DATA_DIR || './data', 'demo'),
  host: HOST || '127.0.0.1',
  port: Number(PORT || 3000),
  command: [process.execPath, inCheckout('bot/dist/main.js')],
  pageFolder: inCheckout('simulator/dist/page'),
  makeScene,
  stories: tellStories,
  clock: systemClock,
  complain: (line) => void process.stderr.write(`${line}\n`),
});

// Idle connections of browsers would keep the process for some seconds more.
process.stdout.write('', () => process.exit());

/** When npm is told to end, only the shell between it and us ends, and we would stay behind with another parent. */
function stopWithNpm(shell: number): void {
  if (process.ppid === shell) systemClock.after(300, () => stopWithNpm(shell));
  else process.kill(process.pid, 'SIGTERM');
}
