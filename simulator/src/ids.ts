import type { Clock } from './clock.ts';
import type { State } from './state.ts';

/** The first instant of 2015: https://docs.discord.com/developers/reference#snowflakes */
const epoch = 1_420_070_400_000;

/** Real ids have 17 to 19 digits, and clients match them so; ours have at least 18. */
const smallest = 100_000_000_000_000_000n;

/** Makes ids that go on from the state's last one, also when the clock stands still or the state is older. */
export function createIds(state: State, clock: Clock): () => string {
  return () => {
    const fromClock = idAt(clock.now());
    state.lastId = fromClock > state.lastId ? fromClock : state.lastId + 1n;
    return state.lastId.toString();
  };
}

/** The first id of an instant, for things that are older than the simulation. */
export function idAt(instant: number): bigint {
  const id = BigInt(Math.max(0, Math.floor(instant) - epoch)) << 22n;
  return id > smallest ? id : smallest;
}

/** When something was made, in epoch milliseconds. */
export function instantOf(id: string): number {
  return Number(BigInt(id) >> 22n) + epoch;
}
