import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Said to people as it is. */
export class InUse extends Error {
  constructor(data: string, pid: number) {
    super(`${data} is used by another sandbox (process ${pid}). Stop that one, or choose another folder.`);
    this.name = 'InUse';
  }
}

/** Two sandboxes on one folder would write over each other. Resolves with a function that gives it back. @throws InUse */
export async function takeLock(data: string): Promise<() => Promise<void>> {
  const file = join(data, 'sandbox.pid');
  await mkdir(data, { recursive: true });
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) throw new InUse(data, holder);
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is there, only not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
