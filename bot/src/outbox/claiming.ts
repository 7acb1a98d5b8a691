import type { Claim } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { Store, Tables } from '../store.ts';

export interface Claiming {
  /** The store's. What is due when it ends is claimed in the same commit and begun right after it. */
  readonly transaction: Store['transaction'];
  /** Claims and begins whatever is due, also lanes whose holder did not come back in time. */
  takeAll(): Promise<void>;
  /** Lanes that are ours, or will be once it is committed. */
  held(): number;
  hasRoom(): boolean;
  /** Claims nothing from now on. */
  stop(): void;
}

export interface ClaimingParts {
  readonly clock: Clock;
  readonly store: Pick<Store, 'transaction'>;
  /** So many lanes are worked on at once. */
  readonly width: number;
  /** How long a lane is ours before another process may take it; milliseconds. */
  readonly lease: number;
  /** Works on a lane until it is let go. */
  readonly begin: (claim: Claim) => Promise<void>;
  /** Called after lanes were let go. `wasFull`: for lack of room some that are due may have been left alone. */
  readonly letGo: (wasFull: boolean) => void;
}

/** Owing and claiming in one commit: another one would take as long as sending. */
export function createClaiming({ clock, store, width, lease, begin, letGo }: ClaimingParts): Claiming {
  let held = 0;
  let stopped = false;
  const hasRoom = (): boolean => !stopped && held < width;

  async function claim({ outbox }: Tables, how: 'take' | 'takeWaiting'): Promise<readonly Claim[]> {
    if (!hasRoom()) return [];
    const now = clock.now();
    const claims = await outbox[how](now, now + lease, width - held);
    held += claims.length;
    return claims;
  }

  async function claimAfter<Result>(
    work: (tables: Tables) => Promise<Result>,
    how: 'take' | 'takeWaiting',
  ): Promise<Result> {
    let claims: readonly Claim[] = [];
    try {
      const result = await store.transaction(async (tables) => {
        const done = await work(tables);
        claims = await claim(tables, how);
        return done;
      });
      for (const one of claims) void begin(one).finally(() => release(1));
      return result;
    } catch (error) {
      release(claims.length);
      throw error;
    }
  }

  function release(lanes: number): void {
    const wasFull = held >= width;
    held -= lanes;
    letGo(wasFull);
  }

  return {
    transaction: (work) => claimAfter(work, 'takeWaiting'),
    takeAll: () => claimAfter(async () => undefined, 'take'),
    held: () => held,
    hasRoom,
    stop() {
      stopped = true;
    },
  };
}
