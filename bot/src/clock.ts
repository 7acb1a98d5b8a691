/** The only file that reads the time or waits for it; everything else is given a clock, and tests give one that they set. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason once it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls `act` once after `ms` milliseconds, unless the returned function is called first. */
  after(ms: number, act: () => void): () => void;
}

/** The longest delay that Node's timers keep: 2^31 - 1 milliseconds, about 24 days. */
const longestTimer = 2_147_483_647;

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(done, Math.min(ms, longestTimer));
      signal?.addEventListener('abort', stop, { once: true });
      function done(): void {
        signal?.removeEventListener('abort', stop);
        resolve();
      }
      function stop(): void {
        clearTimeout(timer);
        reject(signal?.reason);
      }
    });
  },
  after(ms, act) {
    const timer = setTimeout(act, Math.min(ms, longestTimer));
    return () => clearTimeout(timer);
  },
};
