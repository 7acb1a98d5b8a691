import type { Pull } from './pull.ts';

/** Boxes with words, places and pictures about a recording, none of which it is played from. */
const emptied: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
/** Boxes that may hold those; what is in them comes right behind their own head. */
const entered: ReadonlySet<string> = new Set(['moov', 'trak']);

/**
 * ISO/IEC 14496-12: boxes of a size, a type and what is in them. Players find sound and pictures by their distance from the start, so
 * what is not for playing is not left out but emptied.
 */
export async function* bareMp4(pull: Pull): AsyncGenerator<Uint8Array> {
  for (;;) {
    const head = await pull.take(8);
    if (head.length < 8) return;
    const type = head.toString('latin1', 4);
    const isLarge = head.readUInt32BE(0) === 1;
    const large = isLarge ? await pull.take(8) : Buffer.alloc(0);
    if (isLarge && large.length < 8) return;
    const size = isLarge ? Number(large.readBigUInt64BE(0)) - 16 : head.readUInt32BE(0) - 8;
    // Of size 0 it goes on to the end.
    const body = size < 0 ? Number.MAX_SAFE_INTEGER : size;
    if (emptied.has(type)) {
      yield Buffer.concat([head.subarray(0, 4), Buffer.from('free'), large]);
      for await (const part of pull.pass(body)) yield Buffer.alloc(part.length);
    } else {
      yield Buffer.concat([head, large]);
      if (!entered.has(type)) yield* pull.pass(body);
    }
  }
}
