import type { Pull } from './pull.ts';

/** Bytes of the file from `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface BoxRules {
  readonly emptied: ReadonlySet<string>;
  /** What is in them comes right behind their own head. */
  readonly entered: ReadonlySet<string>;
  /** Of the outermost boxes, all others are emptied too. Without it, what is not known stays. */
  readonly kept?: ReadonlySet<string>;
  /** Changes the outermost `meta` in place; `at` is where in the file its body begins. Without it, `meta` is like other boxes. */
  readonly changeMeta?: (body: Buffer, at: number) => readonly Range[];
}

/** A `meta` of a picture is a few kilobytes; what is larger is no such thing. */
const largestMeta = 4 * 1024 * 1024;

/**
 * ISO/IEC 14496-12: boxes of a size, a type and what is in them. Sound and pictures are found by their distance from the start, so what
 * is not to be kept is not left out but emptied.
 */
export async function* bareBoxes(
  pull: Pull,
  { emptied, entered, kept, changeMeta }: BoxRules,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  /** Where the box ends that was entered; what comes before is not outermost. */
  let insideUntil = 0;
  let blank: readonly Range[] = [];
  let isMetaOpen = changeMeta !== undefined;
  for (;;) {
    const head = await pull.take(8);
    if (head.length < 8) return;
    const type = head.toString('latin1', 4);
    const isOutermost = at >= insideUntil;
    const isLarge = head.readUInt32BE(0) === 1;
    const large = isLarge ? await pull.take(8) : Buffer.alloc(0);
    if (isLarge && large.length < 8) return;
    const size = isLarge ? Number(large.readBigUInt64BE(0)) - 16 : head.readUInt32BE(0) - 8;
    at += head.length + large.length;
    if (isMetaOpen && isOutermost && changeMeta !== undefined && type === 'meta' && size >= 0 && size <= largestMeta) {
      const body = await pull.take(size);
      if (body.length < size) return;
      blank = changeMeta(body, at);
      isMetaOpen = false;
      yield Buffer.concat([head, large, body]);
      at += size;
      continue;
    }
    // Of size 0 it goes on to the end.
    const length = size < 0 ? Number.MAX_SAFE_INTEGER : size;
    const isEmptied = emptied.has(type) || (isOutermost && kept?.has(type) === false);
    yield isEmptied ? Buffer.concat([head.subarray(0, 4), Buffer.from('free'), large]) : Buffer.concat([head, large]);
    if (entered.has(type) && !isEmptied) {
      insideUntil = Math.max(insideUntil, at + length);
      continue;
    }
    for await (const part of pull.pass(length)) {
      yield isEmptied ? Buffer.alloc(part.length) : without(part, at, blank);
      at += part.length;
    }
  }
}

function without(part: Buffer, at: number, blank: readonly Range[]): Buffer {
  const hit = blank.filter(({ from, to }) => from < at + part.length && to > at);
  if (hit.length === 0) return part;
  const copy = Buffer.from(part);
  for (const { from, to } of hit) copy.fill(0, Math.max(0, from - at), Math.min(part.length, to - at));
  return copy;
}
