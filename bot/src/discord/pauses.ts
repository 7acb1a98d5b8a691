import type { Clock } from '../clock.ts';
import { SlowDown } from '../refusal.ts';

/** More addresses than this are never paused at once; beyond it, those that are over are swept out. */
const sweepAt = 500;

export interface Pauses {
  /** Throws `SlowDown` while what is asked is paused. */
  check(method: string, route: string, body: unknown): void;
  keep(method: string, route: string, body: unknown, pause: unknown): void;
}

/**
 * Limits that no header announces, like renaming a channel or all webhooks of a channel together, are only learnt by being refused,
 * and the REST client forgets them. Asking again before they are over would count towards a ban of our address:
 * https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export function createPauses(clock: Clock): Pauses {
  const pauses = new Map<string, { readonly until: number; readonly scope: SlowDown['scope'] }>();
  return {
    check(method, route, body) {
      if (pauses.size === 0) return;
      const key = keyOf(method, route, body);
      const pause = pauses.get(key);
      if (!pause) return;
      const left = pause.until - clock.now();
      if (left > 0) throw new SlowDown(left, pause.scope);
      pauses.delete(key);
    },
    keep(method, route, body, pause) {
      if (!(pause instanceof SlowDown)) return;
      if (pauses.size >= sweepAt) for (const [key, { until }] of pauses) if (until <= clock.now()) pauses.delete(key);
      pauses.set(keyOf(method, route, body), { until: clock.now() + pause.afterMs, scope: pause.scope });
    },
  };
}

/** A channel can be moved and archived while it may not be renamed. */
function keyOf(method: string, route: string, body: unknown): string {
  const renames = method === 'PATCH' && typeof body === 'object' && body !== null && 'name' in body && body.name;
  return renames ? `${method} ${route} name` : `${method} ${route}`;
}
