import type { Clock } from '../clock.ts';
import type { Store } from '../store.ts';

export interface StoreOptions {
  /** The folder that holds backchannel.db; made if missing. */
  readonly dataDir: string;
  readonly clock: Clock;
  /** For the one program that serves this data: a second one is refused. Commands that only look or set leave it out. */
  readonly exclusive?: boolean;
}

/** Opens the data, making or updating its tables. Throws `DataUnusable`, having changed nothing, if it cannot be used. */
export async function openStore(options: StoreOptions): Promise<Store> {
  throw new Error(`${options.dataDir} cannot be opened yet`);
}
