/** Work in order, one at a time per key; different keys never wait for each other. */
export interface Lanes {
  /** Runs `work` after everything that was given under this key before. Throws `LaneFull` beyond the bound. */
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** Whether nothing runs or waits under this key. */
  isFree(key: string): boolean;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

class LaneFull extends Error {
  constructor(key: string) {
    super(`too much is waiting in lane ${key}`);
    this.name = 'LaneFull';
  }
}

/** `bound`: how much may wait under one key. What is refused is delivered again by the gateway. */
export function createLanes(bound: number): Lanes {
  const lanes = new Map<string, { last: Promise<unknown>; waiting: number }>();
  let idlers: (() => void)[] = [];

  function leave(key: string): void {
    const lane = lanes.get(key);
    if (lane === undefined) return;
    lane.waiting -= 1;
    if (lane.waiting === 0) lanes.delete(key);
    if (lanes.size > 0) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  }

  return {
    run(key, work) {
      const lane = lanes.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= bound) return Promise.reject(new LaneFull(key));
      lane.waiting += 1;
      lanes.set(key, lane);
      const result = lane.last.then(work, work);
      lane.last = result.then(
        () => leave(key),
        () => leave(key),
      );
      return result;
    },
    isFree: (key) => !lanes.has(key),
    idle: () => (lanes.size === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
  };
}
