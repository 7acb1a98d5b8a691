import { beginOutage, endOutage } from '../acts/outage.ts';
import type { Faults } from '../faults.ts';
import { createGatewayFaults } from './gateway-faults.ts';
import type { GatewayFaults } from './gateway-faults.ts';
import { createRestFaults } from './rest-faults.ts';
import type { RestFaults } from './rest-faults.ts';
import type { World } from '../world.ts';

/** Both halves, and the one object that breaks things in both. */
export function createFaults(world: World): {
  readonly faults: Faults;
  readonly rest: RestFaults;
  readonly gateway: GatewayFaults;
} {
  const rest = createRestFaults();
  const gateway = createGatewayFaults();
  const { duplicate, dropGateway, askReconnect, askHeartbeat, refuseGateway, muteHeartbeats } = gateway;
  const faults: Faults = {
    fail: rest.fail,
    delay: rest.delay,
    duplicate,
    dropGateway,
    askReconnect,
    askHeartbeat,
    refuseGateway,
    muteHeartbeats,
    guildOutage(guildId, out, reach = 'everywhere') {
      if (out) beginOutage(world, guildId, reach);
      else endOutage(world, guildId);
    },
    clear() {
      rest.clear();
      gateway.clear();
      for (const guildId of [...world.outages.keys()]) endOutage(world, guildId);
    },
  };
  return { faults, rest, gateway };
}
