import type { Clock } from '../clock.ts';
import type { Cleaned, Files } from '../files.ts';
import type { Store } from '../store.ts';

/** A file is written before the entry that needs it is; nobody takes longer for that. */
const grace = 24 * 60 * 60_000;

/** Removes the files that no entry refers to any more. It may run while the program does, and be interrupted. */
export function cleanFiles(
  parts: { readonly files: Files; readonly store: Pick<Store, 'tables'>; readonly clock: Pick<Clock, 'now'> },
  signal?: AbortSignal,
): Promise<Cleaned> {
  const { files, store, clock } = parts;
  return files.clean(clock.now() - grace, (hash) => store.tables.files.isNeeded(hash), signal);
}
