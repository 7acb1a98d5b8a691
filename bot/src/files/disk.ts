import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { Files } from '../files.ts';
import type { FileHash } from '../ids.ts';

/**
 * Keeps attachments as DATA_DIR/files/ab/cd/abcd…, named by their hash. A file is there completely or not at all,
 * also after a power cut: it is written and flushed under another name first.
 */
export function openFiles(options: { readonly dataDir: string }): Files {
  const root = join(options.dataDir, 'files');

  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex') as FileHash;
      const path = pathOf(root, hash);
      if (await isThere(path, bytes.byteLength)) return hash;
      await writeWhole(path, bytes);
      return hash;
    },
    async get(hash) {
      // A hash may come from outside one day; nothing but a hash may become a path.
      if (!/^[0-9a-f]{64}$/.test(hash)) return null;
      try {
        return await readFile(pathOf(root, hash));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

function pathOf(root: string, hash: FileHash): string {
  return join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
}

async function isThere(path: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
