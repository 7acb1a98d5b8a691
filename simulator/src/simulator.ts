import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startArchiving } from './acts/auto-archive.ts';
import { createCdnHandler } from './cdn.ts';
import { systemClock } from './clock.ts';
import { createEvents } from './events.ts';
import { createFaults } from './faults/create-faults.ts';
import type { Faults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createIds } from './ids.ts';
import type { Exchange, SimulatorOptions } from './options.ts';
import { createPerson } from './people/create-person.ts';
import type { Person } from './people/person.ts';
import { createRandom } from './random.ts';
import { createRestHandler } from './rest/server.ts';
import { createSeed } from './seed/seed.ts';
import type { Seed } from './seed/seed.ts';
import { emptyState } from './state.ts';
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
  /** Whether the application is connected to its newest session now. */
  isOnline(applicationId: string): boolean;
  /** REST requests that are being handled right now. */
  inFlight(): number;
  /** The last requests and their answers, oldest first, at most 1000. */
  readonly exchanges: readonly Exchange[];
  /** Switches the limits on or off while running. */
  enforceLimits(enforce: boolean): void;
  stop(): Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const mostExchanges = 1000;

/** In milliseconds, as real clients see it. */
const heartbeatMs = 41_250;

/** A pretend Discord on one port. `world.state` may be saved and given to a later run. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  let enforced = options.enforceLimits ?? false;
  const server = createServer();
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port ?? 0, host);
  const world = createWorld(options, `http://${host}:${(server.address() as AddressInfo).port}`);
  const stopArchiving = startArchiving(world);
  const { faults, rest, gateway: gatewayFaults } = createFaults(world);
  const exchanges: Exchange[] = [];
  const enforceLimits = () => enforced;
  const restHandler = createRestHandler(world, {
    enforceLimits,
    faults: rest,
    observe(exchange) {
      if (exchanges.push(exchange) > mostExchanges) exchanges.shift();
      options.observe?.(exchange);
    },
  });
  const requests = counted(restHandler);
  const gateway = createGateway(world, {
    faults: gatewayFaults,
    enforceLimits,
    heartbeatMs: options.heartbeatMs ?? heartbeatMs,
  });
  server.on('request', route(requests.handle, createCdnHandler(world), options.otherwise));
  server.on('upgrade', (request, socket, head) => {
    if (/^\/gateway\/?(\?|$)/.test(request.url ?? '')) gateway.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
  return {
    url: world.url,
    world,
    faults,
    seed: createSeed(world),
    person: (idOrUsername) => createPerson(world, findPerson(world, idOrUsername)),
    sequenceOf: gateway.sequenceOf,
    isOnline: gateway.isOnline,
    inFlight: requests.count,
    exchanges,
    enforceLimits: (enforce) => void (enforced = enforce),
    async stop() {
      stopArchiving();
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createWorld(options: SimulatorOptions, url: string): World {
  const clock = options.clock ?? systemClock;
  const state = options.state ?? emptyState();
  return {
    state,
    clock,
    newId: createIds(state, clock),
    // Not the same again for a state that goes on, or tokens would come twice.
    random: createRandom((options.seed ?? 1) + Number(BigInt.asUintN(32, state.lastId))),
    events: createEvents(),
    ways: {
      hidesChannels: options.hidesChannels ?? true,
      guildDelay: options.guildDelay ?? 0,
      skew: options.skew ?? 0,
      blocks: options.blocks ?? null,
    },
    sessionStarts: new Map(),
    outages: new Map(),
    url,
  };
}

function route(rest: Handler, cdn: Handler, otherwise: Handler | undefined): Handler {
  return (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith('/api/') || path === '/api') return rest(request, response);
    if (path.startsWith('/cdn/')) return cdn(request, response);
    if (otherwise) return otherwise(request, response);
    response.writeHead(404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ message: '404: Not Found', code: 0 }));
  };
}

/** Counts what is being handled: from the request's arrival to the end of its answer. */
function counted(handler: Handler): { readonly handle: Handler; count(): number } {
  let inside = 0;
  return {
    handle(request, response) {
      inside += 1;
      response.once('close', () => (inside -= 1));
      handler(request, response);
    },
    count: () => inside,
  };
}

function findPerson(world: World, idOrUsername: string): string {
  if (world.state.users.has(idOrUsername)) return idOrUsername;
  const named = [...world.state.users.values()].filter(({ bot, username }) => !bot && username === idOrUsername);
  const [found] = named;
  if (!found || named.length > 1) throw new Error(`there ${found ? 'are several' : 'is no'} "${idOrUsername}"`);
  return found.id;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
