import type { Pull } from './pull.ts';

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B: a marker of two bytes, then mostly a length and what it is the length of. */
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Tables and frames, which the picture is made of. */
const needed = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= startOfScan && marker <= 0xdf);
const stands = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= startOfImage);

/** The picture and which way up it is; nothing that names a camera, a place or a person, and nothing behind its end. */
export async function* bareJpeg(pull: Pull): AsyncGenerator<Uint8Array> {
  for (;;) {
    const head = await pull.take(2);
    if (head.length < 2 || head[0] !== 0xff) return;
    const marker = head[1] ?? 0;
    // A marker may have any number of 0xff before it.
    if (marker === 0xff) pull.putBack(head.subarray(1));
    else if (marker === endOfImage || stands(marker)) yield head;
    else {
      const size = await pull.take(2);
      if (size.length < 2) return;
      const body = await pull.take(Math.max(0, size.readUInt16BE(0) - 2));
      const instead = needed(marker) ? body : bareSegment(marker, body);
      if (instead !== null) yield segment(marker, instead);
    }
    if (marker === endOfImage) return;
    if (marker === startOfScan) yield* scan(pull);
  }
}

function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What is left of what programs add; null: nothing. */
function bareSegment(marker: number, body: Buffer): Buffer | null {
  const name = body.toString('latin1', 0, 6);
  // Without the small picture that may show what was cut off the large one.
  if (marker === 0xe0 && name.startsWith('JFIF\0') && body.length >= 14)
    return Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]);
  // How colours are written.
  if (marker === 0xee && name.startsWith('Adobe') && body.length >= 12) return body.subarray(0, 12);
  const up = marker === 0xe1 && name === 'Exif\0\0' ? orientation(body.subarray(6)) : null;
  return up === null ? null : onlyOrientation(up);
}

const orientationTag = 0x0112;

/** From 1 to 8, as in the TIFF directory of https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf; null where it does not say. */
function orientation(tiff: Buffer): number | null {
  if (tiff.length < 14) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const read16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return null;
  for (let entry = 0, count = read16(first); entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    const value = read16(at + 8);
    if (read16(at) === orientationTag) return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function onlyOrientation(value: number): Buffer {
  const body = Buffer.alloc(32);
  body.write('Exif\0\0MM\0*', 0, 'latin1');
  body.writeUInt32BE(8, 10);
  body.writeUInt16BE(1, 14);
  body.writeUInt16BE(orientationTag, 16);
  body.writeUInt16BE(3, 18);
  body.writeUInt32BE(1, 20);
  body.writeUInt16BE(value, 24);
  return body;
}

/** Everything up to the next marker; 0xff with a zero or a restart behind it belongs to the scan. */
async function* scan(pull: Pull): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = await pull.piece();
    if (next === null) return;
    let piece = next;
    if (piece.at(-1) === 0xff) {
      const more = await pull.take(1);
      if (more.length === 0) return;
      piece = Buffer.concat([piece, more]);
    }
    const end = markerIn(piece);
    yield end === -1 ? piece : piece.subarray(0, end);
    if (end === -1) continue;
    pull.putBack(piece.subarray(end));
    return;
  }
}

function markerIn(bytes: Buffer): number {
  for (let at = bytes.indexOf(0xff); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}
