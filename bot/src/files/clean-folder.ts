import { opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Cleaned } from '../files.ts';
import type { FileHash } from '../ids.ts';
import { isMissing } from './missing.ts';

/** Where a file lies while it is decided whether it goes: under its own name nobody finds it, so whoever puts it writes it anew. */
export const setAside = (path: string): string => `${path}.going`;

/**
 * Removes files that nobody needs, and drafts of writers that died, if they were kept before that moment.
 * A file is set aside first and looked at again then: a put before that has made it young, and one after it has written it anew.
 * One that was left aside by a process that died is decided the next time.
 */
export async function cleanFolder(
  root: string,
  before: number,
  isNeeded: (hash: FileHash) => Promise<boolean>,
  signal?: AbortSignal,
): Promise<Cleaned> {
  let files = 0;
  let bytes = 0;
  for await (const { path, hash } of filesIn(root)) {
    signal?.throwIfAborted();
    const freed = await (hash === null ? removeDraft(path, before) : removeFile(path, hash, before, isNeeded));
    if (freed !== null && hash !== null) files += 1;
    bytes += freed ?? 0;
  }
  return { files, bytes };
}

interface Found {
  /** Its own, not the one aside. */
  readonly path: string;
  /** Null for a draft. */
  readonly hash: FileHash | null;
}

async function* filesIn(root: string): AsyncGenerator<Found> {
  for await (const { path, name } of walk(root)) {
    const [, hash, ending] = /^([0-9a-f]{64})(\.going)?$/.exec(name) ?? [];
    if (hash !== undefined)
      yield { path: ending === undefined ? path : path.slice(0, -ending.length), hash: hash as FileHash };
    else if (name.endsWith('.part')) yield { path, hash: null };
  }
}

async function* walk(folder: string): AsyncGenerator<{ readonly path: string; readonly name: string }> {
  let entries: Awaited<ReturnType<typeof opendir>>;
  try {
    entries = await opendir(folder);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield { path, name: entry.name };
  }
}

/** The bytes that became free; null when it stays. */
async function removeFile(
  path: string,
  hash: FileHash,
  before: number,
  isNeeded: (hash: FileHash) => Promise<boolean>,
): Promise<number | null> {
  const aside = setAside(path);
  const known = await factsOf(path);
  // Most files are needed: those are not touched.
  if (known !== null && (known.keptAt >= before || (await isNeeded(hash)))) return null;
  await moveIfThere(path, aside);
  const facts = await factsOf(aside);
  if (facts === null) return null;
  if (facts.keptAt >= before || (await isNeeded(hash))) {
    await moveIfThere(aside, path);
    return null;
  }
  await rm(aside, { force: true });
  return facts.size;
}

async function removeDraft(path: string, before: number): Promise<number | null> {
  const facts = await factsOf(path);
  if (facts === null || facts.keptAt >= before) return null;
  await rm(path, { force: true });
  return facts.size;
}

async function factsOf(path: string): Promise<{ readonly keptAt: number; readonly size: number } | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return { keptAt: mtimeMs, size };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
