import type { World } from '../world.ts';
import type { Held } from './route.ts';

/** Addresses that were refused too often: ways.blocks in options.ts. */
export interface Blocks {
  /** What a blocked address gets; null for all others. */
  answerTo(address: string): Held | null;
  count(address: string, answer: { readonly status: number; readonly headers?: readonly string[] }): void;
}

const window = 10 * 60_000;
const invalid: readonly number[] = [401, 403, 429];

export function createBlocks(world: World): Blocks {
  const refused = new Map<string, { readonly since: number; count: number }>();
  const current = (address: string) => {
    const found = refused.get(address);
    return found && world.clock.now() - found.since < window ? found : undefined;
  };
  return {
    answerTo(address) {
      const { blocks } = world.ways;
      const found = current(address);
      if (!blocks || !found || found.count < blocks.after) return null;
      if (blocks.as === 'json')
        return {
          status: 429,
          headers: [],
          body: { code: 0, message: 'You are being blocked from accessing our API.' },
        };
      const seconds = Math.ceil((found.since + window - world.clock.now()) / 1000);
      const html =
        '<!DOCTYPE html><html><head><title>Access denied</title></head><body>Error 1015: rate limited</body></html>';
      return { status: 429, headers: ['Retry-After', String(seconds)], html };
    },
    count(address, { status, headers = [] }) {
      if (!world.ways.blocks || !invalid.includes(status) || headers.includes('shared')) return;
      const found = current(address);
      if (found) found.count += 1;
      else refused.set(address, { since: world.clock.now(), count: 1 });
    },
  };
}
