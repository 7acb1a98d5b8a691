import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RestFaults } from '../faults/rest-faults.ts';
import type { Exchange } from '../options.ts';
import type { World } from '../world.ts';

export interface RestOptions {
  /** Refuses requests over the limits; headers are always there. May be switched while running. */
  readonly enforceLimits: () => boolean;
  readonly faults: RestFaults;
  readonly observe?: (exchange: Exchange) => void;
}

/** Answers everything below /api. */
export function createRestHandler(
  world: World,
  options: RestOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => {
    response.writeHead(404).end(JSON.stringify({ world: world.url, ...options }));
  };
}
