import { randomText } from '../random.ts';
import type { Application } from '../state.ts';
import type { World } from '../world.ts';
import { closings } from './connection.ts';
import type { Closing } from './connection.ts';
import { isAllowed, isValid } from './intents.ts';
import type { Session } from './session.ts';

export interface Identify {
  readonly token?: unknown;
  readonly intents?: unknown;
  readonly shard?: unknown;
}

/** The session that an IDENTIFY asks for, or why there is none. https://docs.discord.com/developers/events/gateway-events#identify */
export function readIdentify(
  world: World,
  wanted: Identify,
): { readonly session: Session } | { readonly refused: Closing } {
  const application = applicationOf(world, wanted.token);
  if (!application) return { refused: closings.authenticationFailed };
  if (!isValid(wanted.intents)) return { refused: closings.invalidIntents };
  if (!isAllowed(application, wanted.intents)) return { refused: closings.disallowedIntents };
  const shard = readShard(wanted.shard);
  if (!shard) return { refused: closings.invalidShard };
  const session = {
    id: randomText(world.random, 32),
    application,
    intents: wanted.intents,
    shard,
    sequence: 0,
    receiver: null,
    keep: null,
    awaited: new Set<string>(),
    frames: [],
  };
  return { session };
}

export function applicationOf(world: World, token: unknown): Application | undefined {
  if (typeof token !== 'string') return undefined;
  const bare = token.replace(/^Bot /, '');
  return [...world.state.applications.values()].find((application) => application.token === bare);
}

function readShard(shard: unknown): readonly [number, number] | null {
  if (shard === undefined || shard === null) return [0, 1];
  if (!Array.isArray(shard) || shard.length !== 2) return null;
  const [id, count] = shard as unknown[];
  const whole = Number.isInteger(id) && Number.isInteger(count);
  return whole && Number(id) >= 0 && Number(id) < Number(count) ? [Number(id), Number(count)] : null;
}

/** https://docs.discord.com/developers/events/gateway#session-start-limit-object; `max_concurrency` counts in five seconds. */
const startsPerDay = 1000;
const day = 24 * 60 * 60_000;
const concurrency = { most: 1, per: 5000 };

/** What an application may still start today. */
export function sessionStartLimit(world: World, applicationId: string) {
  const started = world.sessionStarts.get(applicationId);
  const left = started ? started.since + day - world.clock.now() : 0;
  const used = left > 0 ? (started?.used ?? 0) : 0;
  return {
    total: startsPerDay,
    remaining: Math.max(0, startsPerDay - used),
    reset_after: Math.max(0, left),
    max_concurrency: concurrency.most,
  };
}

/** Counts a start. "too-soon": it has to wait; "too-many": no more today. */
export function createIdentifyLimit(world: World): (application: Application) => 'fine' | 'too-soon' | 'too-many' {
  const last = new Map<string, number>();
  return ({ id }) => {
    const now = world.clock.now();
    const before = last.get(id);
    if (before !== undefined && now - before < concurrency.per) return 'too-soon';
    last.set(id, now);
    const { remaining, reset_after: left } = sessionStartLimit(world, id);
    const started = left > 0 ? world.sessionStarts.get(id) : undefined;
    world.sessionStarts.set(id, { since: started?.since ?? now, used: (started?.used ?? 0) + 1 });
    return remaining > 0 ? 'fine' : 'too-many';
  };
}
