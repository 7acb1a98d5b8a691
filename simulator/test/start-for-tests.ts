import { afterAll, afterEach } from 'vitest';
import { mayHear } from '../src/events.ts';
import type { SimulatorOptions } from '../src/options.ts';
import { startSimulator, type Simulator } from '../src/simulator.ts';
import type { World } from '../src/world.ts';
import { watchExchanges, type Watch } from './openapi/watch-exchanges.ts';

const watches: Watch[] = [];
const running = new Set<Simulator>();

/**
 * A simulator whose every exchange and event is compared with Discord's OpenAPI file: a test in which one differs fails.
 * `invents`: what happens there is of a later Discord, which the file does not describe.
 * It is stopped at the end of the test file at the latest.
 */
export async function startForTests({
  invents = false,
  ...options
}: SimulatorOptions & { readonly invents?: boolean } = {}): Promise<Simulator> {
  const watch = invents ? null : watchExchanges();
  if (watch) watches.push(watch);
  const simulator = await startSimulator({
    ...options,
    observe(exchange) {
      watch?.observe(exchange);
      options.observe?.(exchange);
    },
  });
  if (watch) listen(simulator.world, watch);
  running.add(simulator);
  return simulator;
}

/** What bots are told is compared as well, whether one is connected or not. */
function listen(world: World, watch: Watch): void {
  world.events.listen((happening) => {
    for (const { userId } of world.state.applications.values())
      if (mayHear(world, happening, userId)) watch.hear(happening.name, happening.data(userId));
  });
}

afterEach(() => {
  const violations = new Set(watches.flatMap((watch) => watch.violations()));
  if (violations.size > 0) throw new Error(`not like Discord:\n${[...violations].join('\n')}`);
});

afterAll(async () => {
  await Promise.all([...running].map((simulator) => simulator.stop()));
});
