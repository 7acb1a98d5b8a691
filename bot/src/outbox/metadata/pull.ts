/** Bytes that come in pieces, taken as they are needed; never more of them is in memory than was asked for and one piece. */
export interface Pull {
  /** Exactly so many, or fewer where the source ends. */
  take(count: number): Promise<Buffer>;
  /** The same, piece by piece, for what may be large. */
  pass(count: number): AsyncIterable<Buffer>;
  /** Passes over so many. */
  skip(count: number): Promise<void>;
  /** Whatever comes next, at least one byte; null at the end. */
  piece(): Promise<Buffer | null>;
  /** Puts bytes back in front of the others. */
  putBack(bytes: Uint8Array): void;
}

export function pullFrom(source: AsyncIterable<Uint8Array>): Pull {
  const pieces = source[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];

  async function piece(): Promise<Buffer | null> {
    for (;;) {
      const first = waiting.shift();
      if (first !== undefined && first.length > 0) return first;
      if (first !== undefined) continue;
      const next = await pieces.next();
      if (next.done === true) return null;
      waiting = [Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)];
    }
  }

  async function* pass(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      const next = await piece();
      if (next === null) return;
      if (next.length > left) waiting.unshift(next.subarray(left));
      const part = next.subarray(0, left);
      left -= part.length;
      yield part;
    }
  }

  return {
    pass,
    piece,
    async take(count) {
      const parts: Buffer[] = [];
      for await (const part of pass(count)) parts.push(part);
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    async skip(count) {
      for await (const _ of pass(count)) continue;
    },
    putBack(bytes) {
      waiting.unshift(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },
  };
}
