import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DataUnusable } from '../bookkeeping.ts';
import { codes, sqliteCode } from './sqlite/engine.ts';
import type { OpenDatabase } from './sqlite/engine.ts';

export interface Lock {
  release(): void;
}

/**
 * Keeps other programs from serving the same data. The lock is the operating system's, held through an empty SQLite file
 * beside the data: it goes with the process, however that ends. Throws `DataUnusable` if somebody has it.
 */
export function takeLock(open: OpenDatabase, dataDir: string): Lock {
  const database = open(join(dataDir, 'backchannel.lock'), { timeout: 0 });
  const pidPath = join(dataDir, 'backchannel.pid');
  try {
    database.exec('pragma journal_mode = off');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (sqliteCode(error) !== codes.busy) throw error;
    throw new DataUnusable(
      `Another Backchannel${holder(pidPath)} is running on the data in ${dataDir}. Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(pidPath, `${process.pid}\n`);
  return {
    release() {
      rmSync(pidPath, { force: true });
      database.close();
    },
  };
}

/** Only for people to read: the lock says whether somebody runs, this who. */
function holder(pidPath: string): string {
  try {
    return ` (process ${readFileSync(pidPath, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
