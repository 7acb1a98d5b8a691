/** An event on its way, at its place in the session that it came with. */
export interface Arrival {
  readonly session: string;
  readonly sequence: number;
}

/** Which events have been dealt with: handlers end in any order, but only an unbroken row of finished ones counts. */
export interface Progress {
  /** Call the returned function once the event has been dealt with. */
  arrive(event: Arrival): () => void;
  /** Events that are not in the row yet. */
  waiting(): number;
}

/** `moved` is called with the end of the row whenever it grows. */
export function createProgress(moved: (last: Arrival) => void): Progress {
  type Waiting = Arrival & { done: boolean };
  let row: Waiting[] = [];
  let head = 0;

  const advance = (): void => {
    let last: Arrival | null = null;
    for (let next = row[head]; next?.done; next = row[head]) {
      last = next;
      head += 1;
    }
    if (!last) return;
    if (head > 1000 || head === row.length) {
      row = row.slice(head);
      head = 0;
    }
    moved(last);
  };

  return {
    arrive({ session, sequence }) {
      const waiting: Waiting = { session, sequence, done: false };
      row.push(waiting);
      return () => {
        waiting.done = true;
        advance();
      };
    },
    waiting: () => row.length - head,
  };
}
