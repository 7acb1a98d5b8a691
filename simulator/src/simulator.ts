import type { Faults } from './faults.ts';
import type { Exchange, SimulatorOptions } from './options.ts';
import type { Person } from './people/person.ts';
import type { Seed } from './seed/seed.ts';
import type { World } from './world.ts';

export interface Simulator {
  /** Where it answers, like `http://127.0.0.1:4000`; REST is below /api, the CDN below /cdn, the gateway at /gateway. */
  readonly url: string;
  readonly world: World;
  readonly faults: Faults;
  readonly seed: Seed;
  /** Someone at their client, by id or username. */
  person(idOrUsername: string): Person;
  /** The last gateway sequence that the application was told, 0 before it ever connected; tests wait for the bot to reach it. */
  sequenceOf(applicationId: string): number;
  /** Whether the application has an open gateway session with a living socket. */
  isOnline(applicationId: string): boolean;
  /** REST requests that are being handled right now. */
  inFlight(): number;
  /** The last requests and their answers, oldest first, at most 1000. */
  readonly exchanges: readonly Exchange[];
  /** Switches the limits on or off while running. */
  enforceLimits(enforce: boolean): void;
  stop(): Promise<void>;
}

/** A pretend Discord on one port. `world.state` may be saved and given to a later run. */
export function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  void options;
  throw new Error('being written');
}
