import type { World } from './world.ts';

/** Lets time pass without waiting for more than the requests that it brings about; for hours in which much has to wait. */
export async function pass({ clock, simulator }: Pick<World, 'clock' | 'simulator'>, ms: number): Promise<void> {
  await clock.pass(ms, async () => {
    for (let calm = 0; calm < 10; calm = simulator.inFlight() === 0 ? calm + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  });
}
