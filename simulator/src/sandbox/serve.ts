import { CannotRead } from './keep.ts';
import type { LifeOptions } from './life.ts';
import { InUse } from './lock.ts';
import { startSandbox } from './sandbox.ts';

/** Runs a sandbox until this process is asked to stop, and gives its exit code. What an operator can mend is said in one line. */
export async function serve(options: LifeOptions): Promise<number> {
  const stopped = untilStopped();
  try {
    const sandbox = await startSandbox(options);
    process.stdout.write(
      `No Discord account in use. Set DISCORD_TOKEN to go live.\nThe sandbox is at ${sandbox.url}/ (Ctrl-C stops it)\n`,
    );
    await stopped;
    await sandbox.stop();
    return 0;
  } catch (error) {
    const line = inOneLine(error);
    if (line === null) throw error;
    options.complain(line);
    return 1;
  }
}

/** A signal, or the end of the process that started this one with a channel to it. Hearing of it twice does no harm. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop).on('disconnect', stop);
  });
}

function inOneLine(error: unknown): string | null {
  if (error instanceof CannotRead || error instanceof InUse) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  switch (error.code) {
    case 'EADDRINUSE':
      return `${error.message}. Choose another PORT, or 0 for any free one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${error.message}. HOST must be an address of this machine; the usual one is 127.0.0.1.`;
    case 'EACCES':
    case 'EROFS':
    case 'ENOSPC':
      return `${error.message}. Choose another DATA_DIR or PORT.`;
    default:
      return null;
  }
}
