import type { ChannelKind, FaultKind, Status } from './wire.ts';

/** What can be done to the whole sandbox. */
export interface Controls {
  status(): Status;
  break(kind: FaultKind, seconds: number): void;
  mend(): void;
  cutGateway(): void;
  killBot(): void;
  flow(running: boolean, perSecond: number): void;
  chooseChannelKind(guild: string, kind: ChannelKind): Promise<void>;
  /** Deletes everything and begins anew, a moment after the answer. */
  reset(): void;
}
