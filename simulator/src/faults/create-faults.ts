import type { Faults } from '../faults.ts';
import { createGatewayFaults } from './gateway-faults.ts';
import type { GatewayFaults } from './gateway-faults.ts';
import { createRestFaults } from './rest-faults.ts';
import type { RestFaults } from './rest-faults.ts';

/** Both halves, and the one object that breaks things in both. */
export function createFaults(): {
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
    clear() {
      rest.clear();
      gateway.clear();
    },
  };
  return { faults, rest, gateway };
}
