import { bareBoxes, type Range } from './boxes.ts';
import type { Pull } from './pull.ts';

/** Boxes beside the picture that may hold anything. In `moov`, which only moving pictures have, `meta` is words as well. */
const emptied: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
const entered: ReadonlySet<string> = new Set(['moov', 'trak']);
/** Telephones put a whole recording beside the picture, and data of their own. */
const kept: ReadonlySet<string> = new Set(['ftyp', 'pdin', 'meta', 'mdat', 'imda', 'moov', 'moof']);
/** Kinds of items that are no part of a picture: what the camera wrote, XMP and other documents, links. */
const words: ReadonlySet<string> = new Set(['Exif', 'mime', 'uri ']);

/**
 * Pictures of telephones (ISO/IEC 23008-12: HEIC, and AVIF alike). Their outermost `meta` says which items there are and where in the
 * file; those with words become zeros. Which way up the picture is stands in a property of its own and stays. `giveUp` is called where
 * the file is built in a way that we do not follow: then words may be left.
 */
export function bareHeif(pull: Pull, giveUp: () => void): AsyncIterable<Uint8Array> {
  return bareBoxes(pull, {
    emptied,
    entered,
    kept,
    changeMeta(body, at) {
      const found = wordsIn(body, at);
      // What lies before has gone out already.
      if (found === null || found.some(({ from }) => from < at)) giveUp();
      for (const { from, to } of found ?? []) body.fill(0, clamp(from - at, body), clamp(to - at, body));
      return found ?? [];
    },
  });
}

function clamp(place: number, { length }: Buffer): number {
  return Math.max(0, Math.min(length, place));
}

/** Where in the file words are; null where that is not to be found out. Names within `meta` are made blank in it. */
function wordsIn(meta: Buffer, at: number): readonly Range[] | null {
  try {
    const boxes = [...boxesIn(meta, 4, meta.length)];
    for (const { type, start, end } of boxes) if (type === 'uuid' || type === 'udta') meta.fill(0, start, end);
    blankDescriptions(meta, boxes);
    const inner = boxes.find(({ type }) => type === 'idat');
    const ids = new Set(boxes.filter(({ type }) => type === 'iinf').flatMap((box) => [...itemsWithWords(meta, box)]));
    const [table, ...others] = boxes.filter(({ type }) => type === 'iloc');
    if (others.length > 0) throw new RangeError('there is one such table');
    return table === undefined ? [] : [...placesOf(meta, table, ids, inner === undefined ? null : at + inner.start)];
  } catch (error) {
    // A number points behind the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

interface Box {
  readonly type: string;
  /** Of what is in it. */
  readonly start: number;
  readonly end: number;
}

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const size = bytes.readUInt32BE(at);
    const end = size === 0 ? to : at + size;
    if (size === 1 || (size > 0 && size < 8) || end > to) throw new RangeError('a box is longer than what it is in');
    yield { type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end };
    at = end;
  }
}

/** Properties for people: a title and a description by whoever made it, words to be read aloud, when it was made and changed. */
const described: ReadonlySet<string> = new Set(['udes', 'altt', 'crtt', 'mdft']);

function blankDescriptions(meta: Buffer, boxes: readonly Box[]): void {
  for (const properties of boxes.filter(({ type }) => type === 'iprp'))
    for (const container of boxesIn(meta, properties.start, properties.end))
      if (container.type === 'ipco')
        for (const { type, start, end } of boxesIn(meta, container.start, container.end))
          if (described.has(type)) meta.fill(0, start + 4, end);
}

/** The ids of items with words. The names of all become blank. */
function* itemsWithWords(meta: Buffer, { start, end }: Box): Generator<number> {
  const wide = meta.readUInt8(start) > 0;
  for (const info of boxesIn(meta, start + (wide ? 8 : 6), end)) {
    const version = meta.readUInt8(info.start);
    // Before version 2 there were no kinds, nor pictures.
    if (info.type !== 'infe' || version < 2) throw new RangeError('an item is of no kind');
    const long = version > 2;
    const kindAt = info.start + 4 + (long ? 4 : 2) + 2;
    const nameAt = kindAt + 4;
    const nameEnd = meta.indexOf(0, nameAt);
    meta.fill(0x20, nameAt, nameEnd < 0 || nameEnd > info.end ? info.end : nameEnd);
    const id = long ? meta.readUInt32BE(info.start + 4) : meta.readUInt16BE(info.start + 4);
    if (words.has(meta.toString('latin1', kindAt, nameAt))) yield id;
  }
}

/** What a camera writes lies in one piece; each is looked for in all of the file. */
const mostPieces = 100;

/** `inner`: where in the file the body of `idat` begins, which items may be measured from. */
function* placesOf(meta: Buffer, { start }: Box, ids: ReadonlySet<number>, inner: number | null): Generator<Range> {
  const version = meta.readUInt8(start);
  const [offsetSize, lengthSize] = nibbles(meta.readUInt8(start + 4));
  const [baseSize, indexSize] = nibbles(meta.readUInt8(start + 5));
  let at = start + 6;
  let pieces = 0;
  const next = (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? Number(meta.readBigUInt64BE(at)) : meta.readUIntBE(at, size);
    at += size;
    return value;
  };
  for (let left = next(version < 2 ? 2 : 4); left > 0; left -= 1) {
    const isWords = ids.has(next(version < 2 ? 2 : 4));
    const method = version === 0 ? 0 : next(2) & 0x0f;
    const elsewhere = next(2);
    const base = next(baseSize);
    const extents = next(2);
    const beforeEach = version === 0 ? 0 : indexSize;
    if (!isWords) {
      at += extents * (beforeEach + offsetSize + lengthSize);
      continue;
    }
    pieces += extents;
    if (pieces > mostPieces) throw new RangeError('words lie in too many pieces');
    for (let more = extents; more > 0; more -= 1) {
      next(beforeEach);
      const from = base + next(offsetSize);
      const length = next(lengthSize);
      const origin = method === 0 ? 0 : method === 1 ? inner : null;
      if (elsewhere !== 0 || origin === null || length === 0) throw new RangeError('an item lies where we do not look');
      yield { from: origin + from, to: origin + from + length };
    }
  }
}

function nibbles(byte: number): readonly [number, number] {
  return [byte >> 4, byte & 0x0f];
}
