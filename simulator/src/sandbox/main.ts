import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { readArguments, usage } from './arguments.ts';
import { firstScene } from './first-scene.ts';
import { CannotRead } from './keep.ts';
import { InUse } from './lock.ts';
import { startSandbox } from './sandbox.ts';
import { untilStopped } from './until-stopped.ts';

const complain = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if ('wrong' in read) {
    complain(`${read.wrong}\n${usage}`);
    return 2;
  }
  const stopped = untilStopped();
  const sandbox = await startSandbox({
    ...read,
    pageFolder: fileURLToPath(new URL('./page', import.meta.url)),
    makeScene: firstScene,
    clock: systemClock,
    complain,
  });
  process.stdout.write(
    `No Discord account in use. Set DISCORD_TOKEN to go live.\nThe sandbox is at ${sandbox.url}/ (Ctrl-C stops it)\n`,
  );
  await stopped;
  await sandbox.stop();
  return 0;
}

function inOneLine(error: unknown): string | null {
  if (error instanceof CannotRead || error instanceof InUse) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE') return `${error.message}. Choose another PORT, or 0 for any free one.`;
  if (error.code === 'EACCES' || error.code === 'EROFS') return `${error.message}. Choose another DATA_DIR or PORT.`;
  return null;
}

try {
  process.exitCode = await main();
} catch (error) {
  const line = inOneLine(error);
  if (line === null) throw error;
  complain(line);
  process.exitCode = 1;
}
// Idle connections of browsers would keep the process for some seconds more.
process.stdout.write('', () => process.exit());
