import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, writeConfigProblem } from '../bot/src/config.ts';
import { systemClock } from '../simulator/src/clock.ts';
import { serve } from '../simulator/src/sandbox/serve.ts';
import { makeScene } from './scene.ts';
import { tellStories } from './stories.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const inCheckout = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const complain = (line: string): void => void process.stderr.write(`${line}\n`);
const read = readConfig(process.env);

if (process.env['npm_lifecycle_event'] === 'demo') stopWithNpm(process.ppid);
if ('problems' in read) {
  for (const problem of read.problems) complain(writeConfigProblem(problem));
  process.exitCode = 1;
} else {
  process.exitCode = await serve({
    data: join(read.config.dataDir, 'demo'),
    host: read.config.host,
    port: read.config.port,
    command: [process.execPath, inCheckout('bot/dist/main.js')],
    pageFolder: inCheckout('simulator/dist/page'),
    makeScene,
    stories: tellStories,
    clock: systemClock,
    complain,
  });
}

// Idle connections of browsers would keep the process for some seconds more.
process.stdout.write('', () => process.exit());

/** When npm is told to end, only the shell between it and us ends, and we would stay behind with another parent. */
function stopWithNpm(shell: number): void {
  if (process.ppid === shell) systemClock.after(300, () => stopWithNpm(shell));
  else process.kill(process.pid, 'SIGTERM');
}
