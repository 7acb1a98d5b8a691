import type { Tables } from '../store.ts';

/** What came of a delivery: facts to write down together with striking it off. Sending throws what went wrong. */
export interface Sent {
  readonly record?: (tables: Tables) => Promise<void>;
  /** It is too early: `record` is written down, the delivery is not struck off, and its lane waits until then; epoch milliseconds. */
  readonly notBefore?: number;
}

export const nothingToRecord: Sent = {};

/** How a delivery was begun before; what Discord may have carried out already has to be looked for first. */
export interface Attempt {
  /** The outcome of an earlier try is unknown. */
  readonly unsure: boolean;
  /** When it was tried first, or, where that is not known, when this process took it up; epoch milliseconds. */
  readonly firstTriedAt: number;
  /** An earlier process took it up, nobody knows when. */
  readonly unknownStart: boolean;
}
