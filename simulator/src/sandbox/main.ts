import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { readArguments, usage } from './arguments.ts';
import { firstScene } from './first-scene.ts';
import { serve } from './serve.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);
const read = readArguments(process.argv.slice(2));
if ('wrong' in read) {
  complain(`${read.wrong}\n${usage}`);
  process.exitCode = 2;
} else {
  process.exitCode = await serve({
    ...read,
    pageFolder: fileURLToPath(new URL('./page', import.meta.url)),
    makeScene: firstScene,
    clock: systemClock,
    complain,
  });
}

// Idle connections of browsers would keep the process for some seconds more.
process.stdout.write('', () => process.exit());
