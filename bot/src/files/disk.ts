import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Clock } from '../clock.ts';
import type { Files, OpenFile } from '../files.ts';
import type { FileHash } from '../ids.ts';
import { cleanFolder, setAside } from './clean-folder.ts';
import { isMissing } from './missing.ts';

export interface DiskOptions {
  readonly dataDir: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Bytes of the disk that stay free. */
  readonly reserve?: number;
}

/**
 * Keeps attachments as DATA_DIR/files/ab/cd/abcd…, named by their hash. A file is there completely or not at all,
 * also after a power cut: it is written and flushed under another name first.
 */
export function openFiles({ dataDir, clock, reserve = 0 }: DiskOptions): Files {
  const root = join(dataDir, 'files');
  // Files carry the clock's time, by which they are cleaned up.
  const seconds = (): number => clock.now() / 1000;

  return {
    async put(bytes) {
      await mkdir(root, { recursive: true });
      const draft = join(root, `${randomBytes(12).toString('hex')}.part`);
      try {
        const file = await open(draft, 'wx');
        try {
          const { hash, size } = await write(file, bytes);
          const path = pathOf(root, hash);
          if (!(await isKept(path, size, seconds()))) {
            await file.utimes(seconds(), seconds());
            await file.sync();
            await moveInto(draft, path);
          }
          return hash;
        } finally {
          await file.close();
        }
      } finally {
        await rm(draft, { force: true });
      }
    },
    async get(hash) {
      if (!isHash(hash)) return null;
      const path = pathOf(root, hash);
      return (await read(path)) ?? read(setAside(path));
    },
    async open(hash) {
      if (!isHash(hash)) return null;
      const path = pathOf(root, hash);
      return (await opened(path)) ?? opened(setAside(path));
    },
    async room() {
      await mkdir(root, { recursive: true });
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize - reserve;
    },
    clean: (before, isNeeded, signal) => cleanFolder(root, before, isNeeded, signal),
  };
}

/** A hash may come from outside; nothing but a hash may become a path. */
function isHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}

function pathOf(root: string, hash: FileHash): string {
  return join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
}

async function write(
  file: FileHandle,
  bytes: Parameters<Files['put']>[0],
): Promise<{ readonly hash: FileHash; readonly size: number }> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    digest.update(chunk);
    size += chunk.byteLength;
    await file.appendFile(chunk);
  }
  return { hash: digest.digest('hex') as FileHash, size };
}

/** Whether it is there already, and then it counts as kept from now on. */
async function isKept(path: string, size: number, now: number): Promise<boolean> {
  try {
    await utimes(path, now, now);
    return (await stat(path)).size === size;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function moveInto(draft: string, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await rename(draft, path);
  await syncFolder(folder);
}

/** The new name is on disk only when its folder is; Windows cannot open folders and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function read(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function opened(path: string): Promise<OpenFile | null> {
  try {
    const { size } = await stat(path);
    return { size, read: (from, to) => createReadStream(path, { start: from, end: to }) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
