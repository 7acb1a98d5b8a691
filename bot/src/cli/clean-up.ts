import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { cleanFiles } from '../files/clean-files.ts';
import { openFiles } from '../files/disk.ts';
import { byteLength } from '../render/content.ts';
import { openStore } from '../store/open.ts';
import type { Terminal } from './terminal.ts';

/** Removes stored attachments that no ticket needs any more; the program may go on serving meanwhile. */
export async function cleanUp(
  { dataDir }: Pick<Config, 'dataDir'>,
  { clock, terminal }: { readonly clock: Clock; readonly terminal: Terminal },
): Promise<void> {
  const store = await openStore({ dataDir, clock });
  try {
    const { files, bytes } = await cleanFiles({ files: openFiles({ dataDir, clock }), store, clock });
    const removed = files === 1 ? '1 file' : `${files} files`;
    terminal.say(files + bytes === 0 ? 'Nothing to remove.' : `Removed ${removed} (${byteLength(bytes, 'en')}).`);
  } finally {
    await store.close();
  }
}
