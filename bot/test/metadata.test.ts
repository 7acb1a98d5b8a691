import { expect, test } from 'vitest';
import { png } from '../../simulator/src/cdn/png.ts';
import { bare } from '../src/outbox/metadata/bare.ts';
import { endlessHeif, gifBy, heifBy, jpegBy, mp4By, pngBy, webpBy } from './photographs.ts';

const author = 'Ada Lovelace';
const picture = png(16, () => [40, 120, 220]);

const kinds: readonly (readonly [string, (author: string) => Buffer])[] = [
  ['a JPEG', jpegBy],
  ['a PNG', (name) => pngBy(name, picture)],
  ['a GIF', gifBy],
  ['a WebP', webpBy],
  ['an MP4', mp4By],
  ['a HEIC', (name) => heifBy(name)],
  ['an AVIF', (name) => heifBy(name, { brand: 'avif', within: true })],
  ['a HEIC that moves', (name) => heifBy(name, { moving: true })],
];

/** As it comes over the network, in pieces of so many bytes. */
async function stripped(bytes: Buffer, piece: number): Promise<{ readonly bytes: Buffer; readonly isBare: boolean }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const without = bare(pieces());
  const parts: Uint8Array[] = [];
  for await (const part of without.bytes) parts.push(part);
  return { bytes: Buffer.concat(parts), isBare: without.isBare() };
}

test.each(kinds)('%s says no more who made it, however it comes over the network', async (_, by) => {
  const bytes = by(author);
  expect(bytes.includes(author)).toBe(true);
  const whole = await stripped(bytes, bytes.length);
  expect(whole.isBare).toBe(true);
  expect(whole.bytes.includes('Lovelace')).toBe(false);
  for (const piece of [1, 2, 7, 13]) expect((await stripped(bytes, piece)).bytes).toEqual(whole.bytes);
});

test.each(kinds)('%s that breaks off anywhere ends there, and says nothing either', async (_, by) => {
  const bytes = by(author);
  for (let end = 0; end < bytes.length; end += 1) {
    const { bytes: left } = await stripped(bytes.subarray(0, end), 64);
    expect(left.includes('Lovelace')).toBe(false);
    expect(left.length).toBeLessThanOrEqual(bytes.length);
  }
});

test('what is there to be seen stays as it is', async () => {
  expect((await stripped(pngBy(author, picture), 100)).bytes).toEqual(Buffer.from(picture));
  const plain = await stripped(jpegBy(author), 100);
  expect(await stripped(plain.bytes, 9)).toEqual(plain);
  const { bytes: gif } = await stripped(gifBy(author), 100);
  expect(gif.includes('NETSCAPE2.0')).toBe(true);
  expect(gif.subarray(-16).toString('hex')).toBe('2c00000000010001000002024401003b');
  const { bytes: webp } = await stripped(webpBy(author), 100);
  expect(webp).toHaveLength(webpBy(author).length);
  expect(webp.includes('2f00000010071011118888fe07', 0, 'hex')).toBe(true);
  expect(webp[20]).toBe(0);
  const { bytes: mp4 } = await stripped(mp4By(author), 100);
  expect(mp4.indexOf('sound and picture')).toBe(mp4By(author).indexOf('sound and picture'));
  for (const how of [{ within: true }, { within: false }, { moving: true }]) {
    const before = heifBy(author, how);
    const { bytes: heif } = await stripped(before, 100);
    expect(heif).toHaveLength(before.length);
    expect(heif.indexOf('the picture')).toBe(before.indexOf('the picture'));
    expect(heif.includes('irot')).toBe(true);
  }
});

test('a photograph is still the right way up', async () => {
  for (const orientation of [1, 3, 6, 8]) {
    const { bytes } = await stripped(jpegBy(author, orientation), 50);
    const at = bytes.indexOf('Exif\0\0');
    expect(bytes.readUInt16BE(at + 16)).toBe(0x0112);
    expect(bytes.readUInt16BE(at + 24)).toBe(orientation);
  }
  const { bytes } = await stripped(jpegBy(author, 99), 50);
  expect(bytes.includes('Exif')).toBe(false);
});

test('a file of a kind that we do not know comes out as it went in, and says so', async () => {
  for (const bytes of [Buffer.from('%PDF-1.7 by Ada'), Buffer.alloc(0)])
    expect(await stripped(bytes, 5)).toEqual({ bytes, isBare: false });
});

test('a picture whose table points somewhere else says so', async () => {
  const plain = heifBy(author);
  const table = plain.indexOf('iloc');
  const broken = Buffer.from(plain);
  broken.writeUInt16BE(60_000, table + 10);
  expect((await stripped(broken, 50)).isBare).toBe(false);
  const elsewhere = Buffer.from(plain);
  elsewhere.writeUInt16BE(2, table + 12 + 16 + 2);
  expect((await stripped(elsewhere, 50)).isBare).toBe(false);
  const before = Buffer.from(plain);
  before.writeUInt32BE(4, table + 12 + 16 + 8);
  expect((await stripped(before, 50)).isBare).toBe(false);
});

test('a picture of which nobody knows where its words are says so', async () => {
  const bytes = heifBy(author, { brand: 'mif3' });
  expect(await stripped(bytes, 50)).toEqual({ bytes, isBare: false });
});

test.each(['hvc1', 'Exif'] as const)('a table that is made to be read for ever holds nothing up: %s', async (kind) => {
  const bytes = endlessHeif(kind);
  const before = performance.now();
  expect((await stripped(bytes, bytes.length)).isBare).toBe(kind === 'hvc1');
  expect(performance.now() - before).toBeLessThan(1000);
});
