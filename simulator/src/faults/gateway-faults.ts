import type { Faults } from '../faults.ts';

/** What can be done to the sockets that are open. */
export interface Breakable {
  drop(how: { readonly code?: number; readonly resumable?: boolean }): void;
  askReconnect(): void;
  askHeartbeat(): void;
}

type Shared =
  'duplicate' | 'dropGateway' | 'askReconnect' | 'askHeartbeat' | 'refuseGateway' | 'muteHeartbeats' | 'clear';

/** The half of the faults that the gateway meets. */
export interface GatewayFaults extends Pick<Faults, Shared> {
  /** The gateway whose sockets they break; the returned function lets go of it. */
  attach(breakable: Breakable): () => void;
  isRefusing(): boolean;
  isMuted(): boolean;
  /** How often this event is to be delivered; uses up the rule. */
  copiesOf(event: string): number;
}

export function createGatewayFaults(): GatewayFaults {
  const gateways = new Set<Breakable>();
  let duplicating: { readonly event: string; readonly copies: number; left: number }[] = [];
  let refusing = false;
  let muted = false;
  return {
    duplicate: ({ event, copies, times = Infinity }) => void duplicating.push({ event, copies, left: times }),
    dropGateway(how = {}) {
      for (const gateway of gateways) gateway.drop(how);
    },
    askReconnect() {
      for (const gateway of gateways) gateway.askReconnect();
    },
    askHeartbeat() {
      for (const gateway of gateways) gateway.askHeartbeat();
    },
    refuseGateway: (refuse) => void (refusing = refuse),
    muteHeartbeats: (mute) => void (muted = mute),
    clear() {
      duplicating = [];
      refusing = false;
      muted = false;
    },
    attach(breakable) {
      gateways.add(breakable);
      return () => gateways.delete(breakable);
    },
    isRefusing: () => refusing,
    isMuted: () => muted,
    copiesOf(event) {
      const rule = duplicating.find((one) => one.event === event);
      if (!rule) return 1;
      rule.left -= 1;
      if (rule.left <= 0) duplicating = duplicating.filter((one) => one !== rule);
      return rule.copies;
    },
  };
}
