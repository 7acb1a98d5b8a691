/** The simulator's time; tests set it, and then nothing here reads any other. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `act` once after `ms`, unless the returned function is called first. */
  after(ms: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds since the process started, by a clock that nobody sets: for measuring only. */
export function stopwatch(): number {
  return performance.now();
}
