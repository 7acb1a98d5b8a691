import type { Clock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { FaultKind, FaultStatus } from './wire.ts';

export interface Trouble {
  /** Begins one kind of trouble, or lets it last longer. */
  begin(kind: FaultKind, seconds: number): void;
  /** Ends all of it. */
  end(): void;
  list(): readonly FaultStatus[];
}

const lateBy = 1000;

/** Breaks Discord, or all of `servers`, for a while. The faults are set anew whenever one kind begins or ends, since they can only be cleared together. */
export function createTrouble(faults: Faults, clock: Clock, servers: () => readonly string[]): Trouble {
  const running = new Map<FaultKind, { readonly until: number; readonly cancel: () => void }>();

  const apply = () => {
    faults.clear();
    faults.refuseGateway(running.has('no-gateway'));
    for (const kind of running.keys()) set(faults, kind);
    if (running.has('no-server')) for (const id of servers()) faults.guildOutage(id, true);
  };
  const stop = (kind: FaultKind) => {
    running.get(kind)?.cancel();
    running.delete(kind);
  };
  return {
    begin(kind, seconds) {
      stop(kind);
      const cancel = clock.after(seconds * 1000, () => {
        stop(kind);
        apply();
      });
      running.set(kind, { until: clock.now() + seconds * 1000, cancel });
      apply();
      if (kind === 'no-gateway') faults.dropGateway();
    },
    end() {
      for (const kind of [...running.keys()]) stop(kind);
      apply();
    },
    list: () => [...running].map(([kind, { until }]) => ({ kind, until })),
  };
}

function set(faults: Faults, kind: FaultKind): void {
  if (kind === 'refuse') faults.fail({ when: 'before', status: 503, message: 'Service Unavailable' });
  if (kind === 'act-then-fail') faults.fail({ when: 'after', status: 502, message: 'Bad Gateway' });
  if (kind === 'delay') faults.delay({ when: 'before', ms: lateBy });
}
