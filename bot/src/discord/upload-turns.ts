/** So many requests with files are under way at once: each holds up to 25 MiB of them in memory, twice. */
const width = 2;

/** Lets requests with files wait for each other, in order. Not more can wait than the outbox has lanes under way. */
export function createUploadTurns(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    // Whoever ends hands its place on, so that nobody who comes in between takes it.
    if (running === width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
