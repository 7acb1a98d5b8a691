import type { Claim } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../store.ts';

/**
 * Keeps a lane ours for as long as it is worked on, until the returned function is called: what takes long, like files that wait
 * for their turn, must not be begun a second time beside itself. `lease` in milliseconds.
 */
export function keepHold(
  parts: {
    readonly clock: Clock;
    readonly store: Pick<Store, 'transaction'>;
    readonly onError: (error: unknown, delivery: null) => void;
  },
  { lane, fence }: Pick<Claim, 'lane' | 'fence'>,
  lease: number,
): () => void {
  const { clock, store } = parts;
  let cancel = clock.after(lease / 3, renew);

  function renew(): void {
    cancel = clock.after(lease / 3, renew);
    store
      .transaction((tables) => tables.outbox.hold({ lane, fence }, clock.now() + lease))
      .catch((error: unknown) => parts.onError(error, null));
  }

  return () => cancel();
}
