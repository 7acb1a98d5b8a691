import { createHash } from 'node:crypto';
import { type Allowance, type Bucket, buckets, global, hidden, type LimitName } from './limits/numbers.ts';

/** One request, as far as limits look at it. */
export interface Asked {
  /** The bot's user id, or the address of who has no token. */
  readonly by: string;
  readonly limit: LimitName;
  /** The top-level resource: a channel, a server, or a webhook with its token. */
  readonly resource: string;
  /** Interaction answers do not count against the global limit. */
  readonly globalExempt: boolean;
  readonly hidden: { readonly limit: keyof typeof hidden; readonly resource: string } | null;
}

export interface Verdict {
  /** Flat: name, value, name, value. */
  readonly headers: readonly string[];
  /** Why and how long (seconds) the request has to wait; null when it may pass. */
  readonly refused: { readonly retryAfter: number; readonly scope: 'user' | 'global' | 'shared' } | null;
}

export interface Limits {
  /**
   * Counts a request. Where limits are not enforced nothing is refused, and the headers never say that nothing remains:
   * clients would hold themselves back.
   */
  take(asked: Asked, enforce: boolean): Verdict;
}

interface Window {
  used: number;
  endsAt: number;
}

/** How many windows are kept before those that are over are thrown away. */
const sweepAt = 20_000;

export function createLimits(now: () => number): Limits {
  const windows = new Map<string, Window>();
  const hashes = bucketHashes();

  function open(key: string, allowance: Allowance, at: number): Window {
    const known = windows.get(key);
    if (known && known.endsAt > at) return known;
    if (windows.size > sweepAt) for (const [old, window] of windows) if (window.endsAt <= at) windows.delete(old);
    const window = { used: 0, endsAt: at + allowance.per };
    windows.set(key, window);
    return window;
  }

  return {
    take(asked, enforce) {
      const at = now();
      const bucket: Bucket = buckets[asked.limit];
      const hash = hashes.get(asked.limit)!;
      const own = open(`${asked.by} ${asked.limit} ${asked.resource}`, bucket, at);
      const all = asked.globalExempt ? null : open(`${asked.by} global`, global, at);
      const unseen =
        asked.hidden && open(`${asked.hidden.limit} ${asked.hidden.resource}`, hidden[asked.hidden.limit], at);
      const wait = (window: Window) => (window.endsAt - at) / 1000;
      if (enforce) {
        const refused = (scope: 'user' | 'global' | 'shared', retryAfter: number): Verdict => ({
          headers: headersOf(bucket, own, hash, at, true),
          refused: { scope, retryAfter },
        });
        if (all && all.used >= global.limit) return refused('global', wait(all));
        if (own.used >= bucket.limit) return refused('user', wait(own));
        if (unseen && asked.hidden && unseen.used >= hidden[asked.hidden.limit].limit)
          return refused(asked.hidden.limit === 'rename' ? 'user' : 'shared', wait(unseen));
      }
      own.used += 1;
      if (all) all.used += 1;
      if (unseen) unseen.used += 1;
      return { headers: headersOf(bucket, own, hash, at, enforce), refused: null };
    },
  };
}

/** https://docs.discord.com/developers/topics/rate-limits#header-format */
function headersOf(bucket: Bucket, window: Window, hash: string, at: number, enforce: boolean): string[] {
  const left = Math.max(enforce ? 0 : 1, bucket.limit - window.used);
  const endsAt = bucket.shownPer === undefined ? window.endsAt : window.endsAt - bucket.per + bucket.shownPer;
  return [
    'X-RateLimit-Limit',
    String(bucket.limit),
    'X-RateLimit-Remaining',
    String(left),
    'X-RateLimit-Reset',
    (endsAt / 1000).toFixed(3),
    'X-RateLimit-Reset-After',
    ((endsAt - at) / 1000).toFixed(3),
    'X-RateLimit-Bucket',
    hash,
  ];
}

function bucketHashes(): ReadonlyMap<string, string> {
  const hashes = new Map<string, string>();
  for (const [name, bucket] of Object.entries<Bucket>(buckets))
    hashes.set(
      name,
      createHash('md5')
        .update(bucket.hash ?? name)
        .digest('hex'),
    );
  return hashes;
}
